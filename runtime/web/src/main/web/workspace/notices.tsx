import { useEffect, useState } from "preact/hooks";
import { call, Fault } from "../shared/http.ts";
import { fill } from "../shared/language.ts";
import { clock } from "../shared/time.ts";
import { Dialog } from "../shared/ui.tsx";
import { useSurroundings } from "./context.ts";

interface Told {
  id: string;
  text: string;
  by: string;
  at: string;
  reached: number;
  done: boolean;
}

const STATES = ["", "bot", "waiting", "operator"] as const;
const LATEST = 5;
const LOOK_MS = 2000;

/** A supervisor tells something to all open sessions, or to those of a store, a channel or a state. */
export function NoticeButton() {
  const { me, t } = useSurroundings();
  const [open, setOpen] = useState(false);
  if (!me.roles.includes("supervisor")) return null;
  return (
    <>
      <button type="button" class="ghost" data-testid="notice" onClick={() => setOpen(true)}>{t.notice}</button>
      {open && <NoticeDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function NoticeDialog({ onClose }: { onClose: () => void }) {
  const { desk, t, language } = useSurroundings();
  const [told, setTold] = useState<Told[]>([]);
  const [fault, setFault] = useState("");
  const look = () => call<{ notices: Told[] }>("GET", "api/staff/notices").then((all) => setTold(all.notices.slice(0, LATEST)), () => undefined);
  useEffect(() => {
    void look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const of = (name: string) => String(new FormData(form).get(name)).trim();
    try {
      await call("POST", "api/staff/notices", { text: of("text"), store: of("store"), channel: of("channel"), state: of("state") });
      setFault("");
      form.reset();
      await look();
    } catch (thrown) {
      setFault(thrown instanceof Fault && thrown.message ? thrown.message : t.noticeFault);
    }
  };
  return (
    <Dialog title={t.noticeTitle} onClose={onClose} testid="notice-dialog">
      <form onSubmit={submit}>
        <label>{t.noticeText}<textarea name="text" rows={3} required maxlength={1000} data-testid="notice-text" /></label>
        <label>{t.noticeStore}<input name="store" maxlength={64} autocomplete="off" data-testid="notice-store" /></label>
        <label>{t.noticeChannel}<input name="channel" maxlength={64} autocomplete="off" data-testid="notice-channel" /></label>
        <label>
          {t.noticeState}
          <select name="state" data-testid="notice-state">
            {STATES.map((state) => <option key={state} value={state}>{state ? fill(t.state[state], { name: t.aColleague }) : t.everySession}</option>)}
          </select>
        </label>
        <p class="fault" role="alert">{fault}</p>
        <div class="buttons">
          <button type="button" data-testid="notice-close" onClick={onClose}>{t.close2}</button>
          <button type="submit" class="primary" data-testid="notice-submit">{t.noticeSend}</button>
        </div>
      </form>
      <ul aria-live="polite" class="told">
        {told.map((one) => (
          <li key={one.id} data-testid="told" data-done={one.done}>
            <time dateTime={one.at}>{clock(one.at, language)}</time> {desk.nameOf(one.by)}: {one.text} <span class="quiet">{fill(t.reached, { n: one.reached })}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** What was told to customers, for colleagues to know of, until they put it away. */
export function ToldNotices() {
  const { desk, t } = useSurroundings();
  return (
    <div role="status">
      {desk.notices.map((one) => (
        <div key={one.id} class="banner" data-testid="told-notice" data-notice={one.id}>
          <strong>{fill(t.noticed, { name: desk.nameOf(one.by) })}</strong>{" "}
          <span>{one.text}</span>{" "}
          <span class="tag">{[one.store, one.channel, one.state].filter(Boolean).join(" · ") || t.noticeAll}</span>{" "}
          <button type="button" class="link" data-testid="told-notice-close" onClick={() => desk.putAway(one.id)}>{t.close2}</button>
        </div>
      ))}
    </div>
  );
}
