import { browserLanguage, fill, isLanguage, type Language } from "../shared/language.ts";
import { Conversation } from "./conversation.ts";
import { el, icon, say, set } from "./dom.ts";
import { Panel } from "./panel.ts";
import { concerns, shelf, type Shelf } from "./store.ts";
import { texts } from "./texts.ts";
import { Tokens } from "./token.ts";
import style from "./widget.css";

/** The chat button and window on a shop's page, and `window.Hotdesk`, its one global name. */
class Widget {
  private readonly server: URL;
  private readonly shelf: Shelf;
  private readonly conversation: Conversation;
  private readonly panel: Panel;
  private readonly root = el("div", { class: "root" });
  private readonly badge = el("span", { class: "badge", "data-testid": "hotdesk-badge" });
  private readonly launcher = el("button", { type: "button", class: "launcher", "data-testid": "hotdesk-launcher" }, icon("chat"), icon("down"), this.badge);
  private lang: Language;
  private shown = false;
  /** Up to which seq the customer has seen the conversation of this name. */
  private read = { name: "", seq: 0 };

  constructor(server: URL, script: HTMLScriptElement) {
    this.server = server;
    this.shelf = shelf(server);
    this.lang = firstLanguage(this.shelf.get("lang"), script.dataset["lang"]);
    this.conversation = new Conversation(server, this.shelf, this.lang, script.dataset["store"]);
    this.conversation.onChange = () => this.render();
    this.conversation.onLeft = () => this.left();
    this.conversation.onFault = (code) => this.panel.complain(code);
    this.panel = new Panel(this.conversation, {
      close: () => this.close(),
      language: () => this.language(this.lang === "zh" ? "en" : "zh", true),
    });
    this.launcher.onclick = () => (this.shown ? this.close() : this.open());
    if (script.dataset["sku"]) this.conversation.page(script.dataset["sku"]);
  }

  mount(): void {
    const host = el("div", { id: "hotdesk-widget" });
    const shadow = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    shadow.adoptedStyleSheets = [sheet];
    shadow.append(this.root);
    this.panel.element.hidden = true;
    this.root.append(this.panel.element, this.launcher);
    document.body.append(host);
    window.addEventListener("online", () => this.shown && this.conversation.connect());
    window.addEventListener("offline", () => this.render());
    window.addEventListener("storage", (event) => {
      if (concerns(event, this.server, Tokens.keys)) this.conversation.tokenChanged();
    });
    // A page that the browser had put aside was told nothing meanwhile.
    window.addEventListener("pageshow", (event) => event.persisted && this.conversation.tokenChanged());
    document.addEventListener("visibilitychange", () => this.render());
    if (this.shelf.get("open") === "1") this.open(false);
    else this.render();
  }

  open(focus = true): void {
    this.shown = true;
    this.panel.element.hidden = false;
    this.shelf.set("open", "1");
    this.conversation.connect();
    this.render();
    if (focus) this.panel.show();
  }

  close(): void {
    if (!this.shown) return;
    this.shown = false;
    this.panel.element.hidden = true;
    this.shelf.remove("open");
    this.render();
    this.launcher.focus({ preventScroll: true });
  }

  page(sku: string): void {
    this.conversation.page(String(sku ?? ""));
  }

  identify(jwt: string): void {
    this.conversation.identify(String(jwt));
  }

  forget(): void {
    this.conversation.forget();
  }

  language(code: string, remember = false): void {
    const lang = isLanguage(code) ? code : browserLanguage();
    if (remember) this.shelf.set("lang", lang);
    this.lang = lang;
    this.conversation.language(lang);
    this.render();
  }

  private left(): void {
    this.panel.empty();
    if (this.shown) this.conversation.connect();
  }

  private render(): void {
    const t = texts[this.lang];
    const unread = this.unread();
    this.conversation.look(this.shown && !document.hidden);
    say(this.badge, unread > 9 ? "9+" : String(unread || ""));
    this.badge.hidden = this.shown || unread === 0;
    const label = this.shown ? t.close : unread > 0 ? `${t.launcher}, ${fill(t.unread, { n: unread })}` : t.launcher;
    set(this.launcher, { "aria-label": label, title: t.launcher, "aria-expanded": String(this.shown) });
    set(this.root, { class: this.shown ? "root open" : "root" });
    if (this.shown) this.panel.render(this.lang);
  }

  private unread(): number {
    const { log, name, end } = this.conversation;
    if (this.read.name !== name) this.read = { name, seq: Number(this.shelf.get(`read.${name}`)) || 0 };
    // A server that was restored from a back-up counts from an earlier place again.
    this.read.seq = Math.min(this.read.seq, Math.max(end, log.last));
    if (this.shown && !document.hidden && log.last > this.read.seq) {
      this.read.seq = log.last;
      this.shelf.set(`read.${name}`, String(log.last));
    }
    const { seq } = this.read;
    return log.items.filter((item) => item.type === "message" && item.from !== "customer" && item.seq > seq).length;
  }
}

function firstLanguage(stored: string | null, wanted: string | undefined): Language {
  if (isLanguage(stored)) return stored;
  if (isLanguage(wanted)) return wanted;
  return browserLanguage([document.documentElement.lang, ...navigator.languages]);
}

type Call = [keyof HotdeskApi, ...string[]];

interface HotdeskApi {
  open(): void;
  close(): void;
  page(sku: string): void;
  identify(jwt: string): void;
  forget(): void;
  lang(code: string): void;
}

declare global {
  interface Window {
    /** The widget; or, before the script has come, a list of calls such as ["page", "SW-1001"]. */
    Hotdesk?: HotdeskApi | Call[];
  }
}

function start(script: HTMLScriptElement): void {
  const before = Array.isArray(window.Hotdesk) ? window.Hotdesk : [];
  const widget = new Widget(new URL("..", script.src), script);
  const api: HotdeskApi = {
    open: () => widget.open(),
    close: () => widget.close(),
    page: (sku) => widget.page(sku),
    identify: (jwt) => widget.identify(jwt),
    forget: () => widget.forget(),
    lang: (code) => widget.language(code),
  };
  window.Hotdesk = api;
  const mount = () => {
    widget.mount();
    for (const [name, ...values] of before) api[name]?.(values[0] ?? "");
  };
  if (document.body) mount();
  else document.addEventListener("DOMContentLoaded", mount);
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement && script.src && (!window.Hotdesk || Array.isArray(window.Hotdesk))) start(script);
