import { render, type ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Access } from "../shared/access.tsx";
import type { Session } from "../shared/http.ts";
import { Icon, LanguageProvider, LanguageSwitch, Notices, useLanguage, useNotices } from "../shared/ui.tsx";
import { AccountsPage } from "./accounts.tsx";
import { AuditPage } from "./audit.tsx";
import { SurroundingsContext } from "./context.ts";
import { HoursPage } from "./hours.tsx";
import { UnderstandingPage } from "./intents.tsx";
import { OverviewPage } from "./overview.tsx";
import { PluginsPage } from "./plugins.tsx";
import { ReportsPage } from "./reports.tsx";
import { RoutingPage } from "./routing.tsx";
import { ServersPage } from "./servers.tsx";
import { TeamsPage } from "./teams.tsx";
import { texts } from "./texts.ts";
import { TokensPage } from "./tokens.tsx";
import { TrustPage } from "./trust.tsx";

type Page = keyof (typeof texts)["en"]["pages"];

const PAGES: Record<Page, ComponentType> = { overview: OverviewPage, plugins: PluginsPage, trust: TrustPage, tokens: TokensPage, accounts: AccountsPage, teams: TeamsPage, routing: RoutingPage, hours: HoursPage, understanding: UnderstandingPage, reports: ReportsPage, servers: ServersPage, audit: AuditPage };

function pageOf(hash: string): Page {
  const name = hash.slice(1);
  return name in PAGES ? (name as Page) : "overview";
}

function Console({ session, leave, lost }: { session: Session; leave: () => void; lost: () => void }) {
  const language = useLanguage();
  const t = texts[language];
  const [notices, notify] = useNotices();
  const [page, setPage] = useState(() => pageOf(location.hash));
  useEffect(() => {
    const go = () => setPage(pageOf(location.hash));
    window.addEventListener("hashchange", go);
    return () => window.removeEventListener("hashchange", go);
  }, []);
  const Content = PAGES[page];
  return (
    <SurroundingsContext.Provider value={{ session, t, language, notify, lost }}>
      <header class="top">
        <span class="logo">
          <Icon name="brand" />
        </span>
        <h1>{t.title}</h1>
        <nav class="tabs" data-testid="tabs">
          {(Object.keys(PAGES) as Page[]).map((name) => (
            <a key={name} href={`#${name}`} aria-current={name === page ? "page" : undefined} data-testid={`tab-${name}`}>
              {t.pages[name]}
            </a>
          ))}
        </nav>
        <span class="space" />
        {session.roles.some((role) => role !== "admin") && <a class="aside" href="../workspace/">{t.workspace}</a>}
        <span class="me" data-testid="me">{session.name}</span>
        <LanguageSwitch />
        <button type="button" class="ghost" data-testid="logout" onClick={leave}>
          {t.logout}
        </button>
      </header>
      <main class="page">
        <h1>{t.pages[page]}</h1>
        <Content key={page} />
      </main>
      <Notices notices={notices} />
    </SurroundingsContext.Provider>
  );
}

function App() {
  const t = texts[useLanguage()];
  useEffect(() => {
    document.title = `${t.title} · Hotdesk`;
  }, [t]);
  return (
    <Access title={t.title} roles={["admin"]} elsewhere={<a href="../workspace/">{t.toWorkspace}</a>}>
      {(session, leave, lost) => <Console session={session} leave={leave} lost={lost} />}
    </Access>
  );
}

render(
  <LanguageProvider>
    <App />
  </LanguageProvider>,
  document.getElementById("app")!,
);
