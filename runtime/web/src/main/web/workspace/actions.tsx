import { useState } from "preact/hooks";
import type { Conversation } from "../shared/protocol.ts";
import { Dialog } from "../shared/ui.tsx";
import { useSurroundings } from "./context.ts";
import { rights } from "./rights.ts";
import { TransferDialog } from "./transfer.tsx";

/** The buttons for what is legal now, and no others. */
export function Actions({ one }: { one: Conversation }) {
  const { me, t, act } = useSurroundings();
  const [transferring, setTransferring] = useState(false);
  const [snoozing, setSnoozing] = useState(false);
  const may = rights(one, me);
  const conversation = one.conversation;
  const take = may.accept ? t.accept : may.overrule ? t.overrule : one.state === "bot" ? t.takeBot : one.state === "wrap_up" ? t.resume : t.take;
  return (
    <div class="actions" data-testid="actions">
      {may.decline && <button type="button" data-testid="decline" onClick={() => act({ type: "end_transfer", conversation })}>{t.decline}</button>}
      {may.take && (
        <button type="button" class="primary" data-testid={may.accept ? "accept" : "take"} onClick={() => act({ type: "take", conversation })}>
          {take}
        </button>
      )}
      {may.recall && <button type="button" data-testid="recall" onClick={() => act({ type: "end_transfer", conversation })}>{t.recall}</button>}
      {may.transfer && <button type="button" data-testid="transfer" onClick={() => setTransferring(true)}>{t.transfer}</button>}
      {may.release && <button type="button" data-testid="release" onClick={() => act({ type: "release", conversation })}>{t.release}</button>}
      {may.wake && <button type="button" class="primary" data-testid="wake" onClick={() => act({ type: "wake", conversation })}>{t.wake}</button>}
      {may.snooze && <button type="button" data-testid="snooze" onClick={() => setSnoozing(true)}>{t.snooze}</button>}
      {may.wrapUp && <button type="button" data-testid="wrap-up" onClick={() => act({ type: "wrap_up", conversation })}>{t.wrapUp}</button>}
      {may.finish && <button type="button" class="primary" data-testid="finish" onClick={() => act({ type: "finish", conversation })}>{t.finish}</button>}
      {may.close && <button type="button" class="danger" data-testid="close" onClick={() => act({ type: "close", conversation })}>{t.close}</button>}
      {snoozing && <SnoozeDialog conversation={conversation} onClose={() => setSnoozing(false)} />}
      {transferring && <TransferDialog conversation={conversation} onClose={() => setTransferring(false)} />}
    </div>
  );
}

/** Puts a customer aside until a moment of the operator's choice. */
function SnoozeDialog({ conversation, onClose }: { conversation: string; onClose: () => void }) {
  const { t, act } = useSurroundings();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const until = new Date(String(form.get("until")));
    if (Number.isNaN(until.getTime())) return;
    act({ type: "snooze", conversation, until: until.toISOString(), note: String(form.get("note")).trim() });
    onClose();
  };
  return (
    <Dialog title={t.snoozeTitle} onClose={onClose} testid="snooze-dialog">
      <form onSubmit={submit}>
        <label>
          {t.snoozeUntil}
          <input name="until" type="datetime-local" required defaultValue={local(Date.now() + HOUR_MS)} data-testid="snooze-until" />
        </label>
        <label>
          {t.snoozeNote}
          <textarea name="note" rows={2} maxlength={500} data-testid="snooze-note" />
        </label>
        <p class="quiet">{t.snoozeHelp}</p>
        <div class="buttons">
          <button type="button" onClick={onClose}>{t.cancel}</button>
          <button type="submit" class="primary" data-testid="snooze-submit">{t.snoozeSend}</button>
        </div>
      </form>
    </Dialog>
  );
}

const HOUR_MS = 3_600_000;

/** As an input of the browser's wants it: the operator's own time, to the minute. */
function local(at: number): string {
  return new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
