import { pasted } from "../shared/files.ts";
import { fill, type Language } from "../shared/language.ts";
import { MOST_CHARACTERS } from "../shared/protocol.ts";
import type { Conversation } from "./conversation.ts";
import { minutes } from "../shared/time.ts";
import { el, icon, say, set } from "./dom.ts";
import { Forms } from "./forms.ts";
import { PickedFiles } from "./picked.ts";
import { texts } from "./texts.ts";
import { Thread } from "./thread.ts";

const WARN_BELOW = 200;
const FAULT_MS = 6000;

export interface PanelEvents {
  close(): void;
  language(): void;
}

/** The open chat window. */
export class Panel {
  readonly element: HTMLElement;
  private readonly conversation: Conversation;
  private readonly thread: Thread;
  private readonly forms: Forms;
  private readonly picked: PickedFiles;
  private readonly chooser = el("input", { type: "file", multiple: true, hidden: true, tabindex: "-1", "data-testid": "hotdesk-file-input" });
  private readonly attach = el("button", { type: "button", class: "attach", "data-testid": "hotdesk-attach" }, icon("clip"));
  private readonly title = el("h1", { id: "hotdesk-title" });
  private readonly subtitle = el("p", { class: "subtitle", role: "status", "data-testid": "hotdesk-serving" });
  private readonly languageButton = el("button", { type: "button", class: "language", "data-testid": "hotdesk-lang" });
  private readonly closeButton = el("button", { type: "button", class: "minimise", "data-testid": "hotdesk-close" }, icon("down"));
  private readonly connection = el("span", { class: "words" });
  private readonly retry = el("button", { type: "button", "data-testid": "hotdesk-retry" });
  private readonly line: HTMLElement;
  private readonly fault = el("div", { class: "fault", role: "alert", "data-testid": "hotdesk-fault" });
  private readonly input = el("textarea", { rows: "1", "data-testid": "hotdesk-input", autocomplete: "off", enterkeyhint: "send" });
  private readonly sendButton = el("button", { type: "submit", class: "send", "data-testid": "hotdesk-send" }, icon("send"));
  private readonly counter = el("div", { class: "counter", "aria-live": "polite", "data-testid": "hotdesk-counter" });
  private readonly place = el("div", { class: "line place", role: "status", "data-testid": "hotdesk-queue" });
  private faultEnds: ReturnType<typeof setTimeout> | undefined;
  private lang: Language = "en";

  constructor(conversation: Conversation, events: PanelEvents) {
    this.conversation = conversation;
    this.picked = new PickedFiles(conversation);
    this.picked.onChange = () => this.count();
    this.thread = new Thread(conversation, (text) => {
      conversation.say(text);
      this.input.focus();
    });
    this.forms = new Forms(conversation);
    this.line = el("div", { class: "line", role: "status", "data-testid": "hotdesk-connection" }, this.connection, this.retry);
    const form = el("form", { class: "composer" }, this.attach, this.chooser, this.input, this.sendButton);
    this.element = el(
      "section",
      { class: "panel", role: "dialog", "aria-labelledby": "hotdesk-title", "data-testid": "hotdesk-panel" },
      el("header", {}, el("div", { class: "face" }, icon("chat")), el("div", { class: "who" }, this.title, this.subtitle), this.languageButton, this.closeButton),
      this.line,
      this.place,
      this.thread.element,
      this.forms.element,
      this.fault,
      el("footer", {}, this.picked.element, this.counter, form),
    );
    this.languageButton.onclick = events.language;
    this.closeButton.onclick = events.close;
    this.retry.onclick = () => conversation.connect();
    form.onsubmit = (event) => this.submit(event);
    this.attach.onclick = () => this.chooser.click();
    this.chooser.onchange = () => {
      this.picked.add([...(this.chooser.files ?? [])]);
      this.chooser.value = "";
      this.input.focus();
    };
    this.input.onpaste = (event) => {
      const files = pasted(event);
      if (files.length === 0) return;
      event.preventDefault();
      this.picked.add(files);
    };
    this.input.oninput = () => this.typed();
    this.input.onkeydown = (event) => this.key(event);
    this.element.onkeydown = (event) => {
      if (event.key === "Escape" && !event.isComposing) events.close();
      // The shop page's own shortcuts are not meant for what is typed here.
      event.stopPropagation();
    };
  }

