import { useState } from "preact/hooks";
import { call } from "../shared/http.ts";
import { fill } from "../shared/language.ts";
import { useSurroundings } from "./context.ts";
import { words } from "./lists.ts";
import { Lost, StepDialog } from "./parts.tsx";
import { usePoll } from "./poll.ts";

const EVERY_MS = 15_000;
const EVERYBODY = "all";

interface Group {
  name: string;
  mode: "pick" | "next" | "auto";
  strategy: "round_robin" | "least_busy";
  bound_s: number;
  overflow_s: number;
  sticky: boolean;
  members: string[];
}

interface Profile {
  login: string;
  name: string;
  capacity: number;
  skills: string[];
  stores: string[];
  groups: string[];
}

interface Profiles {
  usual_capacity: number;
  skills: string[];
  operators: Profile[];
}

const FRESH: Group = { name: "", mode: "pick", strategy: "round_robin", bound_s: 300, overflow_s: 60, sticky: true, members: [] };

type Doing = { what: "group"; group: Group } | { what: "remove"; name: string } | { what: "profile"; profile: Profile };

/** Groups of operators, and what each operator knows and may have. */
export function TeamsPage() {
  const { t, lost } = useSurroundings();
  const groups = usePoll<{ groups: Group[] }>("api/admin/groups", EVERY_MS, lost);
  const profiles = usePoll<Profiles>("api/admin/skills", EVERY_MS, lost);
  const [doing, setDoing] = useState<Doing | undefined>();
  if (!groups.value || !profiles.value) return <Lost polled={groups.value ? profiles : groups} />;
  const close = () => setDoing(undefined);
  const done = () => {
    close();
    groups.refresh();
    profiles.refresh();
  };
  const { operators, usual_capacity: usual } = profiles.value;
  return (
    <div data-testid="teams">
      <Lost polled={groups} />
      <p class="tools"><button type="button" class="primary" data-testid="group-create" onClick={() => setDoing({ what: "group", group: FRESH })}>{t.addGroup}</button></p>
      <div class="box wide">
        <table>
          <thead><tr><th>{t.group}</th><th>{t.mode}</th><th>{t.strategy}</th><th>{t.members}</th><th /></tr></thead>
          <tbody>
            {groups.value.groups.map((one) => (
              <tr key={one.name} data-testid="group" data-name={one.name} data-mode={one.mode}>
                <td><b>{one.name}</b></td>
                <td>{t.modes[one.mode]}</td>
                <td>{t.strategies[one.strategy]}</td>
                <td>{one.name === EVERYBODY ? t.everybody : one.members.join(", ")}</td>
                <td class="row-buttons">
                  <button type="button" data-testid="group-edit" aria-label={fill(t.editNamed, { name: one.name })} onClick={() => setDoing({ what: "group", group: one })}>{t.edit}</button>
                  {one.name !== EVERYBODY && <button type="button" class="danger" data-testid="group-remove" onClick={() => setDoing({ what: "remove", name: one.name })}>{t.remove}</button>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2 class="heading">{t.skillsAndCapacity}</h2>
      <div class="box wide">
        <table>
          <thead><tr><th>{t.login}</th><th>{t.capacity}</th><th>{t.skills}</th><th>{t.stores}</th><th>{t.group}</th><th /></tr></thead>
          <tbody>
            {operators.map((one) => (
              <tr key={one.login} data-testid="profile" data-login={one.login}>
                <td><b>{one.name}</b> <span class="quiet mono">{one.login}</span></td>
                <td data-testid="profile-capacity">{one.capacity || fill(t.usual, { n: usual })}</td>
                <td data-testid="profile-skills">{one.skills.join(", ")}</td>
                <td>{one.stores.join(", ")}</td>
                <td>{one.groups.join(", ")}</td>
                <td class="row-buttons"><button type="button" data-testid="profile-edit" aria-label={fill(t.editNamed, { name: one.name })} onClick={() => setDoing({ what: "profile", profile: one })}>{t.edit}</button></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {doing?.what === "group" && <GroupDialog group={doing.group} operators={operators} onClose={close} onDone={done} />}
      {doing?.what === "remove" && <RemoveDialog name={doing.name} onClose={close} onDone={done} />}
      {doing?.what === "profile" && <ProfileDialog profile={doing.profile} known={profiles.value.skills} usual={usual} onClose={close} onDone={done} />}
    </div>
  );
}

type Closing = { onClose: () => void; onDone: () => void };

function GroupDialog({ group, operators, ...closing }: Closing & { group: Group; operators: Profile[] }) {
  const { t } = useSurroundings();
  const put = async (form: FormData) => {
    const name = group.name || String(form.get("name")).trim();
    const wish = {
      mode: form.get("mode"),
      strategy: form.get("strategy"),
      bound_s: Number(form.get("bound_s")),
      overflow_s: Number(form.get("overflow_s")),
      sticky: form.get("sticky") !== null,
      members: form.getAll("members").map(String),
    };
    await call("PUT", `api/admin/groups/${encodeURIComponent(name)}`, wish);
    return fill(t.groupSaved, { name });
  };
  return (
    <StepDialog title={group.name ? fill(t.editNamed, { name: group.name }) : t.addGroup} testid="group-dialog" submit={t.save} onSubmit={put} {...closing}>
      {!group.name && <label>{t.group}<input name="name" required maxlength={64} autocomplete="off" data-testid="group-name" /></label>}
      <label>{t.mode}<select name="mode" data-testid="group-mode" defaultValue={group.mode}>{Object.entries(t.modes).map(([mode, label]) => <option key={mode} value={mode} selected={mode === group.mode}>{label}</option>)}</select></label>
      <label>{t.strategy}<select name="strategy" data-testid="group-strategy">{Object.entries(t.strategies).map(([one, label]) => <option key={one} value={one} selected={one === group.strategy}>{label}</option>)}</select></label>
      <label>{t.bound}<input name="bound_s" type="number" min={0} required defaultValue={String(group.bound_s)} data-testid="group-bound" /></label>
      <label>{t.overflow}<input name="overflow_s" type="number" min={0} required defaultValue={String(group.overflow_s)} data-testid="group-overflow" /></label>
      <label class="check"><input type="checkbox" name="sticky" defaultChecked={group.sticky} />{t.sticky}</label>
      {group.name !== EVERYBODY && (
        <fieldset>
          <legend>{t.members}</legend>
          {operators.map((one) => (
            <label key={one.login} class="check"><input type="checkbox" name="members" value={one.login} data-testid={`member-${one.login}`} defaultChecked={group.members.includes(one.login)} />{one.name}</label>
          ))}
        </fieldset>
      )}
    </StepDialog>
  );
}

function RemoveDialog({ name, ...closing }: Closing & { name: string }) {
  const { t } = useSurroundings();
  const remove = async () => {
    await call("DELETE", `api/admin/groups/${encodeURIComponent(name)}`);
    return fill(t.groupRemoved, { name });
  };
  return <StepDialog title={fill(t.groupRemove, { name })} testid="group-remove-dialog" submit={t.remove} onSubmit={remove} {...closing}><p>{t.groupRemoveHelp}</p></StepDialog>;
}

function ProfileDialog({ profile, known, usual, ...closing }: Closing & { profile: Profile; known: string[]; usual: number }) {
  const { t } = useSurroundings();
  const put = async (form: FormData) => {
    const wish = { capacity: Number(form.get("capacity")), skills: words(String(form.get("skills"))), stores: words(String(form.get("stores"))) };
    await call("PUT", `api/admin/skills/${encodeURIComponent(profile.login)}`, wish);
    return fill(t.profileSaved, { name: profile.name });
  };
  return (
    <StepDialog title={fill(t.editNamed, { name: profile.name })} testid="profile-dialog" submit={t.save} onSubmit={put} {...closing}>
      <label>{fill(t.capacityHelp, { n: usual })}<input name="capacity" type="number" min={0} required defaultValue={String(profile.capacity)} data-testid="new-capacity" /></label>
      <label>{t.skills} {known.length > 0 && `(${known.join(", ")})`}<input name="skills" defaultValue={profile.skills.join(", ")} data-testid="new-skills" autocomplete="off" /></label>
      <label>{t.stores}<input name="stores" defaultValue={profile.stores.join(", ")} data-testid="new-stores" autocomplete="off" /></label>
    </StepDialog>
  );
}
