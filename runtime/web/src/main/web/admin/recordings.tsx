import { useState } from "preact/hooks";
import { base, call } from "../shared/http.ts";
import { fill } from "../shared/language.ts";
import { dateTime } from "../shared/time.ts";
import { faultText, useSurroundings } from "./context.ts";
import type { FlightRecording } from "./model.ts";
import { Lost, StepDialog } from "./parts.tsx";
import { usePoll } from "./poll.ts";

const EVERY_MS = 2000;
const USUAL_SECONDS = 60;
const MEGABYTE = 1_048_576;

/** Flight recordings of this server, to be made, saved and deleted. */
export function FlightRecordings() {
  const { t, language, lost, notify } = useSurroundings();
  const polled = usePoll<{ recordings: FlightRecording[] }>("api/admin/recordings", EVERY_MS, lost);
  const [making, setMaking] = useState(false);
  if (!polled.value) return <Lost polled={polled} />;
  const { recordings } = polled.value;
  const running = recordings.some((one) => one.running);
  const remove = async (one: FlightRecording) => {
    try {
      await call("DELETE", `api/admin/recordings/${one.id}`);
      notify(one.running ? t.recordingEnded : t.recordingDeleted, true);
    } catch (thrown) {
      notify(faultText(thrown, t));
    }
    polled.refresh();
  };
  const begin = async (form: FormData) => {
    const seconds = Number(form.get("seconds"));
    await call("POST", "api/admin/recordings", { seconds });
    return fill(t.recordingBegun, { n: seconds });
  };
  return (
    <div data-testid="recordings">
      <Lost polled={polled} />
      <p class="note">{t.recordingsHelp}</p>
      <p class="tools">
        <button type="button" class="primary" data-testid="recording-create" disabled={running} onClick={() => setMaking(true)}>{t.recordingCreate}</button>
      </p>
      {recordings.length > 0 && (
        <div class="box wide">
          <table>
            <thead>
              <tr>
                <th>{t.recordingBegan}</th>
                <th class="number">{t.recordingLength}</th>
                <th class="number">{t.recordingSize}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {recordings.map((one) => (
                <tr key={one.id} data-testid="recording" data-running={one.running}>
                  <td class="time">{dateTime(one.begun, language)}</td>
                  <td class="number">{one.seconds} s</td>
                  <td class="number">{one.running ? <span class="pill warn">{t.recordingRuns}</span> : `${(one.bytes / MEGABYTE).toFixed(1)} MB`}</td>
                  <td class="row-buttons">
                    {!one.running && <a class="button" data-testid="recording-save" href={new URL(`api/admin/recordings/${one.id}`, base).href} download={`hotdesk-${one.id}.jfr`}>{t.recordingSave}</a>}
                    <button type="button" class={one.running ? "" : "danger"} data-testid="recording-remove" onClick={() => void remove(one)}>{one.running ? t.recordingEnd : t.recordingDelete}</button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {making && (
        <StepDialog title={t.recordingCreate} testid="recording-dialog" submit={t.recordingCreate} onSubmit={begin} onClose={() => setMaking(false)} onDone={() => { setMaking(false); polled.refresh(); }}>
          <label>{t.recordingSeconds}<input name="seconds" type="number" min={1} max={600} defaultValue={String(USUAL_SECONDS)} data-testid="recording-seconds" required /></label>
        </StepDialog>
      )}
    </div>
  );
}
