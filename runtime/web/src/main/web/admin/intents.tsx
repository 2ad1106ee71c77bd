import { fill } from "../shared/language.ts";
import { useSurroundings } from "./context.ts";
import { LearnedExamples, LearnedVersions, Unanswered } from "./learning.tsx";
import { Lost } from "./parts.tsx";
import { usePoll } from "./poll.ts";
import { Spark } from "./spark.tsx";
import { TryOut } from "./tryout.tsx";
import { percent, standings, type Chapter, type Score, type Standing } from "./understanding.ts";

const EVERY_MS = 60_000;
const DAYS = 28;
const DAY_MS = 86_400_000;

/** What the agents understand, how well, and what they are taught. */
export function UnderstandingPage() {
  const { t, lost } = useSurroundings();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const today = Date.now();
  const scores = usePoll<{ scores: Score[] }>(`api/admin/understanding/scores?from=${day(today - (DAYS - 1) * DAY_MS)}&to=${day(today)}&zone=${encodeURIComponent(zone)}`, EVERY_MS, lost);
  const polled = usePoll<{ intents: Chapter[] }>("api/admin/understanding/intents", EVERY_MS, lost);
  const chapters = polled.value?.intents ?? [];
  const byIntent = new Map(standings(scores.value?.scores ?? []).map((one) => [one.intent, one]));
  return (
    <>
      <TryOut />
      <h2 class="heading">{t.unanswered}</h2>
      <Unanswered intents={chapters.map((one) => one.intent)} />
      <h2 class="heading">{t.learnedExamples}</h2>
      <LearnedExamples />
      <LearnedVersions />
      <h2 class="heading">{t.intents}</h2>
      <Lost polled={polled} />
      {chapters.length > 0 && <Intents chapters={chapters} scores={byIntent} />}
      <p class="note below">{fill(t.scoresHelp, { n: DAYS })}</p>
    </>
  );
}

function Intents({ chapters, scores }: { chapters: Chapter[]; scores: Map<string, Standing> }) {
  const { t } = useSurroundings();
  return (
    <div class="box wide">
      <table data-testid="intents">
        <thead>
          <tr>
            <th>{t.intent}</th><th>{t.plugin}</th><th class="number">{t.examplesZh}</th><th class="number">{t.examplesEn}</th><th class="number">{t.learned}</th>
            <th class="number">{t.answers}</th><th class="number">{t.corrections}</th><th class="number">{t.missed}</th><th class="number">{t.accuracy}</th>
          </tr>
        </thead>
        <tbody>
          {chapters.map((one) => {
            const score = scores.get(one.intent);
            return (
              <tr key={one.intent} data-testid="intent-row" data-intent={one.intent}>
                <td class="mono">{one.intent}</td>
                <td class="mono">{one.agent}</td>
                <td class="number">{one.zh}</td>
                <td class="number">{one.en}</td>
                <td class="number">{one.learned}</td>
                <td class="number">{score?.answers ?? 0}</td>
                <td class="number">{score?.corrected ?? 0}</td>
                <td class="number">{score?.missed ?? 0}</td>
                <td class="number">{score?.accuracy === undefined ? "–" : <Course standing={score} />}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The figure, and its course over the days. */
function Course({ standing }: { standing: Standing }) {
  const label = standing.days.map((one) => `${one.day} ${percent(one.accuracy)}`).join(", ");
  return (
    <>
      {percent(standing.accuracy ?? 0)} {standing.days.length > 1 && <Spark values={standing.days.map((one) => one.accuracy)} label={label} />}
    </>
  );
}

/** As the browser's calendar has it. */
function day(at: number): string {
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
