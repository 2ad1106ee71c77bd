import { call } from "../shared/http.ts";
import { fill } from "../shared/language.ts";
import { dateTime } from "../shared/time.ts";
import { useState } from "preact/hooks";
import { faultText, useSurroundings } from "./context.ts";
import type { KnownNode } from "./model.ts";
import { Lost, StepDialog, Tone } from "./parts.tsx";
import { usePoll } from "./poll.ts";

const EVERY_MS = 2000;

/** The servers that share the database: how each is, to be emptied and opened again. */
export function Nodes() {
  const { t, language, lost, notify } = useSurroundings();
  const polled = usePoll<{ here: string; nodes: KnownNode[] }>("api/admin/nodes", EVERY_MS, lost);
  const [emptying, setEmptying] = useState("");
  if (!polled.value) return <Lost polled={polled} />;
  const { here, nodes } = polled.value;
  const want = async (node: string, what: "drain" | "undrain") => {
    await call("POST", `api/admin/nodes/${encodeURIComponent(node)}/${what}`);
    polled.refresh();
    return fill(what === "drain" ? t.nodeEmpties : t.nodeOpens, { name: node });
  };
  const undrain = async (node: string) => {
    try {
      notify(await want(node, "undrain"), true);
    } catch (thrown) {
      notify(faultText(thrown, t));
    }
  };
  return (
    <div class="box wide" data-testid="nodes">
      <Lost polled={polled} />
      <table>
        <thead>
          <tr>
            <th>{t.node}</th>
            <th>{t.nodeState}</th>
            <th class="number">{t.sockets}</th>
            <th class="number">{t.busyLanes}</th>
            <th>{t.lastSeen}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {nodes.map((one) => (
            <tr key={one.node} data-testid="node" data-name={one.node} data-state={one.alive ? one.state : "gone"} data-wanted={one.wanted}>
              <td>
                <b>{one.node}</b> {one.node === here && <span class="quiet">{t.nodeHere}</span>}
                {one.fault && <p class="last-fault">{one.fault}</p>}
              </td>
              <td>
                <Tone value={one.alive ? one.state : "gone"} label={t.nodeStates[one.alive ? one.state : "gone"] ?? one.state} />
                {one.alive && one.wanted === "drained" && <p class="quiet">{fill(t.nodeWantedBy, { name: one.wanted_by })}</p>}
              </td>
              <td class="number">{one.connections}</td>
              <td class="number">{one.busy}</td>
              <td class="time">{dateTime(one.reported, language)}</td>
              <td class="row-buttons">
                {one.alive && one.state === "open" && <button type="button" class="danger" data-testid="node-drain" onClick={() => setEmptying(one.node)}>{t.nodeDrain}</button>}
                {one.alive && one.state !== "open" && <button type="button" data-testid="node-undrain" onClick={() => void undrain(one.node)}>{t.nodeUndrain}</button>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {emptying && (
        <StepDialog title={fill(t.nodeDrainTitle, { name: emptying })} testid="node-dialog" submit={t.nodeDrain} onSubmit={() => want(emptying, "drain")} onClose={() => setEmptying("")} onDone={() => setEmptying("")}>
          <p>{t.nodeDrainHelp}</p>
        </StepDialog>
      )}
    </div>
  );
}
