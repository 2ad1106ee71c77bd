import { useState } from "preact/hooks";
import { Dialog } from "../shared/ui.tsx";
import { load, useSurroundings } from "./context.ts";

type Kind = "operator" | "group" | "store" | "anyone";

const KINDS: Kind[] = ["operator", "group", "store", "anyone"];

/** To whom a customer is offered, why, and what these should know. */
export function TransferDialog({ conversation, onClose }: { conversation: string; onClose: () => void }) {
  const { desk, me, t, act } = useSurroundings();
  const [kind, setKind] = useState<Kind>("operator");
  const others = desk.operators.filter((one) => one.online && one.login !== me.login);
  const nobody = kind === "operator" && others.length === 0;
  const known = [...desk.conversations.values()];
  const names = kind === "group" ? known.map((one) => one.group) : known.map((one) => one.store);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const name = String(form.get("to") ?? "").trim();
    const to = kind === "operator" ? name : kind === "anyone" ? kind : `${kind}:${name}`;
    if (!nobody) act({ type: "transfer", conversation, to, reason: String(form.get("reason")), note: String(form.get("note")).trim() });
    onClose();
  };
  return (
    <Dialog title={t.transferTitle} onClose={onClose} testid="transfer-dialog">
      <form onSubmit={submit}>
        <label>
          {t.transferKind}
          <select data-testid="transfer-kind" value={kind} onChange={(event) => setKind(event.currentTarget.value as Kind)}>
            {KINDS.map((one) => <option key={one} value={one}>{t.transferKinds[one]}</option>)}
          </select>
        </label>
        {nobody && <p data-testid="transfer-nobody">{t.nobody}</p>}
        {kind === "operator" && !nobody && (
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
        )}
        {(kind === "group" || kind === "store") && (
          <label>
            {t.transferKinds[kind]}
            <input key={kind} name="to" list="transfer-names" required maxlength={64} autocomplete="off" data-testid="transfer-name" defaultValue={kind === "group" ? "all" : ""} />
            <datalist id="transfer-names">{[...new Set(names)].map((name) => name && <option key={name} value={name} />)}</datalist>
          </label>
        )}
        {!nobody && (
          <>
            <label>
              {t.transferReason}
              <select name="reason" data-testid="transfer-reason">
                {Object.entries(t.transferReasons).map(([code, words]) => <option key={code} value={code}>{words}</option>)}
              </select>
            </label>
            <label>
              {t.transferNote}
              <textarea name="note" rows={3} maxlength={500} placeholder={t.transferNoteHelp} data-testid="transfer-note" />
            </label>
          </>
        )}
        <div class="buttons">
          <button type="button" onClick={onClose}>{t.cancel}</button>
          {!nobody && <button type="submit" class="primary" data-testid="transfer-submit">{t.transferSend}</button>}
        </div>
      </form>
    </Dialog>
  );
}
