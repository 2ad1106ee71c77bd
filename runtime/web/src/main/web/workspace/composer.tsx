import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { pasted } from "../shared/files.ts";
import { fill } from "../shared/language.ts";
import { MOST_CHARACTERS, type Conversation } from "../shared/protocol.ts";
import { Icon } from "../shared/ui.tsx";
import { useSurroundings } from "./context.ts";
import { PickedList, usePicked } from "./files.tsx";
import { inserted, type Suggestion } from "./suggesting.ts";
import { Suggestions } from "./suggestions.tsx";

const TALLEST_PX = 180;

/** Where the operator writes. A draft stays with its conversation. */
export function Composer({ one, allowed }: { one: Conversation; allowed: boolean }) {
  const { desk, t } = useSurroundings();
  const conversation = one.conversation;
  const [text, setText] = useState(desk.drafts.get(conversation) ?? "");
  const input = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const used = useRef<{ suggestion: Suggestion; question: number } | undefined>(undefined);
  const picked = usePicked(conversation);
  const over = text.trim().length - MOST_CHARACTERS;

  useLayoutEffect(() => {
    const area = input.current;
    if (!area) return;
    area.style.height = "auto";
    area.style.height = `${Math.min(area.scrollHeight + 2, TALLEST_PX)}px`;
  }, [text]);
  useEffect(() => {
    if (allowed) input.current?.focus();
  }, [allowed]);

  const write = (value: string) => {
    setText(value);
    desk.drafts.set(conversation, value);
    if (value.trim()) desk.typed(conversation);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const words = text.trim();
    if ((!words && picked.ready.length === 0) || !picked.settled || over > 0 || !allowed) return;
    write("");
    desk.say(conversation, words, undefined, picked.ready);
    if (used.current) desk.used(conversation, used.current.question, used.current.suggestion, words);
    used.current = undefined;
    picked.clear();
  };
  const use = (suggestion: Suggestion, question: number) => {
    used.current = { suggestion, question };
    write(inserted(text, suggestion.text));
    input.current?.focus();
  };
  const key = (event: KeyboardEvent) => {
    // 229: an input method is still composing and Enter is its own.
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229) submit(event);
  };

  if (!allowed) {
    return (
      <p class="composer-off" data-testid="composer-off">
        {one.state === "closed" ? t.closedHere : t.notMine}
      </p>
    );
  }
  return (
    <form class="composer" onSubmit={submit}>
      <Suggestions conversation={conversation} onUse={use} />
      <PickedList picked={picked} />
      <button type="button" class="ghost attach" data-testid="attach" aria-label={t.attach} title={t.attach} onClick={() => chooser.current?.click()}><Icon name="clip" /></button>
      <input ref={chooser} type="file" multiple hidden data-testid="file-input" onChange={(event) => { picked.add([...(event.currentTarget.files ?? [])]); event.currentTarget.value = ""; }} />
      <textarea
        ref={input}
        rows={1}
        value={text}
        placeholder={t.composer}
        aria-label={t.composer}
        data-testid="composer"
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={key}
        onPaste={(event) => {
          const files = pasted(event);
          if (files.length === 0) return;
          event.preventDefault();
          picked.add(files);
        }}
      />
      {over > 0 && <span class="over">{fill(t.tooLong, { n: over })}</span>}
      <button type="submit" class="primary" data-testid="send" disabled={(!text.trim() && picked.ready.length === 0) || !picked.settled || over > 0}>
        <Icon name="send" />
        {t.send}
      </button>
    </form>
  );
}
