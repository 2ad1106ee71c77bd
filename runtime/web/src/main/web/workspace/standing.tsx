import type { OperatorStatus } from "../shared/protocol.ts";
import { fill } from "../shared/language.ts";
import { useSurroundings } from "./context.ts";

const OWN_WORDS: OperatorStatus[] = ["online", "busy", "break"];

/** What the operator says of themselves, and how many customers they have of how many they may have. */
export function Standing() {
  const { desk, me, t, act } = useSurroundings();
  const own = desk.operators.find((one) => one.login === me.login);
  if (!own?.status) return null;
  return (
    <>
      <select class={`standing ${own.status}`} data-testid="status" data-status={own.status} aria-label={t.status} value={own.status} onChange={(event) => act({ type: "status", status: event.currentTarget.value as OperatorStatus })}>
        {OWN_WORDS.map((word) => (
          <option key={word} value={word}>{t.statuses[word]}</option>
        ))}
        {own.status === "away" && <option value="away">{t.statuses.away}</option>}
      </select>
      <span class={own.serving >= own.capacity ? "pill warn" : "pill"} data-testid="capacity" title={fill(t.capacity, { n: own.serving, m: own.capacity })}>
        {own.serving}/{own.capacity}
      </span>
    </>
  );
}
