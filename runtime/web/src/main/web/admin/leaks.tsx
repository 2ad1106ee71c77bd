import { fill } from "../shared/language.ts";
import { dateTime } from "../shared/time.ts";
import { useSurroundings } from "./context.ts";
import type { Leaks } from "./model.ts";
import { usePoll } from "./poll.ts";

const EVERY_MS = 5000;

/** Which retired plugins are still in memory, and what holds them. */
export function LeakMeter() {
  const { t, language, lost } = useSurroundings();
  const leaks = usePoll<Leaks>("api/admin/leaks", EVERY_MS, lost).value;
  if (!leaks) return null;
  const leaked = leaks.remnants.filter((one) => one.leaked);
  return (
    <section class="box leaks" data-testid="leaks" data-alive={leaks.loaders_alive} data-leaked={leaked.length}>
      <p>
        <span class={leaked.length > 0 ? "pill bad" : "pill good"}>{leaked.length > 0 ? fill(t.leaked, { n: leaked.length }) : t.noLeaks}</span>{" "}
        <span class="quiet">{fill(t.loaders, { n: leaks.loaders_alive })}</span>
      </p>
      {leaked.map((one) => (
        <p key={one.generation} class="leak" data-testid="leak">
          <b>{one.plugin} {one.version}</b> <span class="quiet">g{one.generation}, {dateTime(one.since, language)}</span>
          <br />
          {one.culprit}
        </p>
      ))}
    </section>
  );
}
