import { useRef, useState } from "preact/hooks";
import { upload } from "../shared/http.ts";
import { fill } from "../shared/language.ts";
import { Icon } from "../shared/ui.tsx";
import { faultText, useSurroundings } from "./context.ts";
import type { Asks, Check, Drop, Report, Verified } from "./model.ts";
import { Tone } from "./parts.tsx";

type Stage =
  | { at: "idle" }
  | { at: "sending"; install: boolean; share: number }
  | { at: "looked"; files: File[]; found: Verified }
  | { at: "installed"; found: Verified };

/** How new versions come to serve: as the server has set, at once, or for some at first. */
const WAYS = ["", "?rollout=direct", "?rollout=shadow", "?rollout=canary&percent=5", "?rollout=canary&percent=10", "?rollout=canary&percent=50"];

/** Jars come in here: looked at first, installed when the admin says so. */
export function Upload({ folder, drops, onInstalled }: { folder: string; drops: readonly Drop[]; onInstalled: () => void }) {
  const { t } = useSurroundings();
  const [stage, setStage] = useState<Stage>({ at: "idle" });
  const [fault, setFault] = useState("");
  const [over, setOver] = useState(false);
  const [way, setWay] = useState("");
  const chooser = useRef<HTMLInputElement>(null);

  const send = async (files: File[], install: boolean) => {
    if (files.length === 0) return;
    setFault("");
    setStage({ at: "sending", install, share: 0 });
    const path = install ? `api/admin/plugins${way}` : "api/admin/plugins/verify";
    try {
      const found = await upload<Verified>(path, files, (share) => setStage({ at: "sending", install, share }));
      setStage(install ? { at: "installed", found } : { at: "looked", files, found });
      if (install) onInstalled();
    } catch (thrown) {
      setFault(faultText(thrown, t));
      setStage({ at: "idle" });
    }
  };
  const look = (list: FileList | null | undefined) => {
    void send([...(list ?? [])], false);
    if (chooser.current) chooser.current.value = "";
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    look(event.dataTransfer?.files);
  };
  const close = () => setStage({ at: "idle" });
  return (
    <section
      class={over ? "box upload over" : "box upload"}
      data-testid="upload"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {stage.at === "idle" && (
        <div class="upload-idle">
          <Icon name="plus" />
          <p>
            <strong>{t.uploadHere}</strong>
            <span class="quiet">{fill(t.uploadOr, { folder })}</span>
          </p>
          <button type="button" class="primary" data-testid="upload-choose" onClick={() => chooser.current?.click()}>{t.choose}</button>
        </div>
      )}
      <input ref={chooser} type="file" accept=".jar" multiple hidden data-testid="upload-file" onChange={(event) => look(event.currentTarget.files)} />
      {fault && <p class="fault" role="alert" data-testid="upload-fault">{fault}</p>}
      {stage.at === "sending" && (
        <p class="sending" role="status" data-testid="upload-progress">
          <progress max={1} value={stage.share < 1 ? stage.share : undefined} aria-label={stage.install ? t.installing : t.checking} />
          <span>{stage.install ? t.installing : t.checking} {Math.round(stage.share * 100)}%</span>
        </p>
      )}
      {stage.at === "looked" && (
        <div data-testid="upload-report" data-ok={stage.found.ok}>
          {stage.found.files.map((one) => <ReportShown key={one.sha256} report={one} />)}
          <div class="buttons">
            {stage.found.ok && (
              <label class="way">
                {t.way}
                <select data-testid="upload-way" value={way} onChange={(event) => setWay(event.currentTarget.value)}>
                  {WAYS.map((one) => <option key={one} value={one}>{t.ways[one]}</option>)}
                </select>
              </label>
            )}
            <button type="button" data-testid="upload-cancel" onClick={close}>{t.cancel}</button>
            {stage.found.ok && (
              <button type="button" class="primary" data-testid="upload-install" onClick={() => void send(stage.files, true)}>
                {t.activate}
              </button>
            )}
          </div>
        </div>
      )}
      {stage.at === "installed" && (
        <div data-testid="upload-installed" role="status">
          <ul class="fates">
            {stage.found.files.map((one) => <Fate key={one.sha256} report={one} drop={drops.find((drop) => drop.sha256 === one.sha256)} />)}
          </ul>
          <div class="buttons">
            <button type="button" data-testid="upload-done" onClick={close}>{t.done}</button>
          </div>
        </div>
      )}
    </section>
  );
}

function ReportShown({ report }: { report: Report }) {
  const { t } = useSurroundings();
  return (
    <article class="report" data-testid="report" data-file={report.file}>
      <h3>
        <span class="mono">{report.file}</span>
        {report.plugin && <span class="quiet"> {report.plugin} {report.version}</span>}
        <span class={report.ok ? "pill good" : "pill bad"}>{report.ok ? t.sound : t.refused}</span>
      </h3>
      <Checks checks={report.checks} />
      {report.asks && <AsksShown asks={report.asks} />}
    </article>
  );
}

const MARK: Record<Check["outcome"], "check" | "warn" | "cross"> = { PASSED: "check", WARNED: "warn", FAILED: "cross" };

export function Checks({ checks }: { checks: readonly Check[] }) {
  const { t } = useSurroundings();
  return (
    <ul class="checks">
      {checks.map((one) => (
        <li key={one.name} class={one.outcome.toLowerCase()} data-testid="check" data-name={one.name} data-outcome={one.outcome}>
          <Icon name={MARK[one.outcome]} />
          <b>{t.check[one.name] ?? one.name}</b>
          <span class="visually-hidden">{t.outcome[one.outcome]}</span>
          <span class="check-detail">{one.detail}</span>
        </li>
      ))}
    </ul>
  );
}

/** What a plugin wants to be allowed, before somebody allows it. */
export function AsksShown({ asks }: { asks: Asks }) {
  const { t, language } = useSurroundings();
  return (
    <dl class="asks" data-testid="asks">
      <dt>{t.permissions}</dt>
      <dd>
        {asks.permissions.length === 0 ? (
          <span class="quiet">{t.noPermissions}</span>
        ) : (
          <ul>
            {asks.permissions.map((one) => (
              <li key={one.permission} data-testid="permission" data-permission={one.permission}>
                {one[language]} <code>{one.permission}</code>
              </li>
            ))}
          </ul>
        )}
      </dd>
      <dt>{t.signer}</dt>
      <dd>{asks.signer ? <span title={asks.fingerprint}>{asks.signer}</span> : <span class="quiet">{t.unsigned}</span>}</dd>
      {asks.dependencies.length > 0 && (
        <>
          <dt>{t.needs}</dt>
          <dd class="mono">{asks.dependencies.join(", ")}</dd>
        </>
      )}
      <dt>{t.policy}</dt>
      <dd class="mono">{asks.policy}</dd>
    </dl>
  );
}

/** What became of an installed file: the server's truth, as it changes. */
function Fate({ report, drop }: { report: Report; drop: Drop | undefined }) {
  const { t } = useSurroundings();
  const state = drop?.state ?? "LOADING";
  return (
    <li data-testid="fate" data-state={state}>
      <b>{report.plugin} {report.version}</b> <Tone value={state} label={t.states[state] ?? state} />
      {drop?.reason && <p class="drop-reason">{drop.reason}</p>}
    </li>
  );
}
