import { useRef, useState } from "preact/hooks";
import { call } from "../shared/http.ts";
import { fill } from "../shared/language.ts";
import { dateTime } from "../shared/time.ts";
import { useSurroundings } from "./context.ts";
import type { Held } from "./model.ts";
import { Lost, StepDialog, Tone } from "./parts.tsx";
import { usePoll } from "./poll.ts";

const EVERY_MS = 10_000;

type Doing = { what: "add" } | { what: "revoke"; held: Held };

/** Whose plugins may run. */
export function TrustPage() {
  const { t, language, lost } = useSurroundings();
  const polled = usePoll<{ unsigned: "allow" | "refuse"; entries: Held[] }>("api/admin/trust", EVERY_MS, lost);
  const [doing, setDoing] = useState<Doing | undefined>();
  const trust = polled.value;
  if (!trust) return <Lost polled={polled} />;
  const close = () => setDoing(undefined);
  const done = () => {
    close();
    polled.refresh();
  };
  return (
    <div data-testid="trust">
      <Lost polled={polled} />
      <p class="note" data-testid="unsigned" data-unsigned={trust.unsigned}>{trust.unsigned === "allow" ? t.unsignedAllowed : t.unsignedRefused}</p>
      <p class="tools">
        <button type="button" class="primary" data-testid="trust-add" onClick={() => setDoing({ what: "add" })}>{t.trustAdd}</button>
      </p>
      {trust.entries.length === 0 ? (
        <div class="box empty" data-testid="trust-empty">
          <strong>{t.nobodyTrusted}</strong>
          <span>{t.nobodyTrustedMore}</span>
        </div>
      ) : (
        <div class="box wide">
          <table>
            <thead>
              <tr>
                <th>{t.label}</th>
                <th>{t.pluginState}</th>
                <th>{t.fingerprint}</th>
                <th>{t.since}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {trust.entries.map((one) => (
                <tr key={`${one.kind} ${one.fingerprint}`} data-testid="held" data-fingerprint={one.fingerprint} data-standing={one.standing}>
                  <td><b>{one.name || "–"}</b> <span class="kind">{t.heldKinds[one.kind]}</span></td>
                  <td><Tone value={one.standing} label={t.standings[one.standing] ?? one.standing} /></td>
                  <td class="mono fingerprint">{one.fingerprint}</td>
                  <td class="time">{dateTime(one.changed, language)}<p class="quiet">{one.changed_by}</p></td>
                  <td class="row-buttons">
                    {one.standing === "trusted" && <button type="button" class="danger" data-testid="trust-revoke" onClick={() => setDoing({ what: "revoke", held: one })}>{t.revoke}</button>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {doing?.what === "add" && <AddDialog onClose={close} onDone={done} />}
      {doing?.what === "revoke" && <RevokeDialog held={doing.held} onClose={close} onDone={done} />}
    </div>
  );
}

type Closing = { onClose: () => void; onDone: () => void };

function AddDialog(closing: Closing) {
  const { t } = useSurroundings();
  const what = useRef<HTMLTextAreaElement>(null);
  const read = async (file: File | undefined) => {
    if (file && what.current) what.current.value = await file.text();
  };
  const add = async (form: FormData) => {
    const name = String(form.get("name")).trim();
    const what = String(form.get("what")).trim();
    const wish = what.includes("BEGIN") ? { name, certificate: what } : { name, fingerprint: what };
    await call("POST", "api/admin/trust", wish);
    return fill(t.trusted, { name });
  };
  return (
    <StepDialog title={t.trustAdd} testid="trust-dialog" submit={t.trustAdd} onSubmit={add} {...closing}>
      <label>{t.label}<input name="name" data-testid="trust-name" required maxlength={120} autocomplete="off" /></label>
      <label>
        {t.fingerprintOrCertificate}
        <textarea ref={what} name="what" class="mono" rows={5} data-testid="trust-what" required spellcheck={false} />
      </label>
      <label>{t.certificateFile}<input type="file" accept=".pem,.crt,.cer" data-testid="trust-file" onChange={(event) => void read(event.currentTarget.files?.[0])} /></label>
    </StepDialog>
  );
}

function RevokeDialog({ held, ...closing }: Closing & { held: Held }) {
  const { t } = useSurroundings();
  const revoke = async () => {
    await call("DELETE", `api/admin/trust/${held.fingerprint}?kind=${held.kind}`);
    return fill(t.revokedNow, { name: held.name });
  };
  return (
    <StepDialog title={fill(t.revokeTitle, { name: held.name })} testid="revoke-dialog" submit={t.revoke} onSubmit={revoke} {...closing}>
      <p>{t.revokeHelp}</p>
    </StepDialog>
  );
}
