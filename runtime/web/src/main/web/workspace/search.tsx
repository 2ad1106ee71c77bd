import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { call, Fault } from "../shared/http.ts";
import { fill } from "../shared/language.ts";
import type { Author, Conversation, ServingState } from "../shared/protocol.ts";
import { clock } from "../shared/time.ts";
import { Dialog } from "../shared/ui.tsx";
import { customerName, useSurroundings } from "./context.ts";

interface Hit {
  conversation: string;
  seq: number;
  at: string;
  channel: string;
  kind: "said" | "identified";
  from: Author;
  name: string;
  text: string;
  marks: { start: number; end: number }[];
  customer: string;
  state: ServingState;
  exact: boolean;
}

interface Found {
  hits: Hit[];
  next: string;
  complete: boolean;
  note: string;
}

const PAUSE_MS = 250;

/** The box at the top, and Ctrl-K from anywhere. */
export function SearchBox() {
  const { t } = useSurroundings();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k" || event.isComposing) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener("keydown", key);
    return () => window.removeEventListener("keydown", key);
  }, []);
  return (
    <>
      <button type="button" class="search-box" data-testid="search" aria-keyshortcuts="Control+K" onClick={() => setOpen(true)}>
        {t.search} <kbd>Ctrl-K</kbd>
      </button>
      {open && <SearchDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function SearchDialog({ onClose }: { onClose: () => void }) {
  const { desk, t } = useSurroundings();
  const [words, setWords] = useState("");
  const [found, setFound] = useState<Found | undefined>();
  const [fault, setFault] = useState("");
  const asked = useRef(0);

  const ask = async (after: string) => {
    const round = ++asked.current;
    try {
      const more = await call<Found>("GET", `api/staff/search?q=${encodeURIComponent(words)}&limit=20${after && `&after=${encodeURIComponent(after)}`}`);
      if (round !== asked.current) return;
      setFault("");
      setFound((before) => (after && before ? { ...more, hits: [...before.hits, ...more.hits] } : more));
    } catch (thrown) {
      if (round === asked.current) setFault(thrown instanceof Fault && thrown.message ? thrown.message : t.searchFault);
    }
  };
  useEffect(() => {
    asked.current++;
    if (!words.trim()) {
      setFound(undefined);
      return setFault("");
    }
    const timer = setTimeout(() => void ask(""), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  const go = (hit: Hit) => {
    desk.openEnded(ended(hit));
    onClose();
  };
  return (
    <Dialog title={t.searchTitle} onClose={onClose} testid="search-dialog">
      <input type="search" data-testid="search-words" aria-label={t.searchTitle} placeholder={t.searchHelp} maxlength={100} autofocus value={words} onInput={(event) => setWords(event.currentTarget.value)} />
      <p class="fault" role="alert" data-testid="search-fault">{fault}</p>
      <p class="quiet" role="status" data-testid="search-count">
        {found && (found.hits.length === 0 ? t.searchNothing : fill(t.searchFound, { n: found.hits.length }))} {found && !found.complete && t.searchIncomplete} {found?.note}
      </p>
      <ul class="hits">
        {found?.hits.map((hit) => (
          <li key={`${hit.conversation} ${hit.seq}`}>
            <button type="button" class="hit" data-testid="hit" data-conversation={hit.conversation} data-seq={hit.seq} onClick={() => go(hit)}>
              <HitLine hit={hit} />
            </button>
          </li>
        ))}
      </ul>
      {found?.next && <p class="buttons"><button type="button" data-testid="search-more" onClick={() => void ask(found.next)}>{t.searchMore}</button></p>}
    </Dialog>
  );
}

function HitLine({ hit }: { hit: Hit }) {
  const { t, language } = useSurroundings();
  return (
    <>
      <span class="card-head">
        <span class="card-name">{customerName(ended(hit), t)}</span>
        {hit.exact && <span class="tag">{t.searchExact}</span>}
        <span class="tag">{t.channels[hit.channel] ?? hit.channel}</span>
        <time class="ago" dateTime={hit.at}>{clock(hit.at, language)}</time>
      </span>
      <span class="hit-text">
        {hit.kind === "identified" ? `${t.identified} ` : hit.from === "customer" ? "" : `${hit.from === "agent" ? t.bot : hit.name}: `}
        {marked(hit.text, hit.marks)}
      </span>
    </>
  );
}

/** What was found, as marked by the server; never as markup. */
function marked(text: string, marks: Hit["marks"]): ComponentChildren[] {
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    if (start < at) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return [...parts, text.slice(at)];
}

/** What the desk no longer lists has ended. */
function ended(hit: Hit): Conversation {
  const { conversation, channel, customer, at, seq } = hit;
  return { conversation, channel, customer, state: "closed", reason: "", operator: "", to: "", begun: at, changed: at, waiting_since: "", seq, sku: "", last: "", unanswered: 0, intent: "", confidence: 0 };
}
