import { useEffect, useRef, useState } from "preact/hooks";
import { call } from "../shared/http.ts";
import { clock } from "../shared/time.ts";
import { faultText, useSurroundings } from "./context.ts";
import type { LogLine } from "./model.ts";

const MOST = 500;
const WAIT_S = 20;
const AFTER_FAULT_MS = 3000;

/** What a plugin says, as it says it. */
export function LogTail({ plugin }: { plugin: string }) {
  const { t, language } = useSurroundings();
  const [lines, setLines] = useState<LogLine[] | undefined>();
  const [follow, setFollow] = useState(true);
  const [fault, setFault] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const last = useRef(0);
  useEffect(() => {
    let ended = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (wait: number) => {
      try {
        const path = `api/admin/plugins/${encodeURIComponent(plugin)}/logs?after=${last.current}&wait=${wait}`;
        const found = await call<{ lines: LogLine[] }>("GET", path);
        if (ended) return;
        last.current = found.lines.at(-1)?.number ?? last.current;
        setLines((before) => [...(before ?? []), ...found.lines].slice(-MOST));
        setFault("");
        if (follow) void ask(WAIT_S);
      } catch (thrown) {
        if (ended) return;
        setFault(faultText(thrown, t));
        timer = setTimeout(() => void ask(0), AFTER_FAULT_MS);
      }
    };
    if (follow || lines === undefined) void ask(0);
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [plugin, follow]);
  useEffect(() => {
    if (follow && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [lines, follow]);
  return (
    <div data-testid="log">
      <label class="check">
        <input type="checkbox" checked={follow} data-testid="log-follow" onChange={(event) => setFollow(event.currentTarget.checked)} />
        {t.follow}
      </label>
      {fault && <p class="fault" role="alert">{fault}</p>}
      {!lines && !fault && <p class="quiet">{t.loading}</p>}
      {lines?.length === 0 && <p class="quiet">{t.noLog}</p>}
      {lines && lines.length > 0 && (
        <div class="log" ref={box} role="log" tabIndex={0} aria-label={t.views["log"]}>
          {lines.map((one) => (
            <p key={one.number} class={`line ${one.level.toLowerCase()}`} data-testid="log-line">
              <time>{clock(one.at, language)}</time> <b>{one.level}</b> <span class="quiet">{one.version} g{one.generation}</span> {one.text}
            </p>
          ))}
        </div>
      )}
    </div>
  );
}
