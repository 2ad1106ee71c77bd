import { useState } from "preact/hooks";
import { call } from "../shared/http.ts";
import { fill } from "../shared/language.ts";
import { dateTime } from "../shared/time.ts";
import { Dialog } from "../shared/ui.tsx";
import { faultText, useSurroundings } from "./context.ts";
import type { Token } from "./model.ts";
import { CopyButton, Lost, StepDialog } from "./parts.tsx";
import { usePoll } from "./poll.ts";

const EVERY_MS = 10_000;
const USUAL_DAYS = 90;

/** What programs such as the command line show instead of a log-in. */
export function TokensPage() {
  const { t, language, lost, notify } = useSurroundings();
  const polled = usePoll<{ tokens: Token[] }>("api/admin/tokens", EVERY_MS, lost);
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState("");
  if (!polled.value) return <Lost polled={polled} />;
  const revoke = async (token: Token) => {
    try {
      await call("DELETE", `api/admin/tokens/${token.id}`);
      notify(fill(t.tokenRevoked, { name: token.name }), true);
    } catch (thrown) {
      notify(faultText(thrown, t));
    }
    polled.refresh();
  };
  return (
    <div data-testid="tokens">
      <Lost polled={polled} />
      <p class="note">{t.tokensHelp}</p>
      <p class="tools">
        <button type="button" class="primary" data-testid="token-create" onClick={() => setMaking(true)}>{t.tokenCreate}</button>
      </p>
      {polled.value.tokens.length === 0 ? (
        <div class="box empty"><strong>{t.noTokens}</strong></div>
      ) : (
        <div class="box wide">
          <table>
            <thead>
              <tr>
                <th>{t.label}</th>
                <th>{t.login}</th>
                <th>{t.made}</th>
                <th>{t.expires}</th>
                <th>{t.lastUsed}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {polled.value.tokens.map((one) => (
                <tr key={one.id} data-testid="token" data-name={one.name}>
                  <td><b>{one.name}</b></td>
                  <td class="mono">{one.login}</td>
                  <td class="time">{dateTime(one.made, language)}</td>
                  <td class="time">{dateTime(one.expires, language)}</td>
                  <td class="time">{one.used ? dateTime(one.used, language) : t.never}</td>
                  <td class="row-buttons"><button type="button" class="danger" data-testid="token-revoke" onClick={() => void revoke(one)}>{t.revoke}</button></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {making && <MakeDialog onMade={setMade} onClose={() => setMaking(false)} onDone={() => { setMaking(false); polled.refresh(); }} />}
      {made && (
        <Dialog title={t.tokenMade} testid="token-made" onClose={() => setMade("")}>
          <p>{t.tokenOnce}</p>
          <div class="command">
            <code data-testid="token-secret">{made}</code>
            <CopyButton text={made} />
          </div>
          <div class="buttons">
            <button type="button" class="primary" data-testid="token-close" onClick={() => setMade("")}>{t.done}</button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

function MakeDialog({ onMade, ...closing }: { onMade: (token: string) => void; onClose: () => void; onDone: () => void }) {
  const { t } = useSurroundings();
  const make = async (form: FormData) => {
    const name = String(form.get("name")).trim();
    const token = await call<{ token: string }>("POST", "api/admin/tokens", { name, days: Number(form.get("days")) });
    onMade(token.token);
    return fill(t.tokenCreated, { name });
  };
  return (
    <StepDialog title={t.tokenCreate} testid="token-dialog" submit={t.tokenCreate} onSubmit={make} {...closing}>
      <label>{t.tokenName}<input name="name" data-testid="token-name" required maxlength={20} autocomplete="off" /></label>
      <label>{t.tokenDays}<input name="days" type="number" min={1} max={366} defaultValue={String(USUAL_DAYS)} data-testid="token-days" required /></label>
    </StepDialog>
  );
}
