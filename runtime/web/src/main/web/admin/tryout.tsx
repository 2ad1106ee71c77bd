import { useState } from "preact/hooks";
import { call } from "../shared/http.ts";
import { faultText, useSurroundings } from "./context.ts";
import { percent, type Tried } from "./understanding.ts";

const LONGEST = 500;

/** Says how a sentence would be understood, and why. */
export function TryOut() {
  const { t } = useSurroundings();
  const [tried, setTried] = useState<Tried | undefined>();
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget as HTMLFormElement).get("text")).trim();
    if (!text) return;
    setBusy(true);
    try {
      setTried(await call<Tried>("POST", "api/admin/understanding/try", { text }));
      setFault("");
    } catch (thrown) {
      setTried(undefined);
      setFault(faultText(thrown, t));
    }
    setBusy(false);
  };
  return (
    <section aria-label={t.trySentence}>
      <form class="tools" onSubmit={submit} data-testid="sentence-form">
        <input name="text" required maxLength={LONGEST} class="grow" placeholder={t.trySentence} aria-label={t.trySentence} data-testid="sentence" />
        <button type="submit" class="primary" disabled={busy} data-testid="sentence-try">{t.tryOut}</button>
      </form>
      <div role="status">
        {fault && <p class="fault" data-testid="sentence-fault">{fault}</p>}
        {tried && <Explained tried={tried} />}
      </div>
    </section>
  );
}

function Explained({ tried }: { tried: Tried }) {
  const { t } = useSurroundings();
  return (
    <div class="box wide" data-testid="understood" data-scope={tried.in_scope} data-intent={tried.meanings[0]?.intent} data-language={tried.language}>
      <p class="pad">
        <span class={`pill ${tried.in_scope ? "good" : "warn"}`}>{tried.in_scope ? t.inScope : t.outOfScope}</span>{" "}
        {Object.entries(tried.slots).map(([name, value]) => <span key={name} class="mono" data-testid="understood-slot">{name} = {value} </span>)}{" "}
        <span class="quiet">{tried.language} · {tried.millis.toFixed(1)} ms{tried.bare ? ` · ${t.bare}` : ""}</span>
      </p>
      <table>
        <thead>
          <tr><th>{t.intent}</th><th>{t.plugin}</th><th class="number">{t.probability}</th></tr>
        </thead>
        <tbody>
          {tried.meanings.map((one) => (
            <tr key={one.intent} data-testid="meaning" data-intent={one.intent}>
              <td class="mono">{one.intent}</td><td class="mono">{one.agent}</td><td class="number">{percent(one.probability)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {tried.nearest.length > 0 && (
        <table>
          <thead>
            <tr><th>{t.nearest}</th><th>{t.intent}</th><th class="number">{t.nearness}</th></tr>
          </thead>
          <tbody>
            {tried.nearest.map((one, index) => (
              <tr key={index} data-testid="near">
                <td dir="auto">{one.text}</td><td class="mono">{one.intent}{one.agent ? "" : ` (${t.learned})`}</td><td class="number">{one.nearness.toFixed(2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {tried.meanings.length === 0 && <p class="pad">{t.noAgents}</p>}
    </div>
  );
}
