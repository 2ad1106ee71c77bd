import type { Conversation } from "../shared/protocol.ts";
import { useSurroundings } from "./context.ts";
import { handOver } from "./handover.ts";

/** Above a conversation that a bot handed over: what there is to know without reading all of it. */
export function HandOverSummary({ one }: { one: Conversation }) {
  const { desk, t } = useSurroundings();
  const summary = one.state === "bot" || one.state === "closed" ? undefined : handOver(desk.entries.get(one.conversation) ?? []);
  if (!summary) return null;
  const percent = Math.round(summary.confidence * 100);
  return (
    <details class="handover" data-testid="handover" data-reason={summary.reason} open>
      <summary>
        {t.handOver} · <b>{t.reasons[summary.reason] ?? summary.reason}</b>
      </summary>
      <dl>
        {summary.asked.length > 0 && (
          <div>
            <dt>{t.handOverAsked}</dt>
            {summary.asked.map((text, index) => <dd key={index} dir="auto" data-testid="handover-asked">{text}</dd>)}
          </div>
        )}
        <div>
          <dt>{t.understood}</dt>
          <dd data-testid="handover-understood">
            {summary.intent ? <span class="mono">{summary.intent} · {percent} %</span> : t.noIntent}{" "}
            {summary.slots.map(([name, value]) => <span key={name} class="slot mono">{name} = {value} </span>)}
          </dd>
        </div>
        {summary.answered.length > 0 && (
          <div>
            <dt>{t.handOverAnswered}</dt>
            {summary.answered.map((it, index) => <dd key={index} data-testid="handover-answered"><span class="mono">{it.agent}</span> <span dir="auto">{it.text}</span></dd>)}
          </div>
        )}
        {summary.tried.length > 0 && (
          <div>
            <dt>{t.handOverTried}</dt>
            <dd class="mono" data-testid="handover-tried">{summary.tried.join(", ")}</dd>
          </div>
        )}
        {summary.note && (
          <div>
            <dt>{t.note}</dt>
            <dd class="handover-note" dir="auto" data-testid="handover-note">{summary.note}</dd>
          </div>
        )}
      </dl>
    </details>
  );
}
