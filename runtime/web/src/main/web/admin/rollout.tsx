import { useState } from "preact/hooks";
import { call } from "../shared/http.ts";
import { fill } from "../shared/language.ts";
import { clock } from "../shared/time.ts";
import { faultText, useSurroundings } from "./context.ts";
import type { Fare, Rollout } from "./model.ts";
import { Tone } from "./parts.tsx";

/** Decides something about a plugin's versions, and says what was decided. */
export function useDecide(refresh: () => void): (plugin: string, decision: string, query?: string) => Promise<void> {
  const { t, notify } = useSurroundings();
  return async (plugin, decision, query = "") => {
    try {
      await call("POST", `api/admin/plugins/${encodeURIComponent(plugin)}/${decision}${query}`);
      notify(fill(t.decided, { plugin, decision: t.decisions[decision] ?? decision }), true);
    } catch (thrown) {
      notify(faultText(thrown, t));
    }
    refresh();
  };
}

/** The rollout under way, with what can be decided about it. */
export function RolloutBox({ rollout, refresh }: { rollout: Rollout; refresh: () => void }) {
  const { t, language } = useSurroundings();
  const decide = useDecide(refresh);
  const [wanted, setWanted] = useState<number | undefined>();
  const plugin = rollout.members[0]?.plugin ?? "";
  const percent = wanted ?? rollout.percent;
  return (
    <section class="box rollout" data-testid="rollout" data-stage={rollout.stage} data-percent={rollout.percent}>
      <h2>{t.rollout}</h2>
      <p class="rollout-head">
        <Tone value={rollout.stage} label={t.stages[rollout.stage] ?? rollout.stage} testid="rollout-stage" />
        {rollout.members.map((one) => (
          <span key={one.plugin} class="member">
            <b>{one.plugin}</b> <span class="mono">{one.from || "–"} → {one.to}</span>
          </span>
        ))}
        <span class="quiet">{rollout.until ? fill(t.until, { time: clock(rollout.until, language) }) : t.untilDecided}</span>
      </p>
      {rollout.note && <p data-testid="rollout-note">{rollout.note}</p>}
      <TrafficBar shares={[{ name: t.stableVersion, share: 100 - rollout.percent }, { name: t.newVersion, share: rollout.percent }]} />
      <table class="fares">
        <thead>
          <tr>
            <th />
            <th class="number">{t.calls}</th>
            <th class="number">{t.errorRate}</th>
            <th class="number">p95</th>
            {rollout.stage === "SHADOW" && <th class="number">{t.different}</th>}
          </tr>
        </thead>
        <tbody>
          <FareRow label={t.newVersion} fare={rollout.candidate} shadow={rollout.stage === "SHADOW"} />
          <FareRow label={t.stableVersion} fare={rollout.stable} shadow={false} />
        </tbody>
      </table>
      <div class="buttons">
        {rollout.stage === "WAITING" ? (
          <button type="button" class="primary" data-testid="confirm" onClick={() => void decide(plugin, "confirm")}>{t.confirmOneWay}</button>
        ) : (
          <>
            <label class="slider">
              {fill(t.shareOf, { n: percent })}
              <input type="range" min={1} max={100} value={percent} data-testid="canary-percent" onInput={(event) => setWanted(Number(event.currentTarget.value))} />
            </label>
            <button type="button" data-testid="canary" disabled={percent === rollout.percent} onClick={() => void decide(plugin, "canary", `?percent=${percent}`).then(() => setWanted(undefined))}>{t.decisions["canary"]}</button>
            {rollout.stage === "CANARY" && <button type="button" data-testid="shadow" onClick={() => void decide(plugin, "shadow")}>{t.decisions["shadow"]}</button>}
            <button type="button" data-testid="hold" onClick={() => void decide(plugin, "hold")}>{t.decisions["hold"]}</button>
            <button type="button" class="primary" data-testid="promote" onClick={() => void decide(plugin, "promote")}>{t.decisions["promote"]}</button>
          </>
        )}
        <button type="button" class="danger" data-testid="rollback" onClick={() => void decide(plugin, "rollback")}>{t.decisions["rollback"]}</button>
      </div>
    </section>
  );
}

function FareRow({ label, fare, shadow }: { label: string; fare: Fare; shadow: boolean }) {
  const rate = fare.calls > 0 ? `${((100 * fare.faults) / fare.calls).toFixed(1)}%` : "–";
  return (
    <tr>
      <td>{label}</td>
      <td class="number">{fare.calls}</td>
      <td class={fare.faults > 0 ? "number bad" : "number"}>{rate}</td>
      <td class="number">{fare.calls > 0 ? `${fare.p95Millis.toFixed(1)} ms` : "–"}</td>
      {shadow && <td class="number">{fare.different}/{fare.compared}</td>}
    </tr>
  );
}

/** Who serves which share, as one bar. The bar is for eyes only; the words say the same. */
export function TrafficBar({ shares }: { shares: { name: string; share: number }[] }) {
  return (
    <svg class="traffic" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label={shares.map((one) => `${one.name} ${one.share}%`).join(", ")} data-testid="traffic">
      <rect class="other" x={0} y={0} width={100} height={6} />
      <rect class="first" x={0} y={0} width={shares[0]?.share ?? 0} height={6} />
    </svg>
  );
}
