import { useState } from "preact/hooks";
import { fill } from "../shared/language.ts";
import type { Corrected, Understood } from "../shared/protocol.ts";
import { Dialog, Icon } from "../shared/ui.tsx";
import { useSurroundings } from "./context.ts";

interface Props {
  conversation: string;
  question: number;
  understood: Understood | undefined;
  corrected: Corrected | undefined;
}

/** What the bot made of a customer's message, and what an operator says about that. */
export function Understanding({ conversation, question, understood, corrected }: Props) {
  const { desk, t } = useSurroundings();
  const [correcting, setCorrecting] = useState(false);
  const percent = Math.round((understood?.confidence ?? 0) * 100);
  return (
    <div class="understanding" data-testid="understanding" data-question={question}>
      {understood && (
        <>
          <span class={corrected ? "intent mono wrong" : "intent mono"} data-testid="intent">
            {understood.intent || t.noIntent}
          </span>
          <span class="confidence" role="img" aria-label={`${percent} %`} title={`${percent} %`} data-testid="confidence">
            <span class={percent < 50 ? "bar low" : percent < 75 ? "bar middle" : "bar"} style={{ width: `${percent}%` }} />
          </span>
          <span class="percent">{percent} %</span>
          {Object.entries(understood.slots ?? {}).map(([name, value]) => (
            <span key={name} class="slot mono" data-testid="slot">
              {name} = {value}
            </span>
          ))}
          {understood.agent && <span class="by mono">{understood.agent}</span>}
          <span class="by">{understood.millis} ms</span>
        </>
      )}
      {corrected && (
        <span class="corrected" data-testid="corrected">
          {fill(t.corrected, { name: desk.nameOf(corrected.by) })} <b class="mono">{corrected.intent}</b>
        </span>
      )}
      <button type="button" class="ghost small" data-testid="correct" title={t.correctTitle} onClick={() => setCorrecting(true)}>
        <Icon name="edit" />
        {t.correct}
      </button>
      {correcting && (
        <CorrectDialog
          conversation={conversation}
          question={question}
          intent={corrected?.intent ?? understood?.intent ?? ""}
          onClose={() => setCorrecting(false)}
        />
      )}
    </div>
  );
}

function CorrectDialog({ conversation, question, intent, onClose }: { conversation: string; question: number; intent: string; onClose: () => void }) {
  const { desk, t, act } = useSurroundings();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const chosen = String(new FormData(event.currentTarget as HTMLFormElement).get("intent"));
    if (chosen) act({ type: "correct", conversation, question, intent: chosen });
    onClose();
  };
  return (
    <Dialog title={t.correctTitle} onClose={onClose} testid="correct-dialog">
      <form onSubmit={submit}>
        <select name="intent" data-testid="correct-intent" aria-label={t.correctTitle} required>
          {desk.intents.map((one) => (
            <option key={one} value={one} selected={one === intent}>
              {one}
            </option>
          ))}
        </select>
        <p class="quiet">{t.correctHelp}</p>
        <div class="buttons">
          <button type="button" onClick={onClose}>
            {t.cancel}
          </button>
          <button type="submit" class="primary" data-testid="correct-submit">
            {t.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
