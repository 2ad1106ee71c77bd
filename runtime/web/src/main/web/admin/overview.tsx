import { duration } from "../shared/time.ts";
import { useSurroundings } from "./context.ts";
import type { Overview } from "./model.ts";
import { usePoll } from "./poll.ts";
import { Lost } from "./parts.tsx";

const EVERY_MS = 2000;

/** How the house is doing, at a glance. */
export function OverviewPage() {
  const { t, language, lost } = useSurroundings();
  const polled = usePoll<Overview>("api/admin/overview", EVERY_MS, lost);
  const overview = polled.value;
  if (!overview) return <Lost polled={polled} />;
  return (
    <div data-testid="overview">
      <Lost polled={polled} />
      <div class="figures">
        {Object.entries(overview.sessions).map(([state, count]) => (
          <div key={state} class={`figure ${state} ${count > 0 ? "some" : ""}`} data-testid={`sessions-${state}`}>
            <span class="number">{count}</span>
            <span class="label">{t.state[state] ?? state}</span>
          </div>
        ))}
      </div>
      <div class="cards">
        <section class="box">
          <h2>{t.health}</h2>
          <ul class="health">
            {overview.health.map((one) => (
              <li key={one.name} data-testid="health" data-name={one.name} data-up={one.up}>
                <span class={one.up ? "pill good" : "pill bad"}>{one.up ? t.up : t.down}</span>
                <span>{one.name}</span>
                <span class="quiet detail">{one.detail}</span>
              </li>
            ))}
          </ul>
        </section>
        <section class="box">
          <h2>Hotdesk</h2>
          <dl class="pairs">
            <dt>{t.uptime}</dt>
            <dd data-testid="uptime">{duration(overview.uptime_s, language)}</dd>
            <dt>{t.version}</dt>
            <dd class="mono" data-testid="version">{overview.version}</dd>
            <dt>{t.profile}</dt>
            <dd class="mono">{overview.profile}</dd>
            <dt>{t.sockets}</dt>
            <dd>
              {Object.entries(overview.sockets).map(([side, count]) => `${t.socketsOf[side] ?? side} ${count}`).join(" · ")}
            </dd>
            <dt>{t.lanes}</dt>
            <dd>{overview.lanes}</dd>
          </dl>
        </section>
      </div>
    </div>
  );
}
