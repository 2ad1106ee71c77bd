import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { fill } from "../shared/language.ts";
import { inPlace } from "../shared/ordered.ts";
import type { Conversation, Corrected, Entry, Moved, Said, Understood, Viewed } from "../shared/protocol.ts";
import { clock } from "../shared/time.ts";
import { Icon, useNow } from "../shared/ui.tsx";
import { Actions } from "./actions.tsx";
import { Composer } from "./composer.tsx";
import { customerName, refusalText, stateText, targetText, useSurroundings } from "./context.ts";
import { Refusal } from "./commands.ts";
import type { Unsent } from "./desk.ts";
import { Attachments } from "./files.tsx";
import { HandOverSummary } from "./handover.tsx";
import { reached } from "./reached.ts";
import { rights } from "./rights.ts";
import { Why } from "./why.tsx";
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
        <Viewers conversation={one.conversation} />
        <Why key={one.conversation} conversation={one.conversation} />
        <Actions one={one} />
      </header>
      <HandOverSummary one={one} />
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

/** Who else looks at this conversation. */
function Viewers({ conversation }: { conversation: string }) {
  const { desk, t } = useSurroundings();
  useNow(LOOK_MS);
  const names = desk.viewers(conversation).map((login) => desk.nameOf(login));
  return <span role="status">{names.length > 0 && <span class="tag" data-testid="viewers">{fill(t.viewers, { names: names.join(", ") })}</span>}</span>;
}

/** Where the server is set up as it comes, words can be taken back for so long; it decides. */
const RECALL_MS = 120_000;
const LOOK_MS = 5000;

