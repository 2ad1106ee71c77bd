import { download, fileSize } from "../shared/files.ts";
import { fill, type Language } from "../shared/language.ts";
import type { Attachment, MessageFrame, StateFrame } from "../shared/protocol.ts";
import { clock } from "../shared/time.ts";
import type { Conversation } from "./conversation.ts";
import { el, icon, say, set } from "./dom.ts";
import type { Item } from "./log.ts";
import type { Unsent } from "./outbox.ts";
import { texts } from "./texts.ts";

interface Line {
  key: string;
  render(element: HTMLElement): void;
}

const STICK_PX = 80;

/** The log on the screen: one element a line, moved and changed but never rebuilt. */
export class Thread {
  readonly element: HTMLElement;
  private readonly list: HTMLElement;
  private readonly lines = new Map<string, HTMLElement>();
  private readonly conversation: Conversation;
  private readonly suggest: (text: string) => void;

  constructor(conversation: Conversation, suggest: (text: string) => void) {
    this.conversation = conversation;
    this.suggest = suggest;
    this.list = el("div", { class: "lines", role: "log", "aria-live": "polite", "data-testid": "hotdesk-log" });
    this.element = el("div", { class: "thread", tabindex: "0" }, this.list);
  }

  render(lang: Language): void {
    const atEnd = this.element.scrollHeight - this.element.scrollTop - this.element.clientHeight < STICK_PX;
    const before = this.lines.size;
    set(this.list, { "aria-label": texts[lang].log });
    this.place(this.wanted(lang));
    if (atEnd || before === 0) this.toEnd();
  }

  toEnd(): void {
    this.element.scrollTop = this.element.scrollHeight;
  }

  private wanted(lang: Language): Line[] {
    const { log, outbox, typing } = this.conversation;
    const lines: Line[] = [];
    const unsent = outbox.all().filter((one) => !log.has(one.id));
    if (!log.items.some((item) => item.type === "message") && unsent.length === 0) {
      lines.push({ key: `hello-${lang}`, render: (element) => this.hello(element, lang) });
    }
    let served = "bot";
    for (const item of log.items) {
      if (item.type === "message") {
        lines.push({ key: keyOf(item), render: (element) => this.message(element, item, lang) });
        continue;
      }
      if (item.type === "recalled") continue;
      const state = `${item.state} ${item.name}`.trim();
      if (state !== served) {
        lines.push({ key: `s-${item.seq}`, render: (element) => note(element, item, lang) });
      }
      served = state;
    }
    for (const one of unsent) {
      lines.push({ key: `m-${one.id}`, render: (element) => this.unsent(element, one, lang) });
    }
    if (typing) lines.push({ key: "typing", render: (element) => dots(element, lang) });
    return lines;
  }

  private place(wanted: Line[]): void {
    const keys = new Set(wanted.map((line) => line.key));
    for (const [key, element] of this.lines) {
      if (keys.has(key)) continue;
      element.remove();
      this.lines.delete(key);
    }
    wanted.forEach((line, index) => {
      let element = this.lines.get(line.key);
      if (!element) {
        element = el("div");
        this.lines.set(line.key, element);
      }
      if (this.list.children[index] !== element) this.list.insertBefore(element, this.list.children[index] ?? null);
      line.render(element);
    });
  }

  private hello(element: HTMLElement, lang: Language): void {
    if (element.firstChild) return;
    const t = texts[lang];
    set(element, { class: "hello", "data-testid": "hotdesk-hello" });
    const chips = t.chips.map((text) => {
      const chip = el("button", { type: "button", class: "chip", "data-testid": "hotdesk-chip" }, text);
      chip.onclick = () => this.suggest(text);
      return chip;
    });
    element.append(el("h2", {}, t.hello), el("p", {}, t.helloMore), el("div", { class: "chips" }, ...chips));
  }

