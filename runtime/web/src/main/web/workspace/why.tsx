import { useState } from "preact/hooks";
import type { Reason } from "../shared/protocol.ts";
import { Dialog } from "../shared/ui.tsx";
import { refusalText, useSurroundings } from "./context.ts";

/** Why this chat is here: each rule that counted, what it found, and what came of it. */
export function Why({ conversation }: { conversation: string }) {
  const { desk, t, language } = useSurroundings();
  const [open, setOpen] = useState(false);
  const [reasons, setReasons] = useState<Reason[] | undefined>();
  const [fault, setFault] = useState("");
  const ask = async () => {
    setOpen(true);
    setReasons(undefined);
    setFault("");
    try {
      setReasons(await desk.why(conversation));
    } catch (refusal) {
      setFault(refusalText(refusal, t));
    }
  };
  return (
    <>
      <button type="button" class="ghost" data-testid="why" onClick={() => void ask()}>{t.why}</button>
      {open && (
        <Dialog title={t.whyTitle} onClose={() => setOpen(false)} testid="why-dialog">
          {fault ? <p class="fault" role="alert">{fault}</p> : !reasons ? <p class="quiet">{t.loading}</p> : reasons.length === 0 ? <p class="quiet">{t.whyNothing}</p> : (
            <ol class="reasons">
              {reasons.map((one, index) => (
                <li key={index} data-testid="reason" data-code={one.code}>
                  <b>{one.rule[language]}</b>
                  {one.fact[language] && <p>{one.fact[language]}</p>}
                  {one.effect[language] && <p class="effect">{one.effect[language]}</p>}
                </li>
              ))}
            </ol>
          )}
          <div class="buttons"><button type="button" onClick={() => setOpen(false)} data-testid="why-close">{t.close2}</button></div>
        </Dialog>
      )}
    </>
  );
}
