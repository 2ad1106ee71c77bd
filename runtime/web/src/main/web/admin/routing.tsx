import { useState } from "preact/hooks";
import { call } from "../shared/http.ts";
import { fill } from "../shared/language.ts";
import type { Both } from "../shared/protocol.ts";
import { faultText, useSurroundings } from "./context.ts";
import { words } from "./lists.ts";
import { Lost } from "./parts.tsx";
import { usePoll } from "./poll.ts";

const EVERY_MS = 30_000;
const FACTS = ["channel", "store", "language", "tier", "reason", "intent"] as const;
const LANES = ["", "low", "normal", "high", "vip"];

interface Rule {
  name: string;
  when: Record<string, string[]>;
  group: string;
  skills: string[];
  lane: string;
}

interface Rules {
  revision: number;
  rules: Rule[];
}

interface Tried {
  group: string;
  lane: string;
  skills: string[];
  reasons: { code: string; rule: Both; fact: Both; effect: Both }[];
  operators: string[];
}

/** Which conversations go to which group, and where one with given facts would go. */
export function RoutingPage() {
  const { t, lost } = useSurroundings();
  const polled = usePoll<Rules>("api/admin/routing-rules", EVERY_MS, lost);
  const [draft, setDraft] = useState<Rules | undefined>();
  if (!polled.value) return <Lost polled={polled} />;
  const shown = draft ?? polled.value;
  const saved = () => {
    setDraft(undefined);
    polled.refresh();
  };
  return (
    <div data-testid="routing">
      <Lost polled={polled} />
      <p class="note">{t.rulesHelp}</p>
      <RulesEditor rules={shown} changed={draft !== undefined} onChange={(rules) => setDraft({ ...shown, rules })} onSaved={saved} onReset={saved} />
      <h2 class="heading">{t.tryOut}</h2>
      <TryOut rules={shown.rules} />
    </div>
  );
}

interface EditorProps {
  rules: Rules;
  changed: boolean;
  onChange: (rules: Rule[]) => void;
  onSaved: () => void;
  onReset: () => void;
}

function RulesEditor({ rules, changed, onChange, onSaved, onReset }: EditorProps) {
  const { t, notify } = useSurroundings();
  const [fault, setFault] = useState("");
  const all = rules.rules;
  const put = (index: number, rule: Rule) => onChange(all.map((one, i) => (i === index ? rule : one)));
  const move = (index: number, by: number) => {
    const next = [...all];
    const [rule] = next.splice(index, 1);
    if (rule) next.splice(index + by, 0, rule);
    onChange(next);
  };
  const save = async () => {
    try {
      await call("PUT", "api/admin/routing-rules", { revision: rules.revision, rules: all });
      notify(t.rulesSaved, true);
      setFault("");
      onSaved();
    } catch (thrown) {
      setFault(faultText(thrown, t));
    }
  };
  return (
    <>
      {all.length === 0 && <p class="quiet">{t.noRules}</p>}
      {all.map((rule, index) => (
        <fieldset key={index} class="rule" data-testid="rule" data-name={rule.name}>
          <legend>{index + 1}. {rule.name || t.newRule}</legend>
          <label>{t.ruleName}<input value={rule.name} maxlength={64} data-testid="rule-name" onInput={(event) => put(index, { ...rule, name: event.currentTarget.value })} /></label>
          <label>{t.toGroup}<input value={rule.group} maxlength={64} data-testid="rule-group" onInput={(event) => put(index, { ...rule, group: event.currentTarget.value })} /></label>
          <label>
            {t.lane}
            <select value={rule.lane} data-testid="rule-lane" onChange={(event) => put(index, { ...rule, lane: event.currentTarget.value })}>
              {LANES.map((lane) => <option key={lane} value={lane}>{t.lanesOf[lane]}</option>)}
            </select>
          </label>
          <label>{t.skillsWanted}<input defaultValue={rule.skills.join(", ")} data-testid="rule-skills" onChange={(event) => put(index, { ...rule, skills: words(event.currentTarget.value) })} /></label>
          {FACTS.map((fact) => (
            <label key={fact}>
              {t.factsOf[fact]}
              <input defaultValue={(rule.when[fact] ?? []).join(", ")} placeholder={t.anyFact} data-testid={`rule-${fact}`} onChange={(event) => put(index, { ...rule, when: withFact(rule.when, fact, words(event.currentTarget.value)) })} />
            </label>
          ))}
          <div class="buttons">
            <button type="button" disabled={index === 0} aria-label={fill(t.moveUp, { name: rule.name })} onClick={() => move(index, -1)}>↑</button>
            <button type="button" disabled={index === all.length - 1} aria-label={fill(t.moveDown, { name: rule.name })} onClick={() => move(index, 1)}>↓</button>
            <button type="button" class="danger" data-testid="rule-remove" onClick={() => onChange(all.filter((_, i) => i !== index))}>{t.remove}</button>
          </div>
        </fieldset>
      ))}
      <p class="fault" role="alert" data-testid="rules-fault">{fault}</p>
      <div class="buttons">
        <button type="button" data-testid="rule-add" onClick={() => onChange([...all, { name: "", when: {}, group: "all", skills: [], lane: "" }])}>{t.addRule}</button>
        {changed && <button type="button" data-testid="rules-reset" onClick={onReset}>{t.discardChanges}</button>}
        <button type="button" class="primary" disabled={!changed} data-testid="rules-save" onClick={() => void save()}>{t.save}</button>
      </div>
    </>
  );
}

function withFact(when: Rule["when"], fact: string, values: string[]): Rule["when"] {
  const { [fact]: _, ...others } = when;
  return values.length > 0 ? { ...others, [fact]: values } : others;
}

/** Tries the rules as they stand on the screen, saved or not. */
function TryOut({ rules }: { rules: Rule[] }) {
  const { t, language } = useSurroundings();
  const [tried, setTried] = useState<Tried | undefined>();
  const [fault, setFault] = useState("");
  const attempt = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const facts = Object.fromEntries(FACTS.map((fact) => [fact, String(form.get(fact)).trim()]).filter(([, value]) => value));
    try {
      setTried(await call<Tried>("POST", "api/admin/routing-rules/try", { facts, rules }));
      setFault("");
    } catch (thrown) {
      setTried(undefined);
      setFault(faultText(thrown, t));
    }
  };
  return (
    <div class="box">
      <form class="rule" onSubmit={attempt} data-testid="try-form">
        {FACTS.map((fact) => (
          <label key={fact}>{t.factsOf[fact]}<input name={fact} data-testid={`try-${fact}`} autocomplete="off" /></label>
        ))}
        <div class="buttons"><button type="submit" data-testid="try-submit">{t.tryIt}</button></div>
      </form>
      <p class="fault" role="alert">{fault}</p>
      <div role="status">
        {tried && (
          <div data-testid="tried" data-group={tried.group} data-lane={tried.lane}>
            <p><b>{fill(t.wouldGo, { group: tried.group, lane: t.lanesOf[tried.lane] ?? tried.lane })}</b></p>
            <ul>
              {tried.reasons.map((one, index) => <li key={index}>{one.rule[language]} – {one.fact[language]} → {one.effect[language]}</li>)}
            </ul>
            <p class="quiet">{tried.operators.length === 0 ? t.nobodyCould : fill(t.couldServe, { names: tried.operators.join(", ") })}</p>
          </div>
        )}
      </div>
    </div>
  );
}