function Entries({ entries: logged, conversation }: { entries: Entry[]; conversation: string }) {
  const { desk, t } = useSurroundings();
  const now = useNow(LOOK_MS);
  const entries = [...logged].sort(inPlace);
  const recalled = new Set<number>();
  const understood = new Map<number, Understood>();
  const corrected = new Map<number, Corrected>();
  for (const entry of entries) {
    if (entry.kind === "understood") understood.set(entry.question, entry);
    if (entry.kind === "recalled") recalled.add(entry.message);
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
                conversation={conversation}
                recalled={entry.recalled === true || recalled.has(entry.seq)}
                now={now}
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
          case "left":
            return (
              <article key={entry.seq} class="said customer" data-testid="left" data-seq={entry.seq}>
                <div class="said-head"><b>{t.left}</b> <EntryTime at={entry.at} /></div>
                <p class="bubble" dir="auto">{entry.text}</p>
                {entry.contact && <p class="said-foot" data-testid="left-contact">{t.contact} {entry.contact}</p>}
              </article>
            );
          case "noticed":
            return (
              <div key={entry.seq} class="moved fact" data-testid="noticed" data-seq={entry.seq}>
                <p>{fill(t.noticed, { name: desk.nameOf(entry.by) })} <EntryTime at={entry.at} /></p>
                <p class="note" dir="auto">{entry.text}</p>
              </div>
            );
          case "rated":
            return (
              <div key={entry.seq} class="moved" data-testid="rated" data-score={entry.score} data-seq={entry.seq}>
                <p>{fill(t.rated, { n: entry.score })} {"★".repeat(entry.score)} <EntryTime at={entry.at} /></p>
                {entry.comment && <p class="note">{entry.comment}</p>}
              </div>
            );
          case "overdue":
            return <p key={entry.seq} class="moved waiting" data-testid="overdue-entry" data-timer={entry.timer}>{t.overdue[entry.timer] ?? entry.timer} <EntryTime at={entry.at} /></p>;
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
function SaidLine({ said, conversation, recalled, now, understood, understanding }: { said: Said; conversation: string; recalled: boolean; now: number; understood: boolean; understanding: ComponentChildren }) {
  const { desk, me, t, language, act } = useSurroundings();
  const mine = said.from === "operator" && (said.name === me.login || said.name === me.name);
  const recallable = mine && !recalled && now - Date.parse(said.at) < RECALL_MS;
  const who = said.from === "customer" ? t.customer : said.from === "agent" ? `${t.bot} ${said.name}` : desk.nameOf(said.name);
  return (
    <article class={`said ${said.from}${recalled ? " taken-back" : ""}`} data-testid="said" data-from={said.from} data-seq={said.seq} data-recalled={recalled || undefined} data-late={said.late || undefined}>
      <div class="said-head">
        <b>{who}</b> <time dateTime={said.at}>{clock(said.at, language)}</time>{" "}
        {said.late && <span class="tag warn" data-testid="late">{fill(t.late, { time: clock(said.sent || said.at, language) })}</span>} {!understood && understanding}
      </div>
      {(said.text || (!recalled && !said.attachments?.length)) && <p class="bubble" dir="auto">{said.text}</p>}
      <Attachments conversation={conversation} files={said.attachments ?? []} />
      {recalled && <p class="said-foot" data-testid="recalled">{t.recalled}</p>}
      {said.from !== "customer" && !recalled && (
        <p class="said-foot">
          {recallable && (
            <button type="button" class="link" data-testid="recall-message" onClick={() => act({ type: "recall", conversation, message: said.seq })}>{t.recallMessage}</button>
          )}{" "}
          <Receipt conversation={conversation} seq={said.seq} />
        </p>
      )}
      {understood && understanding}
    </article>
  );
}

function EntryTime({ at }: { at: string }) {
  const { language } = useSurroundings();
  return <time dateTime={at}>{clock(at, language)}</time>;
}

/** How far the customer has got, as one word and as ticks; what failed can be sent again. */
function Receipt({ conversation, seq }: { conversation: string; seq: number }) {
  const { desk, t, act } = useSurroundings();
  const delivery = desk.deliveries.get(conversation)?.get(seq);
  const { word, again } = reached(seq, desk.receipts.get(conversation) ?? { delivered: 0, read: 0 }, delivery);
  const stuck = word === "failed" || word === "unknown";
  return (
    <span class={`ticks ${word}`} data-testid="receipt" data-receipt={word}>
      {!stuck && word !== "queued" && <Icon name="check" />}
      {(word === "delivered" || word === "read") && <Icon name="check" />} {t.receipt[word]}
      {stuck && delivery && (delivery.reason || delivery.code) && <span data-testid="receipt-reason"> · {[delivery.reason, delivery.code].filter(Boolean).join(" ")}</span>}
      {again && (
        <>
          {" "}
          <button type="button" class="link" data-testid="retry-message" onClick={() => act({ type: "retry", conversation, message: seq })}>{t.sendAgain}</button>
        </>
      )}
    </span>
  );
}

function UnsentLine({ unsent }: { unsent: Unsent }) {
  const { desk, t } = useSurroundings();
  return (
    <article class={unsent.refused ? "said operator failed" : "said operator sending"} data-testid="unsent">
      <p class="bubble" dir="auto">{[unsent.text, ...unsent.attachments.map((file) => file.name)].filter(Boolean).join("\n")}</p>
      <p class="said-foot">
        {unsent.refused ? `${t.failed} · ${refusalText(new Refusal(unsent.refused, ""), t)} ` : t.sending}
        {unsent.refused && (
          <>
            <button type="button" class="link" data-testid="again" onClick={() => desk.say(unsent.conversation, unsent.text, unsent.id, unsent.attachments)}>{t.again}</button>
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
        {fill(words, { name, to: targetText(desk, t, moved.target, moved.to) })}
        {moved.state === "waiting" && reason && ` · ${reason}`} <time dateTime={moved.at}>{clock(moved.at, language)}</time>
      </p>
      {moved.note && (moved.state === "transferring" || moved.state === "snoozed") && (
        <p class="note" data-testid={moved.state === "snoozed" ? "snooze-note-shown" : "transfer-note-shown"}>
          <b>{t.note}</b> {moved.state === "transferring" && moved.reason && <span class="tag" data-testid="transfer-reason-shown">{t.transferReasons[moved.reason] ?? moved.reason}</span>} {moved.note}
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
