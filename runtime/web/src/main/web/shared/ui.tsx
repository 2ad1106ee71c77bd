import { createContext, type ComponentChildren } from "preact";
import { useContext, useEffect, useRef, useState } from "preact/hooks";
import { speak } from "./http.ts";
import { browserLanguage, isLanguage, locale, type Language } from "./language.ts";

const LANGUAGE_KEY = "hotdesk.language";

/** What the person chose last time, else what the browser prefers. */
export function rememberedLanguage(): Language {
  const stored = localStorage.getItem(LANGUAGE_KEY);
  return isLanguage(stored) ? stored : browserLanguage();
}

export const LanguageContext = createContext<{ language: Language; choose: (language: Language) => void }>({
  language: "en",
  choose: () => undefined,
});

export function useLanguage(): Language {
  return useContext(LanguageContext).language;
}

export function LanguageProvider({ children }: { children: ComponentChildren }) {
  const [language, setLanguage] = useState(rememberedLanguage);
  speak(language);
  const choose = (chosen: Language) => {
    localStorage.setItem(LANGUAGE_KEY, chosen);
    setLanguage(chosen);
  };
  useEffect(() => {
    document.documentElement.lang = locale(language);
  }, [language]);
  return <LanguageContext.Provider value={{ language, choose }}>{children}</LanguageContext.Provider>;
}

export function LanguageSwitch() {
  const { language, choose } = useContext(LanguageContext);
  const other = language === "zh" ? "en" : "zh";
  return (
    <button type="button" class="ghost" data-testid="language" lang={other} onClick={() => choose(other)}>
      {other === "zh" ? "中文" : "English"}
    </button>
  );
}

/** The time, ticking. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

/** A modal dialog of the browser's own: focus stays inside, Escape closes. */
export function Dialog({ title, onClose, children, testid }: { title: string; onClose: () => void; children: ComponentChildren; testid: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} onClose={onClose} data-testid={testid} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </dialog>
  );
}

export interface Notice {
  id: number;
  text: string;
  good: boolean;
}

const NOTICE_MS = 6000;

/** A short list of messages that go away by themselves. */
export function useNotices(): [Notice[], (text: string, good?: boolean) => void] {
  const [notices, setNotices] = useState<Notice[]>([]);
  const next = useRef(1);
  const notify = (text: string, good = false) => {
    const id = next.current++;
    setNotices((all) => [...all.filter((one) => one.text !== text), { id, text, good }]);
    setTimeout(() => setNotices((all) => all.filter((one) => one.id !== id)), NOTICE_MS);
  };
  return [notices, notify];
}

export function Notices({ notices }: { notices: Notice[] }) {
  return (
    <div class="toasts" role="alert" data-testid="toasts">
      {notices.map((notice) => (
        <div key={notice.id} class={notice.good ? "toast good" : "toast"} data-testid="toast">
          {notice.text}
        </div>
      ))}
    </div>
  );
}

const PATHS = {
  brand: "M4 5.5A2.5 2.5 0 0 1 6.5 3h11A2.5 2.5 0 0 1 20 5.5v8a2.5 2.5 0 0 1-2.5 2.5H11l-4.6 3.7A.9.9 0 0 1 5 19v-3.1a2.5 2.5 0 0 1-1-2z",
  back: "M15 5l-7 7 7 7",
  send: "M5 12h13M12.5 6l6 6-6 6",
  check: "M5 12.5l4.5 4.5L19 7.5",
  cross: "M6 6l12 12M18 6L6 18",
  warn: "M12 4.5v9M12 18.5v.5",
  plus: "M12 5v14M5 12h14",
  clip: "M8 12.5l6.5-6.5a3 3 0 0 1 4.2 4.2L10 19a5 5 0 0 1-7-7l8-8",
  edit: "M5 19h3.5L19 8.5 15.5 5 5 15.5z",
};

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class={`icon ${name}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
