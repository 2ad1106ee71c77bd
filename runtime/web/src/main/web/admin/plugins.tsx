import { fill } from "../shared/language.ts";
import { dateTime } from "../shared/time.ts";
import { useSurroundings } from "./context.ts";
import type { Drop, Plugin, Plugins } from "./model.ts";
import { CopyButton, Lost } from "./parts.tsx";
import { usePoll } from "./poll.ts";

const EVERY_MS = 1000;

/** All plugins as they are now, and the files that were refused, with the reason. */
export function PluginsPage() {
  const { t, lost } = useSurroundings();
  const polled = usePoll<Plugins>("api/admin/plugins", EVERY_MS, lost);
  const all = polled.value;
  if (!all) return <Lost polled={polled} />;
  const command = `cp your-plugin.jar ${all.folder}/`;
  return (
    <div data-testid="plugins">
      <Lost polled={polled} />
      <section class="box how">
        <p>{t.pluginHelp}</p>
        <div class="command">
          <code data-testid="plugin-folder">{command}</code>
          <CopyButton text={command} />
        </div>
      </section>
      {all.plugins.length === 0 ? (
        <div class="box empty" data-testid="no-plugins">
          <strong>{t.noPlugins}</strong>
          <span>{t.noPluginsMore}</span>
        </div>
      ) : (
        <PluginTable plugins={all.plugins} />
      )}
      <h2 class="heading">{t.drops}</h2>
      {all.drops.length === 0 ? <p class="quiet">{t.noDrops}</p> : <DropList drops={all.drops} />}
    </div>
  );
}

const TONE: Record<string, string> = { LIVE: "good", ok: "good", REJECTED: "bad", FAILED: "bad", QUARANTINED: "bad", down: "bad", failing: "bad" };

function Tone({ value, label, testid }: { value: string; label: string; testid: string }) {
  const tone = TONE[value] ?? (value === "STANDBY" ? "" : "warn");
  return (
    <span class={`pill ${tone}`} data-testid={testid}>
      {label}
    </span>
  );
}

function PluginTable({ plugins }: { plugins: Plugin[] }) {
  const { t, language } = useSurroundings();
  return (
    <div class="box wide">
      <table>
        <thead>
          <tr>
            <th>{t.plugin}</th>
            <th>{t.version}</th>
            <th>{t.pluginState}</th>
            <th>{t.pluginHealth}</th>
            <th>{t.since}</th>
            <th class="number">{t.calls}</th>
            <th class="number">{t.faults}</th>
          </tr>
        </thead>
        <tbody>
          {plugins.map((one) => (
            <tr key={`${one.plugin} ${one.generation} ${one.file}`} data-testid="plugin" data-plugin={one.plugin} data-version={one.version} data-state={one.state}>
              <td>
                <b>{one.plugin}</b> {one.kinds.map((kind) => <span key={kind} class="kind">{kind}</span>)}
                {one.description && <p class="quiet">{one.description}</p>}
                <p class="mono quiet file" title={`SHA-256 ${one.sha256}`}>{one.file}</p>
                {one.last_fault && <p class="last-fault" data-testid="last-fault">{t.lastFault}: {one.last_fault}</p>}
              </td>
              <td class="version">
                <span class="mono" data-testid="plugin-version">{one.version}</span>
                <p class="quiet">{fill(t.generation, { n: one.generation })}</p>
              </td>
              <td><Tone value={one.state} label={t.states[one.state] ?? one.state} testid="plugin-state" /></td>
              <td><Tone value={one.health} label={one.health} testid="plugin-health" /></td>
              <td class="time">{dateTime(one.since, language)}</td>
              <td class="number" data-testid="plugin-calls">{one.calls}</td>
              <td class={one.faults > 0 ? "number bad" : "number"} data-testid="plugin-faults">{one.faults}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DropList({ drops }: { drops: Drop[] }) {
  const { t, language } = useSurroundings();
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
          <p class="drop-reason" data-testid="drop-reason">{one.reason}</p>
        </li>
      ))}
    </ul>
  );
}
