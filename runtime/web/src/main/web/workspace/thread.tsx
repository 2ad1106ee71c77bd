import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { fill } from "../shared/language.ts";
import type { Conversation, Corrected, Entry, Moved, Said, Understood, Viewed } from "../shared/protocol.ts";
import { clock } from "../shared/time.ts";
import { Icon } from "../shared/ui.tsx";
import { Actions } from "./actions.tsx";
import { Composer } from "./composer.tsx";
import { customerName, refusalText, stateText, useSurroundings } from "./context.ts";
import { Refusal } from "./commands.ts";
import type { Unsent } from "./desk.ts";
import { rights } from "./rights.ts";
import { Understanding } from "./understanding.tsx";

const STICK_PX = 120;

/** The middle column: one conversation from its beginning, and what may be done with it. */
export function Thread({ one }: { one: Conversation }) {
  const surroundings = useSurroundings();
  const { desk, me, t } = surroundings;
  const entries = desk.entries.get(one.conversation);
  const unsent = desk.unsent.filter((it) => it.conversation === one.conversation);
  const typing = desk.typing.has(one.conversation);
  const scroller = useRef<HTMLDivElement>(null);
  const stuck = useRef(true);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && stuck.current) element.scrollTop = element.scrollHeight;
  }, [entries?.length, unsent.length, typing]);
  const scrolled = () => {
    const element = scroller.current;
    if (element) stuck.current = element.scrollHeight - element.scrollTop - element.clientHeight < STICK_PX;
  };

  return (
    <main class="thread" data-testid="thread" data-conversation={one.conversation} data-state={one.state}>
      <header class="thread-head">
        <button type="button" class="ghost back" aria-label={t.back} onClick={() => desk.open("")}>
          <Icon name="back" />
        </button>
        <div class="thread-who">
          <h2 data-testid="thread-name">{customerName(one, t)}</h2>
          <p class={`thread-state ${one.state}`} data-testid="thread-state">
            {stateText(surroundings, one)}
            {one.state === "waiting" && one.reason ? ` · ${t.reasons[one.reason] ?? one.reason}` : ""}
          </p>
        </div>
        <Actions one={one} />
      </header>
      <div class="scroll" ref={scroller} onScroll={scrolled} tabIndex={0} aria-label={t.history}>
        {entries ? <Entries entries={entries} conversation={one.conversation} /> : <p class="loading">{t.loading}</p>}
        {unsent.map((it) => (
          <UnsentLine key={it.id} unsent={it} />
        ))}
        {typing && <p class="typing" data-testid="typing">{t.typing}</p>}
      </div>
      <Composer key={one.conversation} one={one} allowed={rights(one, me).say} />
    </main>
  );
}

function Entries({ entries, conversation }: { entries: Entry[]; conversation: string }) {
  const understood = new Map<number, Understood>();
  const corrected = new Map<number, Corrected>();
  for (const entry of entries) {
    if (entry.kind === "understood") understood.set(entry.question, entry);
    if (entry.kind === "corrected") corrected.set(entry.question, entry);
  }
  return (
    <div class="entries" role="log" data-testid="entries">
      {entries.map((entry, index) => {
        switch (entry.kind) {
          case "said":
            return (
              <SaidLine
                key={entry.seq}
                said={entry}
                understood={understood.has(entry.seq) || corrected.has(entry.seq)}
                understanding={
                  entry.from === "customer" && (
                    <Understanding conversation={conversation} question={entry.seq} understood={understood.get(entry.seq)} corrected={corrected.get(entry.seq)} />
                  )
                }
              />
            );
          case "moved":
            return <MovedLine key={entry.seq} moved={entry} before={lastMove(entries, index)} />;
          case "viewed":
            if ((lastView(entries, index)?.sku ?? "") === entry.sku) return null;
            return <FactLine key={entry.seq} entry={entry} />;
          case "identified":
            return <FactLine key={entry.seq} entry={entry} />;
          default:
            return null;
        }
      })}
    </div>
  );
}

