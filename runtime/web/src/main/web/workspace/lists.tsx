import { fill } from "../shared/language.ts";
import type { Conversation } from "../shared/protocol.ts";
import { clock, elapsed } from "../shared/time.ts";
import { useNow } from "../shared/ui.tsx";
import { customerName, stateText, useSurroundings } from "./context.ts";
import { lists, type Lists } from "./rights.ts";

const WAITS_LONG_S = 60;
const WAITS_TOO_LONG_S = 180;

/** The left column: who waits, mine, with the bot, with others. */
export function DeskLists() {
  const { desk, me, t, act } = useSurroundings();
  const now = useNow(1000);
  const all = lists(desk.conversations.values(), me);
  const section = (name: keyof Lists, empty: string) => (
    <section key={name} class={`list ${name}`} data-testid={`list-${name}`} aria-label={t.lists[name]}>
      <h2>
        {t.lists[name]} <span class="count" data-testid={`count-${name}`}>{all[name].length}</span>
        {name === "waiting" && all.waiting.length > 0 && (
          <button type="button" class="small next" data-testid="next" title={t.nextHelp} onClick={() => act({ type: "next" })}>{t.next}</button>
        )}
      </h2>
      {all[name].length === 0 && <p class="none">{empty}</p>}
      <ul>
        {all[name].map((one) => (
          <li key={one.conversation}>
            <Card one={one} list={name} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
  return (
    <nav class="lists" data-testid="lists">
      {all.offered.length > 0 && section("offered", "")}
      {section("waiting", t.noneWaiting)}
      {section("mine", t.noneMine)}
      {all.snoozed.length > 0 && section("snoozed", "")}
      {section("bot", t.noneBot)}
      {all.offline.length > 0 && section("offline", "")}
      {all.others.length > 0 && section("others", "")}
    </nav>
  );
}

function Card({ one, list, now }: { one: Conversation; list: keyof Lists; now: number }) {
  const surroundings = useSurroundings();
  const { desk, t, language } = surroundings;
  const chosen = desk.opened === one.conversation;
  const unread = list === "mine" || list === "offered" ? desk.unread(one) : 0;
  const draft = desk.drafts.get(one.conversation)?.trim();
  return (
    <button
      type="button"
      class={chosen ? "card chosen" : "card"}
      aria-current={chosen ? "true" : undefined}
      data-testid="card"
      data-conversation={one.conversation}
      data-state={one.state}
      onClick={() => desk.open(one.conversation)}
    >
      <span class="card-head">
        <span class="card-name">{customerName(one, t)}</span>
        {list === "waiting" ? <Waited since={one.waiting_since || one.changed} now={now} /> : <time class="ago" dateTime={one.changed}>{clock(one.changed, language)}</time>}
      </span>
      <span class="card-last">
        {draft && !chosen ? (
          <>
            <em>[{t.draft}]</em> {draft}
          </>
        ) : desk.typing.has(one.conversation) ? (
          <em>{t.typing}</em>
        ) : (
          one.last || "…"
        )}
      </span>
      <span class="card-foot">
        {list === "waiting" && one.position !== undefined && <span class="tag" data-testid="place">{fill(t.place, { n: one.position })}</span>}
        {list === "waiting" && one.lane && one.lane !== "normal" && <span class="tag lane" data-testid="lane">{t.lanes[one.lane] ?? one.lane}</span>}
        {one.until && <span class="tag" data-testid="until">{fill(t.until, { time: clock(one.until, language) })}</span>}
        {one.overdue?.map((timer) => <span key={timer} class="tag late" data-testid="overdue" data-timer={timer}>{t.overdue[timer] ?? timer}</span>)}
        {one.flags?.map((flag) => <span key={flag.by} class="tag warn" data-testid="flag" title={flag.by}>{flag.reason[language]}</span>)}
        {list === "waiting" && one.reason && <span class="tag warn">{t.reasons[one.reason] ?? one.reason}</span>}
        {(list === "others" || list === "offered" || one.state === "transferring" || one.state === "wrap_up") && <span class="tag">{stateText(surroundings, one)}</span>}
        {one.intent && <span class="tag mono">{one.intent}</span>}
        {unread > 0 && (
          <span class="unread" data-testid="unread" aria-label={fill(t.unread, { n: unread })}>
            {unread}
          </span>
        )}
      </span>
    </button>
  );
}

function Waited({ since, now }: { since: string; now: number }) {
  const { t } = useSurroundings();
  const seconds = (now - Date.parse(since)) / 1000;
  const urgency = seconds > WAITS_TOO_LONG_S ? "late" : seconds > WAITS_LONG_S ? "soon" : "";
  return (
    <span class={`waited ${urgency}`} title={t.waited} data-testid="waited">
      {elapsed(since, now)}
    </span>
  );
}
