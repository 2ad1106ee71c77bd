import { useEffect, useState } from "preact/hooks";
import { call, Fault } from "../shared/http.ts";
import { fill } from "../shared/language.ts";
import { faultText, useSurroundings } from "./context.ts";
import type { ConfigProblem, ConfigSaved, PluginConfig } from "./model.ts";
import { kindOf, shown, typed, type Property } from "./schema.ts";

/** A plugin's settings as a form, made of its schema; what is wrong is told at the field. */
export function ConfigForm({ plugin }: { plugin: string }) {
  const { t, notify } = useSurroundings();
  const [config, setConfig] = useState<PluginConfig | undefined>();
  const [given, setGiven] = useState<Record<string, unknown>>({});
  const [problems, setProblems] = useState<ConfigProblem[]>([]);
  const [fault, setFault] = useState("");
  const path = `api/admin/plugins/${encodeURIComponent(plugin)}/config`;
  const read = async () => {
    try {
      const found = await call<PluginConfig>("GET", path);
      setConfig(found);
      setGiven(found.given);
      setProblems(found.problems);
      setFault("");
    } catch (thrown) {
      setFault(faultText(thrown, t));
    }
  };
  useEffect(() => void read(), [plugin]);
  if (!config) return fault ? <p class="fault" role="alert">{fault}</p> : <p class="quiet">{t.loading}</p>;
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    try {
      await call<ConfigSaved>("PUT", path, { given, revision: config.revision });
      notify(fill(t.configSaved, { plugin }), true);
      await read();
    } catch (thrown) {
      if (thrown instanceof Fault && thrown.status === 422) setProblems((thrown.body as ConfigSaved).problems);
      else setFault(faultText(thrown, t));
    }
  };
  const properties = Object.entries(config.schema.properties ?? {});
  const atNoField = problems.filter((one) => !properties.some(([key]) => one.key === key));
  return (
    <form class="config" data-testid="config" onSubmit={save}>
      {properties.length === 0 && <p class="quiet" data-testid="no-config">{t.noConfig}</p>}
      {properties.map(([key, property]) => (
        <Field
          key={key}
          name={key}
          property={property}
          required={config.schema.required?.includes(key) ?? false}
          given={given[key]}
          effective={config.values[key]}
          problems={problems.filter((one) => one.key === key)}
          onChange={(value) => setGiven((before) => ({ ...before, [key]: value }))}
        />
      ))}
      {atNoField.map((one) => <p key={one.key} class="fault" role="alert" data-testid="config-problem">{one.key} {problemText(one, t.wantedText)}</p>)}
      {config.secrets.map((one) => (
        <p key={one.name} data-testid="secret" data-set={one.isSet}>
          {t.secret} <b>{one.name}</b> <span class={one.isSet ? "pill good" : "pill bad"}>{one.isSet ? t.secretSet : t.secretMissing}</span> <code>{one.key}</code>
        </p>
      ))}
      {fault && <p class="fault" role="alert" data-testid="config-fault">{fault}</p>}
      {properties.length > 0 && (
        <div class="buttons">
          <span class="quiet">{fill(t.revision, { n: config.revision })}</span>
          <button type="button" data-testid="config-reload" onClick={() => void read()}>{t.reload}</button>
          <button type="submit" class="primary" data-testid="config-save">{t.save}</button>
        </div>
      )}
    </form>
  );
}

function problemText(problem: ConfigProblem, pattern: string): string {
  return fill(pattern, { found: problem.found, wanted: problem.wanted });
}

interface FieldProps {
  name: string;
  property: Property;
  required: boolean;
  given: unknown;
  effective: unknown;
  problems: ConfigProblem[];
  onChange: (value: unknown) => void;
}

function Field({ name, property, required, given, effective, problems, onChange }: FieldProps) {
  const { t } = useSurroundings();
  const kind = kindOf(property);
  const text = shown(given, kind);
  const otherwise = shown(effective, kind);
  const change = (event: { currentTarget: { value: string } }) => onChange(typed(event.currentTarget.value, kind, property));
  const common = { name, "data-testid": "config-field", "data-key": name, "aria-invalid": problems.length > 0, "aria-describedby": `about-${name}` };
  const choices = kind === "switch" ? ["true", "false"] : (property.enum ?? []).map(String);
  return (
    <div class="field">
      <label>
        {property.title ?? name} {required && <span class="quiet">({t.required})</span>}
        {kind === "choice" || kind === "switch" ? (
          <select {...common} value={text} onChange={change}>
            <option value="">{otherwise ? fill(t.byDefault, { value: otherwise }) : ""}</option>
            {choices.map((one) => <option key={one} value={one}>{one}</option>)}
          </select>
        ) : (
          <input {...common} type={kind === "number" ? "number" : "text"} step="any" value={text} placeholder={otherwise} onInput={change} autocomplete="off" />
        )}
      </label>
      <p id={`about-${name}`}>
        {property.description && <span class="quiet">{property.description} </span>}
        {problems.map((one) => <span key={one.found} class="fault" role="alert" data-testid="config-problem" data-key={one.key}>{problemText(one, t.wantedText)}</span>)}
      </p>
    </div>
  );
}
