import { useState } from "preact/hooks";
import type { Conversation } from "../shared/protocol.ts";
import { Dialog } from "../shared/ui.tsx";
import { load, useSurroundings } from "./context.ts";
import { rights } from "./rights.ts";

/** The buttons for what is legal now, and no others. */
export function Actions({ one }: { one: Conversation }) {
  const { me, t, act } = useSurroundings();
  const [transferring, setTransferring] = useState(false);
  const may = rights(one, me);
  const conversation = one.conversation;
  const take = may.accept ? t.accept : may.overrule ? t.overrule : one.state === "bot" ? t.takeBot : t.take;
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
      {may.close && <button type="button" class="danger" data-testid="close" onClick={() => act({ type: "close", conversation })}>{t.close}</button>}
      {transferring && <TransferDialog conversation={conversation} onClose={() => setTransferring(false)} />}
    </div>
  );
}

function TransferDialog({ conversation, onClose }: { conversation: string; onClose: () => void }) {
  const { desk, me, t, act } = useSurroundings();
  const others = desk.operators.filter((one) => one.online && one.login !== me.login);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const to = String(form.get("to") ?? "");
    if (to) act({ type: "transfer", conversation, to, note: String(form.get("note")).trim() });
    onClose();
  };
  return (
    <Dialog title={t.transferTitle} onClose={onClose} testid="transfer-dialog">
      <form onSubmit={submit}>
        {others.length === 0 ? (
          <p data-testid="transfer-nobody">{t.nobody}</p>
        ) : (
          <>
            <label>
              {t.transferTo}
              <select name="to" data-testid="transfer-to">
                {others.map((one) => (
                  <option key={one.login} value={one.login}>
                    {one.name} · {t.statuses[one.status]} · {load(one, t)}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {t.transferNote}
              <textarea name="note" rows={3} maxlength={1000} placeholder={t.transferNoteHelp} data-testid="transfer-note" />
            </label>
          </>
        )}
        <div class="buttons">
          <button type="button" onClick={onClose}>{t.cancel}</button>
          {others.length > 0 && <button type="submit" class="primary" data-testid="transfer-submit">{t.transferSend}</button>}
        </div>
      </form>
    </Dialog>
  );
}
