import { Fragment } from "preact";
import { useRef, useState } from "preact/hooks";
import { fill } from "../shared/language.ts";
import { dateTime } from "../shared/time.ts";
import { useSurroundings } from "./context.ts";
import { Details } from "./details.tsx";
import { errorRate, keyOf, remember, type History } from "./history.ts";
import { LeakMeter } from "./leaks.tsx";
import type { Drop, Plugin, Plugins } from "./model.ts";
import { Lost, Tone } from "./parts.tsx";
import { usePoll } from "./poll.ts";
import { RolloutBox, TrafficBar, useDecide } from "./rollout.tsx";
import { Spark } from "./spark.tsx";
import { Checks, Upload } from "./upload.tsx";

const EVERY_MS = 1000;

/** Sound files that do not serve until an admin says so. */
const APART = ["DISABLED", "HELD", "QUARANTINED", "WAITING"];

/** All plugins as they are now, what can be decided about them, and the files that were refused. */
export function PluginsPage() {
  const { t, lost } = useSurroundings();
  const polled = usePoll<Plugins>("api/admin/plugins", EVERY_MS, lost);
  const seen = useRef<History>(new Map());
  const history = (seen.current = remember(seen.current, polled.value?.plugins ?? [], polled.at));
  const all = polled.value;
  if (!all) return <Lost polled={polled} />;
  const apart = all.drops.filter((one) => APART.includes(one.state));
  const refused = all.drops.filter((one) => one.state === "REJECTED");
  return (
    <div data-testid="plugins">
      <Lost polled={polled} />
      {all.unsigned === "allow" && <p class="note" data-testid="unsigned-allowed">{t.unsignedAllowed}</p>}
      <Upload folder={all.folder} drops={all.drops} onInstalled={polled.refresh} />
      {all.rollout && <RolloutBox rollout={all.rollout} refresh={polled.refresh} />}
      {all.plugins.length === 0 ? (
        <div class="box empty" data-testid="no-plugins">
          <strong>{t.noPlugins}</strong>
          <span>{t.noPluginsMore}</span>
        </div>
      ) : (
        <PluginTable plugins={ordered(all.plugins)} history={history} refresh={polled.refresh} />
      )}
      {apart.length > 0 && <h2 class="heading">{t.apart}</h2>}
      {apart.length > 0 && <DropList drops={apart} refresh={polled.refresh} />}
      <h2 class="heading">{t.drops}</h2>
      {refused.length === 0 ? <p class="quiet">{t.noDrops}</p> : <DropList drops={refused} refresh={polled.refresh} />}
      <h2 class="heading">{t.memory}</h2>
      <LeakMeter />
    </div>
  );
}

const SERVING = ["LIVE", "CANARY", "SHADOW"];

/** By name, and of one plugin first what serves, then the latest generation. */
function ordered(plugins: readonly Plugin[]): Plugin[] {
  const rank = (one: Plugin) => (SERVING.includes(one.state) ? 0 : 1);
  return [...plugins].sort((a, b) => a.plugin.localeCompare(b.plugin) || rank(a) - rank(b) || b.generation - a.generation);
}

/** Stays the same when a version begins anew with other settings. */
function versionOf(one: Plugin): string {
  return `${one.plugin} ${one.version}`;
}

