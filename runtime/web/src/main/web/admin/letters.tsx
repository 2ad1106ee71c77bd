import { call } from "../shared/http.ts";
import { fill } from "../shared/language.ts";
import { dateTime } from "../shared/time.ts";
import { faultText, useSurroundings } from "./context.ts";
import type { Letter } from "./model.ts";
import { Lost } from "./parts.tsx";
import { usePoll } from "./poll.ts";

const EVERY_MS = 5000;

/** What a plugin's functions failed at for good, to be tried anew or forgotten. */
export function DeadLetters({ plugin }: { plugin: string }) {
  const { t, language, lost, notify } = useSurroundings();
  const polled = usePoll<{ letters: Letter[] }>(`api/admin/dead-letters?plugin=${encodeURIComponent(plugin)}`, EVERY_MS, lost);
  if (!polled.value) return <Lost polled={polled} />;
  const letters = polled.value.letters;
  const act = async (method: string, path: string, done: string) => {
    try {
      await call(method, `api/admin/dead-letters/${path}`);
      notify(done, true);
    } catch (thrown) {
      notify(faultText(thrown, t));
    }
    polled.refresh();
  };
  if (letters.length === 0) return <p class="quiet" data-testid="no-letters">{t.noLetters}</p>;
  return (
    <div data-testid="letters">
      <p class="tools">
        <button type="button" data-testid="letters-replay" onClick={() => void act("POST", `replay?plugin=${encodeURIComponent(plugin)}`, t.replayed)}>{fill(t.replayAll, { n: letters.length })}</button>
      </p>
      <ul class="letters">
        {letters.map((one) => (
          <li key={one.id} data-testid="letter" data-id={one.id}>
            <p>
              <b>{one.function.split(".").at(-1)}</b> <span class="kind">{one.kind}</span>{" "}
              <span class="quiet">{fill(t.triedTimes, { n: one.attempts })} · {dateTime(one.died, language)}</span>
            </p>
            <p class="last-fault">{one.error}</p>
            <p class="row-buttons">
              <button type="button" data-testid="letter-replay" onClick={() => void act("POST", `${one.id}/replay`, t.replayed)}>{t.replay}</button>
              <button type="button" class="danger" data-testid="letter-discard" onClick={() => void act("DELETE", `${one.id}`, t.discarded)}>{t.discard}</button>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
