import { FileRefused, fileSize, MOST_FILES } from "../shared/files.ts";
import { fill, type Language } from "../shared/language.ts";
import type { Attachment } from "../shared/protocol.ts";
import type { Conversation } from "./conversation.ts";
import { el, say, set } from "./dom.ts";
import { texts } from "./texts.ts";

interface Picked {
  file: File;
  element: HTMLElement;
  /** As the server knows it, once it does. */
  taken?: Attachment;
}

/** The files that the customer has picked for the next message: under way, there, or refused in plain words. */
export class PickedFiles {
  readonly element = el("ul", { class: "picked", "data-testid": "hotdesk-picked" });
  onChange: () => void = () => undefined;
  private readonly conversation: Conversation;
  private all: Picked[] = [];
  private lang: Language = "en";

  constructor(conversation: Conversation) {
    this.conversation = conversation;
  }

  /** Whether none is still under way. */
  get settled(): boolean {
    return this.all.every((one) => one.taken || one.element.dataset["state"] === "refused");
  }

  get ready(): Attachment[] {
    return this.all.flatMap((one) => one.taken ?? []);
  }

  speak(lang: Language): void {
    this.lang = lang;
  }

  add(files: readonly File[]): void {
    for (const file of files.slice(0, MOST_FILES - this.all.length)) void this.send(file);
  }

  clear(): void {
    this.all = [];
    this.element.replaceChildren();
  }

  private async send(file: File): Promise<void> {
    const t = texts[this.lang];
    const note = el("span", { class: "note-file", role: "status" }, "0 %");
    const remove = el("button", { type: "button", "aria-label": fill(t.removeFile, { name: file.name }), "data-testid": "hotdesk-file-remove" }, "×");
    const element = el("li", { "data-testid": "hotdesk-file", "data-state": "sending" }, el("span", { class: "name" }, `${file.name} · ${fileSize(file.size)}`), note, remove);
    const picked: Picked = { file, element };
    remove.onclick = () => {
      this.all = this.all.filter((one) => one !== picked);
      element.remove();
      this.onChange();
    };
    this.all.push(picked);
    this.element.append(element);
    this.onChange();
    try {
      picked.taken = await this.conversation.upload(file, (share) => say(note, `${Math.round(share * 100)} %`));
      say(note, "✓");
      set(element, { "data-state": "there" });
    } catch (fault) {
      const code = fault instanceof FileRefused ? fault.code : "other";
      set(element, { "data-state": "refused", "data-code": code });
      say(note, t.fileFaults[code] ?? t.fileFaults["other"]!);
    }
    this.onChange();
  }
}
