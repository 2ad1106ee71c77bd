import { useSurroundings } from "./context.ts";
import { Nodes } from "./nodes.tsx";
import { FlightRecordings } from "./recordings.tsx";
import { ThreadGroups } from "./threads.tsx";

/** The servers, and what this one is busy with. */
export function ServersPage() {
  const { t } = useSurroundings();
  return (
    <>
      <Nodes />
      <h2 class="heading">{t.threadOwners}</h2>
      <ThreadGroups />
      <h2 class="heading">{t.recordings}</h2>
      <FlightRecordings />
    </>
  );
}
