import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Fault, login, logout, whoAmI, type Session } from "./http.ts";
import { fill, type Language } from "./language.ts";
import { Icon, LanguageSwitch, useLanguage } from "./ui.tsx";

const zh = {
  login: "账号",
  password: "密码",
  enter: "登录",
  entering: "正在登录…",
  wrong: "账号或密码不正确",
  often: "尝试次数过多，请 {n} 秒后再试",
  unreachable: "无法连接服务器，请稍后再试",
  lacking: "{name}，您的账号没有访问此页面的权限。",
  leave: "退出登录",
};
const words: Record<Language, typeof zh> = {
  zh,
  en: {
    login: "Account",
    password: "Password",
    enter: "Log in",
    entering: "Logging in…",
    wrong: "Wrong account or password",
    often: "Too many attempts: try again in {n} s",
    unreachable: "The server cannot be reached: try again later",
    lacking: "{name}, your account may not use this page.",
    leave: "Log out",
  },
};

export interface AccessProps {
  title: string;
  roles: string[];
  /** Another page for those who lack the role here. */
  elsewhere: ComponentChildren;
  /** `leave` logs out; `lost` is for when the server has forgotten the session. */
  children: (session: Session, leave: () => void, lost: () => void) => ComponentChildren;
}

/** Shows its content to who is logged in and has one of the roles, and to all others a form. */
export function Access({ title, roles, elsewhere, children }: AccessProps) {
  const [session, setSession] = useState<Session | undefined | "unknown">("unknown");
  const t = words[useLanguage()];
  useEffect(() => {
    whoAmI().then(setSession, () => setSession(undefined));
  }, []);
  const leave = () => {
    logout().catch(() => undefined).finally(() => setSession(undefined));
  };
  if (session === "unknown") return <div class="blank" />;
  if (!session) return <LoginForm title={title} onSession={setSession} />;
  if (roles.some((role) => session.roles.includes(role))) return <>{children(session, leave, () => setSession(undefined))}</>;
  return (
    <Door title={title}>
      <p data-testid="lacking">{fill(t.lacking, { name: session.name || session.login })}</p>
      {elsewhere}
      <button type="button" data-testid="logout" onClick={leave}>
        {t.leave}
      </button>
    </Door>
  );
}

function Door({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <main class="door">
      <div class="door-card">
        <div class="door-head">
          <span class="logo">
            <Icon name="brand" />
          </span>
          <h1>{title}</h1>
          <LanguageSwitch />
        </div>
        {children}
      </div>
    </main>
  );
}

function LoginForm({ title, onSession }: { title: string; onSession: (session: Session) => void }) {
  const t = words[useLanguage()];
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | undefined>();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    setBusy(true);
    setFault(undefined);
    try {
      onSession(await login(String(form.get("login")).trim(), String(form.get("password"))));
    } catch (thrown) {
      setFault(thrown instanceof Fault ? thrown : new Fault(0, ""));
      setBusy(false);
    }
  };
  const told =
    fault &&
    (fault.status === 429 ? fill(t.often, { n: fault.retryAfter || 60 })
    : fault.status === 401 || fault.status === 400 || fault.status === 403 ? t.wrong
    : t.unreachable);
  return (
    <Door title={title}>
      <form onSubmit={submit} data-testid="login-form">
        <label>
          {t.login}
          <input name="login" data-testid="login" autocomplete="username" autocapitalize="none" spellcheck={false} required autofocus />
        </label>
        <label>
          {t.password}
          <input name="password" type="password" data-testid="password" autocomplete="current-password" required />
        </label>
        <p class="fault" role="alert" data-testid="login-fault">
          {told}
        </p>
        <button type="submit" class="primary" data-testid="login-submit" disabled={busy}>
          {busy ? t.entering : t.enter}
        </button>
      </form>
    </Door>
  );
}