  private message(element: HTMLElement, item: MessageFrame, lang: Language): void {
    const t = texts[lang];
    const { log, receipts } = this.conversation;
    const own = item.from === "customer";
    const recalled = log.tookBack(item.seq);
    const reached = item.seq <= receipts.read ? "read" : item.seq <= receipts.delivered ? "delivered" : "sent";
    const foot = bubble(element, { from: item.from, text: recalled ? t.recalled : item.text, status: own ? "sent" : "" });
    set(element, {
      "data-seq": String(item.seq),
      "data-id": item.id || undefined,
      "data-receipt": own ? reached : undefined,
      "data-recalled": recalled,
      "data-late": item.late === true,
    });
    if (!recalled) this.files(element, item.attachments ?? []);
    else element.querySelector(".files")?.remove();
    const who = own ? "" : item.from === "agent" ? t.bot : item.name || t.person;
    const late = item.late ? fill(t.late, { time: clock(item.sent || item.at, lang) }) : "";
    const words = [who, clock(item.at, lang), late].filter(Boolean).join(" · ");
    const state = `${words} ${own && reached} ${lang}`;
    if (foot.dataset["state"] === state) return;
    foot.dataset["state"] = state;
    foot.replaceChildren(words);
    if (own) foot.append(el("span", { class: `ticks ${reached}`, title: t[reached] }, icon("check"), reached === "sent" ? null : icon("check"), el("span", { class: "quiet" }, t[reached])));
  }

  /** Thumbnails of images, names of all else; each is fetched with the token and saved, never opened as a page. */
  private files(element: HTMLElement, attachments: readonly Attachment[]): void {
    if (attachments.length === 0 || element.querySelector(".files")) return;
    const list = el("div", { class: "files" });
    for (const file of attachments) {
      const button = el("button", { type: "button", class: "file", "data-testid": "hotdesk-attachment", "data-type": file.type }, `${file.name} · ${fileSize(file.size)}`);
      button.onclick = () => void this.conversation.fetchFile(file.id, false).then((blob) => download(blob, file.name), () => undefined);
      list.append(button);
      if (file.width > 0) void this.thumbnail(file, button);
    }
    element.lastElementChild!.before(list);
  }

  private async thumbnail(file: Attachment, button: HTMLElement): Promise<void> {
    try {
      const image = el("img", { alt: file.name, "data-testid": "hotdesk-thumbnail" });
      image.src = URL.createObjectURL(await this.conversation.fetchFile(file.id, true));
      button.replaceChildren(image);
    } catch {
      // Its name stands there already.
    }
  }

  private unsent(element: HTMLElement, unsent: Unsent, lang: Language): void {
    const t = texts[lang];
    const foot = bubble(element, { from: "customer", text: unsent.text, status: unsent.refused ? "failed" : "sending" });
    set(element, { "data-id": unsent.id });
    if (!unsent.refused) return say(foot, t.sending);
    const state = `${lang} ${unsent.refused}`;
    if (foot.dataset["state"] === state) return;
    foot.dataset["state"] = state;
    const again = el("button", { type: "button", "data-testid": "hotdesk-again" }, t.again);
    again.onclick = () => this.conversation.sayAgain(unsent.id);
    const discard = el("button", { type: "button", "data-testid": "hotdesk-discard" }, t.discard);
    discard.onclick = () => this.conversation.discard(unsent.id);
    foot.replaceChildren(`${t.failed} · ${t.faults[unsent.refused] ?? t.faults["other"]} `, again, discard);
  }
}

/** The customer's own line keeps its element when it moves from the outbox to the log. */
function keyOf(item: Item): string {
  return item.type === "message" && item.from === "customer" && item.id ? `m-${item.id}` : `m-${item.seq}`;
}

function bubble(element: HTMLElement, line: { from: string; text: string; status: string }): HTMLElement {
  if (!element.firstChild) element.append(el("div", { class: "bubble", dir: "auto" }), el("div", { class: "foot" }));
  set(element, {
    class: `message ${line.from}`,
    "data-testid": "hotdesk-message",
    "data-from": line.from,
    "data-status": line.status || undefined,
  });
  say(element.firstElementChild!, line.text);
  return element.lastElementChild as HTMLElement;
}

function note(element: HTMLElement, item: StateFrame, lang: Language): void {
  const t = texts[lang];
  const reason = item.state === "waiting" ? (t.reasons[item.reason] ?? "") : "";
  const moved = fill(t.moved[item.state] ?? "", { name: item.name || t.person });
  set(element, { class: `note ${item.state}`, "data-testid": "hotdesk-state", "data-state": item.state, "data-reason": item.reason || undefined });
  if (!element.firstChild) element.append(el("span", { class: "reason" }), el("span", { class: "moved" }));
  say(element.firstElementChild!, reason);
  say(element.lastElementChild!, moved);
}

function dots(element: HTMLElement, lang: Language): void {
  set(element, { class: "message agent typing", "data-testid": "hotdesk-typing", "aria-label": texts[lang].typing });
  if (!element.firstChild) element.append(el("div", { class: "bubble" }, el("i"), el("i"), el("i")));
}
