import { useEffect, useState } from "preact/hooks";
import { call } from "../shared/http.ts";
import { fill } from "../shared/language.ts";
import { dateTime } from "../shared/time.ts";
import { ConfigForm } from "./config.tsx";
import { faultText, useSurroundings } from "./context.ts";
import { DeadLetters } from "./letters.tsx";
import { LogTail } from "./logs.tsx";
import type { Happening, Plugin } from "./model.ts";
import { useDecide } from "./rollout.tsx";
import { AsksShown } from "./upload.tsx";

type View = "facts" | "config" | "log" | "timeline" | "letters";
const VIEWS: View[] = ["facts", "config", "log", "timeline", "letters"];

/** All about one generation, beneath its row. */
export function Details({ plugin, refresh }: { plugin: Plugin; refresh: () => void }) {
  const { t } = useSurroundings();
  const decide = useDecide(refresh);
  const [view, setView] = useState<View>("facts");
  return (
    <div class="details" data-testid="details" data-plugin={plugin.plugin}>
      <div class="views">
        <div class="tablist" role="tablist" aria-label={t.more}>
          {VIEWS.map((one) => (
            <button key={one} type="button" role="tab" aria-selected={one === view} class="ghost" data-testid={`view-${one}`} onClick={() => setView(one)}>
              {t.views[one]}
            </button>
          ))}
        </div>
        <span class="space" />
        {plugin.state === "LIVE" && !plugin.revoked && <button type="button" class="danger" data-testid="plugin-disable" onClick={() => void decide(plugin.plugin, "disable")}>{t.decisions["disable"]}</button>}
      </div>
      {view === "facts" && <Facts plugin={plugin} />}
      {view === "config" && <ConfigForm plugin={plugin.plugin} />}
      {view === "log" && <LogTail plugin={plugin.plugin} />}
      {view === "letters" && <DeadLetters plugin={plugin.plugin} />}
      {view === "timeline" && <Timeline plugin={plugin.plugin} />}
    </div>
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1_048_576).toFixed(1);
}

function Facts({ plugin }: { plugin: Plugin }) {
  const { t } = useSurroundings();
  return (
    <div class="facts" data-testid="facts">
      <AsksShown asks={plugin.asks} />
      <dl class="asks">
        <dt>{t.faultsBy}</dt>
        <dd>{fill(t.faultKinds, { threw: plugin.errors, late: plugin.timeouts, rejected: plugin.rejected, stopped: plugin.stopped })}</dd>
        <dt>{t.threads}</dt>
        <dd>{fill(t.threadsOf, { busy: plugin.busy, threads: plugin.threads, queued: plugin.queued, stuck: plugin.stuck })}</dd>
        <dt>{t.consumed}</dt>
        <dd>{fill(t.consumedOf, { cpu: (plugin.cpu_ms / 1000).toFixed(1), bytes: megabytes(plugin.allocated_bytes) })}</dd>
        <dt>SHA-256</dt>
        <dd class="mono">{plugin.sha256}…</dd>
        {plugin.provider && (
          <>
            <dt>{t.provider}</dt>
            <dd>{plugin.provider}</dd>
          </>
        )}
        {plugin.note && (
          <>
            <dt>{t.note}</dt>
            <dd>{plugin.note}</dd>
          </>
        )}
      </dl>
    </div>
  );
}

function Timeline({ plugin }: { plugin: string }) {
  const { t, language } = useSurroundings();
  const [all, setAll] = useState<Happening[] | undefined>();
  const [fault, setFault] = useState("");
  useEffect(() => {
    call<{ happenings: Happening[] }>("GET", `api/admin/plugins/${encodeURIComponent(plugin)}/timeline`).then(
      (found) => setAll(found.happenings),
      (thrown) => setFault(faultText(thrown, t)),
    );
  }, [plugin]);
  if (fault) return <p class="fault" role="alert">{fault}</p>;
  if (!all) return <p class="quiet">{t.loading}</p>;
  if (all.length === 0) return <p class="quiet">{t.noTimeline}</p>;
  return (
    <ol class="timeline" data-testid="timeline">
      {all.map((one, i) => (
        <li key={`${one.at} ${i}`} data-testid="happening" data-what={one.what}>
          <time class="quiet">{dateTime(one.at, language)}</time>
          <b>{t.states[one.what] ?? t.decisions[one.what] ?? one.what}</b>
          <span class="mono">{one.version}</span>
          {one.generation > 0 && <span class="quiet">g{one.generation}</span>}
          {one.by && <span>{fill(t.by, { who: one.by })}</span>}
          {one.note && <span class="quiet">{one.note}</span>}
        </li>
      ))}
    </ol>
  );
}
