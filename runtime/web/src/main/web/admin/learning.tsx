import { useEffect, useState } from "preact/hooks";
import { call, Fault } from "../shared/http.ts";
import { fill } from "../shared/language.ts";
import { dateTime } from "../shared/time.ts";
import { faultText, useSurroundings } from "./context.ts";
import { Lost, StepDialog } from "./parts.tsx";
import { usePoll } from "./poll.ts";
import { broken, likeliest, naming, type Cluster, type Learned, type Version } from "./understanding.ts";

const EVERY_MS = 5000;
const SELDOM_MS = 60_000;
const DAYS = 7;

/** What the shop's people have taught: taken back with one press. */
export function LearnedExamples() {
  const { t, language, lost, notify } = useSurroundings();
  const polled = usePoll<{ examples: Learned[] }>("api/admin/learning", EVERY_MS, lost);
  const [older, setOlder] = useState<Learned[]>([]);
  const [more, setMore] = useState(true);
  const newest = polled.value?.examples ?? [];
  const known = new Set(newest.map((one) => one.id));
  const examples = [...newest, ...older.filter((one) => !known.has(one.id))];
  const act = async (method: "DELETE" | "POST", path: string, done: string) => {
    try {
      await call(method, `api/admin/learning/${path}`);
      setOlder([]);
      setMore(true);
      polled.refresh();
      notify(done, true);
    } catch (fault) {
      if (fault instanceof Fault && fault.status === 401) return lost();
      notify(faultText(fault, t));
    }
  };
  const next = async () => {
    try {
      const page = await call<{ examples: Learned[] }>("GET", `api/admin/learning?before=${examples.at(-1)?.id ?? ""}`);
      setOlder([...older, ...page.examples]);
      setMore(page.examples.length > 0);
    } catch (fault) {
      notify(faultText(fault, t));
    }
  };
  if (!polled.value) return <Lost polled={polled} />;
  if (examples.length === 0) return <div class="box empty" data-testid="no-learned"><strong>{t.noLearned}</strong></div>;
  return (
    <>
      <Lost polled={polled} />
      <div class="box wide">
        <table data-testid="learned">
          <thead>
            <tr><th>{t.sentence}</th><th>{t.intent}</th><th>{t.standing}</th><th>{t.who}</th><th>{t.at}</th><th /></tr>
          </thead>
          <tbody>
            {examples.map((one) => (
              <tr key={one.id} data-testid="learned-example" data-standing={one.standing} data-intent={one.intent}>
                <td dir="auto">{one.text}</td>
                <td class="mono">{one.intent}</td>
                <td>
                  <span class={`pill ${{ active: "good", refused: "bad", pending: "warn", undone: "" }[one.standing] ?? ""}`}>{t.learnedStandings[one.standing] ?? one.standing}</span>
                  {broken(one).map((it, index) => (
                    <p key={index} class="quiet" data-testid="broken">{fill(t.wouldBreak, { agent: it.agent, text: it.text, wanted: it.wanted, got: it.got || t.nothing })}</p>
                  ))}
                </td>
                <td>{one.who}<p class="quiet">{t.learnedKinds[one.kind] ?? one.kind}</p></td>
                <td class="time">{dateTime(one.made, language)}</td>
                <td>
                  {one.standing === "refused" && <button type="button" data-testid="learned-retry" onClick={() => void act("POST", `${one.id}/retry`, t.retried)}>{t.examineAgain}</button>}{" "}
                  {one.standing !== "undone" && <button type="button" data-testid="learned-undo" onClick={() => void act("DELETE", String(one.id), t.takenBack)}>{t.undo}</button>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more && examples.length > 0 && <p class="tools"><button type="button" data-testid="learned-older" onClick={() => void next()}>{t.older}</button></p>}
    </>
  );
}

/** Each change of what is taught: the way back to any of them. */
export function LearnedVersions() {
  const { t, language, lost } = useSurroundings();
  const polled = usePoll<{ versions: Version[] }>("api/admin/learning/versions", SELDOM_MS, lost);
  const [back, setBack] = useState<Version | undefined>();
  const versions = polled.value?.versions ?? [];
  if (versions.length === 0) return null;
  return (
    <details class="below" data-testid="learned-versions">
      <summary>{fill(t.learnedVersions, { n: versions.length })}</summary>
      <div class="box wide">
        <table>
          <thead><tr><th class="number">{t.version}</th><th>{t.what}</th><th>{t.who}</th><th>{t.at}</th><th /></tr></thead>
          <tbody>
            {versions.map((one) => (
              <tr key={one.id} data-testid="learned-version" data-version={one.id}>
                <td class="number">{one.id}</td>
                <td><span class="mono">{one.what}</span> {one.detail}</td>
                <td>{one.who}</td>
                <td class="time">{dateTime(one.made, language)}</td>
                <td><button type="button" data-testid="learned-back" onClick={() => setBack(one)}>{t.goBack}</button></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {back && (
        <StepDialog
          title={fill(t.goBackTo, { n: back.id })}
          testid="learned-back-dialog"
          submit={t.goBack}
          onSubmit={async () => {
            await call("POST", `api/admin/learning/versions/${back.id}/restore`);
            return t.wentBack;
          }}
          onClose={() => setBack(undefined)}
          onDone={() => {
            setBack(undefined);
            polled.refresh();
          }}
        >
          <p>{t.goBackHelp}</p>
        </StepDialog>
      )}
    </details>
  );
}

/** Questions nobody understood, together with those that ask the same: named once, they are understood. */
export function Unanswered({ intents }: { intents: string[] }) {
  const { t, lost, notify } = useSurroundings();
  const [clusters, setClusters] = useState<Cluster[] | undefined>();
  const [naming, setNaming] = useState<Cluster | undefined>();
  const look = async () => {
    try {
      setClusters((await call<{ clusters: Cluster[] }>("GET", `api/admin/understanding/unanswered?days=${DAYS}`)).clusters);
    } catch (fault) {
      if (fault instanceof Fault && fault.status === 401) return lost();
      notify(faultText(fault, t));
      setClusters([]);
    }
  };
  useEffect(() => void look(), []);
  if (!clusters) return <p class="quiet">{t.loading}</p>;
  if (clusters.length === 0) return <div class="box empty" data-testid="no-unanswered"><strong>{fill(t.noUnanswered, { n: DAYS })}</strong></div>;
  return (
    <div class="box wide">
      <table data-testid="unanswered">
        <thead><tr><th>{t.sentence}</th><th class="number">{t.times}</th><th>{t.nearestIntent}</th><th /></tr></thead>
        <tbody>
          {clusters.map((cluster) => {
            const first = cluster.questions[0];
            return first && (
              <tr key={`${first.conversation} ${first.sequence}`} data-testid="cluster">
                <td dir="auto">{cluster.questions.slice(0, SHOWN).map((one) => <p key={`${one.conversation} ${one.sequence}`}>{one.text}</p>)}</td>
                <td class="number">{cluster.questions.length}</td>
                <td class="mono">{likeliest(cluster)}</td>
                <td><button type="button" data-testid="cluster-name" onClick={() => setNaming(cluster)}>{t.nameIt}</button></td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {naming && (
        <NameDialog
          cluster={naming}
          intents={intents}
          onClose={() => setNaming(undefined)}
          onDone={() => {
            setNaming(undefined);
            void look();
          }}
        />
      )}
    </div>
  );
}

const SHOWN = 3;

/** As many as one request may name. */
const MOST = 200;

function NameDialog({ cluster, intents, onClose, onDone }: { cluster: Cluster; intents: string[]; onClose: () => void; onDone: () => void }) {
  const { t } = useSurroundings();
  const guess = likeliest(cluster);
  const name = async (form: FormData) => {
    const chosen = { ...cluster, questions: cluster.questions.slice(0, MOST) };
    await call("POST", "api/admin/learning", naming(String(form.get("intent")), chosen));
    return fill(t.named, { n: chosen.questions.length });
  };
  return (
    <StepDialog title={t.nameTitle} testid="name-dialog" submit={t.nameIt} onSubmit={name} onClose={onClose} onDone={onDone}>
      <ul class="sentences">{cluster.questions.slice(0, MOST).map((one) => <li key={`${one.conversation} ${one.sequence}`} dir="auto">{one.text}</li>)}</ul>
      <label>
        {t.intent}
        <select name="intent" required data-testid="name-intent">
          {intents.map((one) => <option key={one} value={one} selected={one === guess}>{one}</option>)}
        </select>
      </label>
    </StepDialog>
  );
}
