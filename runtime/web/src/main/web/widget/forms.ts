import type { Language } from "../shared/language.ts";
import { MOST_CHARACTERS } from "../shared/protocol.ts";
import type { Conversation } from "./conversation.ts";
import { el } from "./dom.ts";
import { texts } from "./texts.ts";

const SCORES = [1, 2, 3, 4, 5];
const MOST_CONTACT = "200";

/** What the customer is asked beside the chat: how it was, or, while the shop is closed, for a message and a contact. */
export class Forms {
  readonly element = el("div", { class: "forms" });
  private readonly conversation: Conversation;
  /** What is drawn now, so that nothing that is being filled in is drawn anew. */
  private drawn = "";
  /** The state frame for which the customer wanted no form, or has filled it in. */
  private done = 0;

  constructor(conversation: Conversation) {
    this.conversation = conversation;
  }

  render(lang: Language): void {
    const { serving, log, name } = this.conversation;
    const asked = log.lastState?.seq ?? 0;
    const wanted = (serving === "survey" || serving === "offline") && this.done !== asked ? `${serving} ${lang} ${asked} ${name}` : "";
    if (wanted === this.drawn) return;
    this.drawn = wanted;
    this.element.replaceChildren(...(wanted === "" ? [] : [serving === "survey" ? this.survey(lang, asked) : this.offline(lang, asked)]));
  }

  private finish(asked: number, lang: Language): void {
    this.done = asked;
    this.render(lang);
  }

  private survey(lang: Language, asked: number): HTMLElement {
    const t = texts[lang];
    const stars = SCORES.map((score) =>
      el(
        "label",
        { title: t.scores[score - 1] },
        el("input", { type: "radio", name: "score", value: String(score), "aria-label": `${score} – ${t.scores[score - 1]}`, required: true, "data-testid": `hotdesk-score-${score}` }),
        el("span", { "aria-hidden": "true" }, "★"),
      ),
    );
    const comment = el("textarea", { rows: "2", "aria-label": t.comment, placeholder: t.comment, maxlength: String(MOST_CHARACTERS), "data-testid": "hotdesk-comment" });
    const send = el("button", { type: "submit", class: "go", "data-testid": "hotdesk-rate" }, t.rate);
    const form = el("form", { class: "form", "data-testid": "hotdesk-survey" }, el("fieldset", { class: "stars" }, el("legend", {}, t.howWasIt), ...stars), comment, el("div", { class: "buttons" }, this.notNow(lang, asked), send));
    form.onsubmit = (event) => {
      event.preventDefault();
      const score = Number(new FormData(form).get("score"));
      if (!score) return;
      this.conversation.rate(score, comment.value.trim());
      this.finish(asked, lang);
    };
    return form;
  }

  private offline(lang: Language, asked: number): HTMLElement {
    const t = texts[lang];
    const words = el("textarea", { rows: "3", required: true, maxlength: String(MOST_CHARACTERS), "data-testid": "hotdesk-leave-text" });
    const contact = el("input", { type: "text", maxlength: MOST_CONTACT, autocomplete: "email", "data-testid": "hotdesk-leave-contact" });
    const send = el("button", { type: "submit", class: "go", "data-testid": "hotdesk-leave" }, t.leave);
    const form = el(
      "form",
      { class: "form", "data-testid": "hotdesk-offline" },
      el("label", {}, t.leaveWords, words),
      el("label", {}, t.leaveContact, contact),
      el("div", { class: "buttons" }, this.notNow(lang, asked), send),
    );
    form.onsubmit = (event) => {
      event.preventDefault();
      const text = words.value.trim();
      if (!text) return words.focus();
      this.conversation.leaveMessage(text, contact.value.trim());
      this.finish(asked, lang);
    };
    return form;
  }

  private notNow(lang: Language, asked: number): HTMLElement {
    const button = el("button", { type: "button", "data-testid": "hotdesk-not-now" }, texts[lang].notNow);
    button.onclick = () => this.finish(asked, lang);
    return button;
  }
}