  show(): void {
    this.thread.toEnd();
    this.input.focus({ preventScroll: true });
  }

  render(lang: Language): void {
    this.lang = lang;
    const t = texts[lang];
    const { log, serving } = this.conversation;
    say(this.title, t.title);
    const name = log.lastState?.state === serving ? log.lastState.name : "";
    say(this.subtitle, fill(t.serving[serving] ?? "", { name: name || t.person }));
    set(this.element, { lang: lang === "zh" ? "zh-CN" : "en", "data-state": serving });
    set(this.closeButton, { "aria-label": t.close, title: t.close });
    set(this.languageButton, { title: t.languageHint });
    say(this.languageButton, t.language);
    set(this.input, { placeholder: t.placeholder, "aria-label": t.input });
    set(this.attach, { "aria-label": t.attach, title: t.attach });
    this.picked.speak(lang);
    set(this.sendButton, { "aria-label": t.send, title: t.send });
    this.renderLine();
    this.renderPlace();
    this.count();
    this.forms.render(lang);
    this.thread.render(lang);
  }

  /** Nothing that was being written is left for the next customer. */
  empty(): void {
    this.input.value = "";
    this.picked.clear();
    this.grow();
    this.count();
    say(this.fault, "");
  }

  complain(code: string): void {
    const faults = texts[this.lang].faults;
    say(this.fault, faults[code] ?? faults["other"]!);
    clearTimeout(this.faultEnds);
    this.faultEnds = setTimeout(() => say(this.fault, ""), FAULT_MS);
  }

  private renderLine(): void {
    const t = texts[this.lang];
    const { connection, troubled, outbox } = this.conversation;
    const waiting = outbox.all().filter((one) => !one.refused).length;
    const words =
      connection === "refused" ? t.refused
      : connection === "limited" ? t.limited
      : troubled ? (navigator.onLine ? t.offline : t.offlineHere)
      : connection === "connecting" ? t.connecting
      : "";
    const more = troubled && waiting > 0 && connection !== "refused" ? ` ${fill(t.pending, { n: waiting })}` : "";
    say(this.connection, words + more);
    say(this.retry, t.now);
    this.retry.hidden = connection !== "retrying";
    this.line.hidden = words === "";
    set(this.line, { "data-connection": connection, class: troubled || connection === "refused" ? "line bad" : "line" });
  }

  /** The place in the queue, and as much of the wait as can honestly be said. */
  private renderPlace(): void {
    const t = texts[this.lang];
    const { queue, serving } = this.conversation;
    const shown = queue && serving === "waiting" && queue.position > 0 ? queue : undefined;
    this.place.hidden = !shown;
    set(this.place, { "data-position": shown && String(shown.position) });
    if (!shown) return say(this.place, "");
    const [least, most] = minutes(shown.wait?.least ?? 0, shown.wait?.most ?? 0);
    const wait = shown.wait ? fill(least > 0 ? t.waitRange : t.waitUpTo, { least, most }) : "";
    say(this.place, fill(t.place, { n: shown.position }) + wait);
  }

  private submit(event: Event): void {
    event.preventDefault();
    const text = this.input.value.trim();
    const files = this.picked.ready;
    if ((!text && files.length === 0) || !this.picked.settled || text.length > MOST_CHARACTERS) return this.input.focus();
    this.conversation.say(text, files);
    this.picked.clear();
    this.input.value = "";
    this.grow();
    this.count();
    this.thread.toEnd();
    this.input.focus();
  }

  private key(event: KeyboardEvent): void {
    // 229: an input method is still composing and Enter is its own.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    this.submit(event);
  }

  private typed(): void {
    this.grow();
    this.count();
    if (this.input.value.trim()) this.conversation.type();
  }

  private grow(): void {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 120)}px`;
  }

  private count(): void {
    const t = texts[this.lang];
    const text = this.input.value.trim();
    const left = MOST_CHARACTERS - text.length;
    say(this.counter, left < 0 ? fill(t.tooLong, { n: -left }) : left < WARN_BELOW ? fill(t.left, { n: left }) : "");
    set(this.counter, { class: left < 0 ? "counter over" : "counter" });
    this.sendButton.disabled = (text === "" && this.picked.ready.length === 0) || !this.picked.settled || left < 0;
  }
}
