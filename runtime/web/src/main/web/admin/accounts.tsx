import { useState } from "preact/hooks";
import { call } from "../shared/http.ts";
import { fill } from "../shared/language.ts";
import { useSurroundings } from "./context.ts";
import type { Account } from "./model.ts";
import { Lost, StepDialog } from "./parts.tsx";
import { usePoll } from "./poll.ts";

const EVERY_MS = 10_000;
const LEAST_PASSWORD = 8;
const ROLES = ["operator", "supervisor", "admin"];

type Doing = { what: "create" } | { what: "password" | "remove"; login: string };

/** Who may log in. */
export function AccountsPage() {
  const { session, t, lost } = useSurroundings();
  const polled = usePoll<Account[] | { accounts: Account[] }>("api/admin/accounts", EVERY_MS, lost);
  const [doing, setDoing] = useState<Doing | undefined>();
  if (!polled.value) return <Lost polled={polled} />;
  const accounts = Array.isArray(polled.value) ? polled.value : polled.value.accounts;
  const done = () => {
    setDoing(undefined);
    polled.refresh();
  };
  return (
    <div data-testid="accounts">
      <Lost polled={polled} />
      <p class="tools">
        <button type="button" class="primary" data-testid="account-create" onClick={() => setDoing({ what: "create" })}>
          {t.create}
        </button>
      </p>
      <div class="box wide">
        <table>
          <thead>
            <tr>
              <th>{t.login}</th>
              <th>{t.name}</th>
              <th>{t.roles}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {accounts.map((one) => (
              <tr key={one.login} data-testid="account" data-login={one.login}>
                <td class="mono">
                  {one.login} {one.login === session.login && <span class="kind">{t.you}</span>}
                </td>
                <td>{one.name}</td>
                <td>{one.roles.map((role) => t.role[role] ?? role).join(", ")}</td>
                <td class="row-buttons">
                  <button type="button" data-testid="account-password" onClick={() => setDoing({ what: "password", login: one.login })}>{t.newPassword}</button>
                  <button type="button" class="danger" data-testid="account-remove" disabled={one.login === session.login} onClick={() => setDoing({ what: "remove", login: one.login })}>
                    {t.remove}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {doing?.what === "create" && <CreateDialog onClose={() => setDoing(undefined)} onDone={done} />}
      {doing?.what === "password" && <PasswordDialog login={doing.login} onClose={() => setDoing(undefined)} onDone={done} />}
      {doing?.what === "remove" && <RemoveDialog login={doing.login} onClose={() => setDoing(undefined)} onDone={done} />}
    </div>
  );
}

type Closing = { onClose: () => void; onDone: () => void };

function CreateDialog(closing: Closing) {
  const { t } = useSurroundings();
  const create = async (form: FormData) => {
    const login = String(form.get("login")).trim();
    const account = { login, name: String(form.get("name")).trim(), password: String(form.get("password")), roles: form.getAll("roles").map(String) };
    await call("POST", "api/admin/accounts", account);
    return fill(t.created, { login });
  };
  return (
    <StepDialog title={t.create} testid="create-dialog" submit={t.create} onSubmit={create} {...closing}>
      <label>{t.login}<input name="login" data-testid="new-login" required maxlength={64} autocapitalize="none" autocomplete="off" spellcheck={false} /></label>
      <label>{t.name}<input name="name" data-testid="new-name" required maxlength={64} autocomplete="off" /></label>
      <PasswordField />
      <fieldset>
        <legend>{t.roles}</legend>
        {ROLES.map((role) => (
          <label key={role} class="check">
            <input type="checkbox" name="roles" value={role} data-testid={`new-role-${role}`} defaultChecked={role === "operator"} />
            {t.role[role]} <span class="quiet">– {t.roleHelp[role]}</span>
          </label>
        ))}
      </fieldset>
    </StepDialog>
  );
}

function PasswordDialog({ login, ...closing }: Closing & { login: string }) {
  const { t } = useSurroundings();
  const change = async (form: FormData) => {
    await call("POST", `api/admin/accounts/${encodeURIComponent(login)}/password`, { password: String(form.get("password")) });
    return fill(t.passwordSet, { login });
  };
  return (
    <StepDialog title={fill(t.passwordFor, { login })} testid="password-dialog" submit={t.save} onSubmit={change} {...closing}>
      <PasswordField />
    </StepDialog>
  );
}

function RemoveDialog({ login, ...closing }: Closing & { login: string }) {
  const { t } = useSurroundings();
  const remove = async () => {
    await call("DELETE", `api/admin/accounts/${encodeURIComponent(login)}`);
    return fill(t.removed, { login });
  };
  return (
    <StepDialog title={fill(t.removeTitle, { login })} testid="remove-dialog" submit={t.remove} onSubmit={remove} {...closing}>
      <p>{t.removeHelp}</p>
    </StepDialog>
  );
}

function PasswordField() {
  const { t } = useSurroundings();
  return (
    <label>
      {t.password} ({t.passwordHelp})
      <input name="password" type="password" data-testid="new-password" required minlength={LEAST_PASSWORD} autocomplete="new-password" />
    </label>
  );
}