function PluginTable({ plugins, history, refresh }: { plugins: Plugin[]; history: History; refresh: () => void }) {
  const { t } = useSurroundings();
  const [open, setOpen] = useState<string | undefined>();
  const opened = plugins.find((one) => versionOf(one) === open);
  return (
    <div class="box wide">
      <table class="plugins">
        <thead>
          <tr>
            <th>{t.plugin}</th>
            <th>{t.version}</th>
            <th>{t.pluginState}</th>
            <th class="number">{t.traffic}</th>
            <th class="number">{t.calls}</th>
            <th class="number">{t.errorRate}</th>
            <th class="number">p95</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {plugins.map((one) => (
            <Fragment key={`${keyOf(one)} ${one.file}`}>
              <PluginRow one={one} history={history} open={one === opened} toggle={() => setOpen(one === opened ? undefined : versionOf(one))} refresh={refresh} hasStandby={plugins.some((other) => other.plugin === one.plugin && other.state === "STANDBY")} />
              {one === opened && (
                <tr class="more">
                  <td colSpan={8}>
                    <Details plugin={one} refresh={refresh} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  one: Plugin;
  history: History;
  open: boolean;
  toggle: () => void;
  refresh: () => void;
  /** Whether there is a version to go back to. */
  hasStandby: boolean;
}

function PluginRow({ one, history, open, toggle, refresh, hasStandby }: RowProps) {
  const { t, language } = useSurroundings();
  const decide = useDecide(refresh);
  const samples = history.get(keyOf(one)) ?? [];
  const rate = errorRate(samples);
  const isServing = SERVING.includes(one.state);
  return (
    <tr class={isServing ? "" : "aside-row"} data-testid="plugin" data-plugin={one.plugin} data-version={one.version} data-state={one.state}>
      <td>
        <b>{one.plugin}</b> {one.kinds.map((kind) => <span key={kind} class="kind">{kind}</span>)}
        {one.description && isServing && <p class="quiet">{one.description}</p>}
        {one.revoked && <p class="last-fault" role="alert" data-testid="revoked">{t.revokedRuns}</p>}
        {one.health !== "ok" && <p><Tone value={one.health} label={t.healths[one.health] ?? one.health} testid="plugin-health" /></p>}
        {one.last_fault && <p class="last-fault" data-testid="last-fault">{t.lastFault}: {one.last_fault}</p>}
        {one.note && !isServing && <p class="quiet" data-testid="plugin-note">{one.note}</p>}
      </td>
      <td class="version">
        <span class="mono" data-testid="plugin-version">{one.version}</span>
        <p class="quiet">{fill(t.generation, { n: one.generation })}</p>
      </td>
      <td>
        <Tone value={one.state} label={t.states[one.state] ?? one.state} testid="plugin-state" />
        <p class="quiet time">{dateTime(one.since, language)}</p>
      </td>
      <td class="number share" data-testid="plugin-share">
        {one.share > 0 ? `${one.share}%` : "–"}
        {one.share > 0 && <TrafficBar shares={[{ name: one.version, share: one.share }, { name: t.others, share: 100 - one.share }]} />}
      </td>
      <td class="number" data-testid="plugin-calls">{one.calls}</td>
      <td class={rate ? "number bad" : "number"} data-testid="plugin-faults">{rate === undefined ? "–" : `${(100 * rate).toFixed(1)}%`}</td>
      <td class="number p95">
        {one.recent_calls > 0 ? `${one.p95_ms} ms` : "–"}
        {one.recent_calls > 0 && <Spark values={samples.map((sample) => sample.p95)} label={fill(t.p95Of, { plugin: one.plugin })} />}
      </td>
      <td class="row-buttons">
        {one.state === "LIVE" && hasStandby && <button type="button" data-testid="plugin-rollback" onClick={() => void decide(one.plugin, "rollback")}>{t.decisions["rollback"]}</button>}
        {one.state === "LIVE" && one.revoked && <button type="button" class="danger" data-testid="plugin-disable" onClick={() => void decide(one.plugin, "disable")}>{t.decisions["disable"]}</button>}
        <button type="button" aria-expanded={open} data-testid="plugin-details" onClick={toggle}>{t.more}</button>
      </td>
    </tr>
  );
}

function DropList({ drops, refresh }: { drops: Drop[]; refresh: () => void }) {
  const { t, language } = useSurroundings();
  const decide = useDecide(refresh);
  return (
    <ul class="drops">
      {drops.map((one) => (
        <li key={`${one.file} ${one.at}`} class="box" data-testid="drop" data-file={one.file}>
          <p class="drop-head">
            <Tone value={one.state} label={t.states[one.state] ?? one.state} testid="drop-state" />
            <b class="mono">{one.file}</b>
            {one.plugin && <span class="quiet">{one.plugin} {one.version}</span>}
            <time class="quiet">{dateTime(one.at, language)}</time>
          </p>
          <p class={one.state === "REJECTED" ? "drop-reason" : "drop-reason mild"} data-testid="drop-reason">{one.reason}</p>
          {one.state === "DISABLED" && <p class="row-buttons"><button type="button" data-testid="drop-enable" onClick={() => void decide(one.plugin, "enable")}>{t.decisions["enable"]}</button></p>}
          {(one.state === "HELD" || one.state === "QUARANTINED") && (
            <p class="row-buttons">
              <button type="button" data-testid="drop-canary" onClick={() => void decide(one.plugin, "canary", "?percent=10")}>{t.ways["?rollout=canary&percent=10"]}</button>
              <button type="button" data-testid="drop-promote" onClick={() => void decide(one.plugin, "promote")}>{t.decisions["promote"]}</button>
            </p>
          )}
          {one.checks.length > 0 && (
            <details>
              <summary>{t.allChecks}</summary>
              <Checks checks={one.checks} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
