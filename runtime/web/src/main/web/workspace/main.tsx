import { render } from "preact";
import { useEffect, useMemo, useReducer } from "preact/hooks";
import { Access } from "../shared/access.tsx";
import { fill } from "../shared/language.ts";
import type { Command } from "../shared/protocol.ts";
import { clock } from "../shared/time.ts";
import { Icon, LanguageProvider, LanguageSwitch, Notices, useLanguage, useNotices } from "../shared/ui.tsx";
import { refusalText, SurroundingsContext, useSurroundings } from "./context.ts";
import { Desk } from "./desk.ts";
import { Facts } from "./facts.tsx";
import { DeskLists } from "./lists.tsx";
import { NoticeButton, ToldNotices } from "./notices.tsx";
import { lists } from "./rights.ts";
import { SearchBox } from "./search.tsx";
import { Standing } from "./standing.tsx";
import { texts } from "./texts.ts";
import { Thread } from "./thread.tsx";

function Workspace({ leave, lost }: { leave: () => void; lost: () => void }) {
  const language = useLanguage();
  const t = texts[language];
  const [, changed] = useReducer((n: number) => n + 1, 0);
  const [notices, notify] = useNotices();
  const desk = useMemo(() => new Desk(() => changed(undefined), lost), []);

  useEffect(() => {
    desk.start();
    const hurry = () => desk.hurry();
    const look = () => {
      desk.look();
      changed(undefined);
    };
    window.addEventListener("online", hurry);
    document.addEventListener("visibilitychange", look);
    return () => {
      window.removeEventListener("online", hurry);
      document.removeEventListener("visibilitychange", look);
      desk.stop();
    };
  }, [desk]);

  const { me } = desk;
  const all = me && lists(desk.conversations.values(), me);
  const calls = all ? all.waiting.length + all.offered.length + all.mine.reduce((sum, one) => sum + desk.unread(one), 0) : 0;
  useEffect(() => {
    document.title = `${calls > 0 ? `(${calls}) ` : ""}${t.title} · Hotdesk`;
  }, [calls, t]);

  if (!me) return <div class="empty whole">{t.connecting}</div>;
  const act = (command: Command) => {
    desk.send(command).catch((fault: unknown) => notify(refusalText(fault, t)));
  };
  const one = desk.conversations.get(desk.opened);
  return (
    <SurroundingsContext.Provider value={{ desk, me, t, language, act }}>
      <div class={one ? "workspace opened" : "workspace"} data-testid="workspace" data-online={desk.online}>
        <Top leave={leave} />
        <ToldNotices />
        <div class="columns">
          <DeskLists />
          {one ? (
            <Thread key={one.conversation} one={one} />
          ) : (
            <main class="empty" data-testid="nothing-open">
              <strong>{t.pick}</strong>
              <span>{t.pickMore}</span>
            </main>
          )}
          <Facts one={one} />
        </div>
        <Notices notices={notices} />
      </div>
    </SurroundingsContext.Provider>
  );
}

function Top({ leave }: { leave: () => void }) {
  const { desk, me, t, language } = useSurroundings();
  const pending = desk.unsent.filter((one) => !one.refused).length;
  return (
    <>
      <header class="top">
        <span class="logo">
          <Icon name="brand" />
        </span>
        <h1>{t.title}</h1>
        <SearchBox />
        <span class="space" />
        <NoticeButton />
        <Standing />
        <span class={desk.online ? "pill good" : "pill warn"} data-testid="connection">
          {desk.online ? t.online : t.connecting}
        </span>
        <span class="avatar" aria-hidden="true">{me.name.slice(0, 1)}</span>
        <span class="me" data-testid="me">{me.name}</span>
        <LanguageSwitch />
        <button type="button" class="ghost" data-testid="logout" onClick={leave}>
          {t.logout}
        </button>
      </header>
      <div role="status">
        {!desk.online && (
          <div class="banner" data-testid="offline">
            {fill(t.offline, { time: clock(desk.offlineSince, language) })}
            {pending > 0 && ` · ${fill(t.pendingSays, { n: pending })}`}{" "}
            <button type="button" class="link" onClick={() => desk.hurry()}>
              {t.now}
            </button>
          </div>
        )}
      </div>
    </>
  );
}

function Page() {
  const t = texts[useLanguage()];
  return (
    <Access title={t.title} roles={["operator", "supervisor"]} elsewhere={<a href="../admin/">{t.toAdmin}</a>}>
      {(session, leave, lost) => <Workspace key={session.login} leave={leave} lost={lost} />}
    </Access>
  );
}

render(
  <LanguageProvider>
    <Page />
  </LanguageProvider>,
  document.getElementById("app")!,
);
