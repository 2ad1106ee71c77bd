import { useState } from "preact/hooks";
import { fill } from "../shared/language.ts";
import { duration } from "../shared/time.ts";
import { useSurroundings } from "./context.ts";
import type { Report, ReportFigures } from "./model.ts";
import { Lost } from "./parts.tsx";
import { usePoll } from "./poll.ts";

const EVERY_MS = 60_000;
const WEEK = 7;
const DAY_MS = 86_400_000;

type By = "none" | "store" | "channel" | "operator";

/** What happened day by day, read where it is in nobody's way. */
export function ReportsPage() {
  const { t, lost } = useSurroundings();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [from, setFrom] = useState(() => day(Date.now() - (WEEK - 1) * DAY_MS));
  const [to, setTo] = useState(() => day(Date.now()));
  const [by, setBy] = useState<By>("none");
  const polled = usePoll<Report>(`api/admin/reports?from=${from}&to=${to}&by=${by}&zone=${encodeURIComponent(zone)}`, EVERY_MS, lost);
  const report = polled.value;
  return (
    <div data-testid="report" data-from={report?.from} data-to={report?.to} data-by={report?.by} data-source={report?.source} data-sessions={report?.total.sessions}>
      <Lost polled={polled} />
      <form class="tools range" onSubmit={(event) => event.preventDefault()}>
        <label>{t.reportFrom}<input type="date" data-testid="report-from" value={from} max={to} required onChange={(event) => event.currentTarget.value && setFrom(event.currentTarget.value)} /></label>
        <label>{t.reportTo}<input type="date" data-testid="report-to" value={to} min={from} required onChange={(event) => event.currentTarget.value && setTo(event.currentTarget.value)} /></label>
        <label>{t.reportBy}
          <select data-testid="report-by" value={by} onChange={(event) => setBy(event.currentTarget.value as By)}>
            {(Object.keys(t.reportByOf) as By[]).map((one) => <option key={one} value={one}>{t.reportByOf[one]}</option>)}
          </select>
        </label>
      </form>
      {report && (
        <>
          <Table testid="report-day" head={t.reportDay} rows={[...report.days.map((one) => ({ name: one.name, figures: one.figures })), { name: t.reportTotal, figures: report.total }]} />
          {report.by !== "none" && <Table testid="report-row" head={t.reportByOf[report.by] ?? report.by} rows={report.rows} />}
          <p class="note below">
            {fill(t.reportHelp, { zone })} <span data-testid="report-source">{report.source === "replica" ? t.reportReplica : t.reportPrimary}</span> {report.note}
          </p>
        </>
      )}
    </div>
  );
}

/** As the browser's calendar has it. */
function day(at: number): string {
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function Table({ testid, head, rows }: { testid: string; head: string; rows: { name: string; figures: ReportFigures }[] }) {
  const { t } = useSurroundings();
  const columns = t.reportColumns;
  return (
    <div class="box wide below">
      <table>
        <thead>
          <tr>
            <th>{head}</th>
            <th class="number">{columns.sessions}</th>
            <th class="number">{columns.handed_over}</th>
            <th class="number">{columns.waits}</th>
            <th class="number">{columns.gave_up}</th>
            <th class="number">{columns.wait}</th>
            <th class="number">{columns.first_answer}</th>
            <th class="number">{columns.closed}</th>
            <th class="number">{columns.rating}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, figures }) => (
            <tr key={name} data-testid={testid} data-name={name}>
              <td><b>{name || t.reportNobody}</b></td>
              <td class="number">{figures.sessions}</td>
              <td class="number">{figures.handed_over}</td>
              <td class="number">{figures.waits}</td>
              <td class="number">{figures.gave_up}</td>
              <Spell of={figures.waiting} />
              <Spell of={figures.first_answer} />
              <td class="number">{figures.closed}</td>
              <td class="number">{figures.ratings > 0 ? `${figures.rating.toFixed(1)} (${figures.ratings})` : "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How long something took, for half of them and for most. */
function Spell({ of }: { of: ReportFigures["waiting"] }) {
  const { t, language } = useSurroundings();
  if (of.count === 0) return <td class="number">–</td>;
  return (
    <td class="number">
      {duration(of.median_s, language)}
      <p class="quiet">{fill(t.reportP90, { time: duration(of.p90_s, language) })}</p>
    </td>
  );
}