function lastMove(entries: Entry[], index: number): Moved | undefined {
  return entries.slice(0, index).findLast((entry) => entry.kind === "moved");
}

function lastView(entries: Entry[], index: number): Viewed | undefined {
  return entries.slice(0, index).findLast((entry) => entry.kind === "viewed");
}

/** The understanding stands below the words; where there is none, the chance to state one hides beside the time. */
function SaidLine({ said, understood, understanding }: { said: Said; understood: boolean; understanding: ComponentChildren }) {
  const { desk, t, language } = useSurroundings();
  const who = said.from === "customer" ? t.customer : said.from === "agent" ? `${t.bot} ${said.name}` : desk.nameOf(said.name);
  return (
    <article class={`said ${said.from}`} data-testid="said" data-from={said.from} data-seq={said.seq}>
      <div class="said-head">
        <b>{who}</b> <time dateTime={said.at}>{clock(said.at, language)}</time> {!understood && understanding}
      </div>
      <p class="bubble" dir="auto">{said.text}</p>
      {understood && understanding}
    </article>
  );
}

function UnsentLine({ unsent }: { unsent: Unsent }) {
  const { desk, t } = useSurroundings();
  return (
    <article class={unsent.refused ? "said operator failed" : "said operator sending"} data-testid="unsent">
      <p class="bubble" dir="auto">{unsent.text}</p>
      <p class="said-foot">
        {unsent.refused ? `${t.failed} · ${refusalText(new Refusal(unsent.refused, ""), t)} ` : t.sending}
        {unsent.refused && (
          <>
            <button type="button" class="link" data-testid="again" onClick={() => desk.say(unsent.conversation, unsent.text, unsent.id)}>{t.again}</button>
            <button type="button" class="link" data-testid="discard" onClick={() => desk.discard(unsent.id)}>{t.discard}</button>
          </>
        )}
      </p>
    </article>
  );
}

function MovedLine({ moved, before }: { moved: Moved; before: Moved | undefined }) {
  const { desk, t, language } = useSurroundings();
  const by = desk.nameOf(moved.by);
  const reason = t.reasons[moved.reason] ?? moved.reason;
  const returned = moved.state === "operator" && before?.state === "transferring" && before.operator === moved.operator;
  const words =
    moved.reason === "reopened" ? t.moved.reopened
    : returned ? t.moved.returned
    : moved.state === "bot" && moved.by ? t.moved.botBy
    : moved.state === "closed" && moved.by ? t.moved.closedBy
    : t.moved[moved.state];
  const name = moved.state === "operator" ? desk.nameOf(moved.operator) : by || desk.nameOf(moved.operator);
  return (
    <div class={`moved ${moved.state}`} data-testid="moved" data-state={moved.state} data-seq={moved.seq}>
      <p>
        {fill(words, { name, to: desk.nameOf(moved.to) })}
        {moved.state === "waiting" && reason && ` · ${reason}`} <time dateTime={moved.at}>{clock(moved.at, language)}</time>
      </p>
      {moved.state === "transferring" && moved.note && (
        <p class="note" data-testid="transfer-note-shown">
          <b>{t.note}</b> {moved.note}
        </p>
      )}
    </div>
  );
}

function FactLine({ entry }: { entry: Entry & { kind: "viewed" | "identified" } }) {
  const { t, language } = useSurroundings();
  return (
    <div class="moved fact" data-testid={entry.kind} data-seq={entry.seq}>
      <p>
        {entry.kind === "viewed" ? (entry.sku ? t.viewed : t.viewedNone) : t.identified}{" "}
        <span class="mono">{entry.kind === "viewed" ? entry.sku : entry.customer}</span> <time dateTime={entry.at}>{clock(entry.at, language)}</time>
      </p>
    </div>
  );
}
