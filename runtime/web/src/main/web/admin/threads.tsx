import { fill } from "../shared/language.ts";
import { useSurroundings } from "./context.ts";
import type { Threads } from "./model.ts";
import { Lost } from "./parts.tsx";
import { usePoll } from "./poll.ts";

const EVERY_MS = 5000;

/** Whose this server's threads are, and what else it holds; what nobody owns comes first. */
export function ThreadGroups() {
  const { t, lost } = useSurroundings();
  const polled = usePoll<Threads>("api/admin/threads", EVERY_MS, lost);
  const threads = polled.value;
  if (!threads) return <Lost polled={polled} />;
  const alarms = threads.held.filter((one) => one.ownerless > 0);
  const strays = threads.ownerless.length;
  return (
    <div data-testid="threads" data-strays={strays} data-alarms={alarms.length}>
      <Lost polled={polled} />
      <div class="box">
        <p>
          <span class={strays + alarms.length > 0 ? "pill bad" : "pill good"} data-testid="leak-alarm">{strays + alarms.length > 0 ? fill(t.ownerlessFound, { n: strays + alarms.reduce((sum, one) => sum + one.ownerless, 0) }) : t.nothingOwnerless}</span>
        </p>
        {threads.ownerless.map((one) => (
          <p key={one.name} class="leak" data-testid="stray"><b>{one.name}</b> <span class="quiet">{one.state}</span> <span class="mono">{one.at}</span></p>
        ))}
        {alarms.map((one) => (
          <p key={one.what} class="leak" data-testid="alarm" data-what={one.what}><b>{t.heldOf[one.what] ?? one.what}: {one.ownerless}</b> <span class="mono">{one.names.join(", ")}</span></p>
        ))}
        <p class="quiet">{threads.held.map((one) => `${t.heldOf[one.what] ?? one.what} ${one.held}`).join(" · ")}</p>
      </div>
      <div class="box wide below">
        <table>
          <thead>
            <tr>
              <th>{t.owner}</th>
              <th class="number">{t.platformThreads}</th>
              <th class="number">{t.virtualThreads}</th>
              <th class="number">{t.tasksAtWork}</th>
              <th>{t.threadNames}</th>
            </tr>
          </thead>
          <tbody>
            {threads.groups.map((one) => (
              <tr key={one.owner} data-testid="thread-group" data-owner={one.owner}>
                <td><b>{one.owner}</b></td>
                <td class="number">{one.platform}</td>
                <td class="number">{one.virtual}</td>
                <td class="number">{threads.tasks[one.owner] ?? ""}</td>
                <td class="detail quiet mono">{one.names.join(", ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
