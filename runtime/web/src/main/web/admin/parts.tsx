import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { fill } from "../shared/language.ts";
import { clock } from "../shared/time.ts";
import { Dialog } from "../shared/ui.tsx";
import { faultText, useSurroundings } from "./context.ts";
import type { Polled } from "./poll.ts";

/** Says so if what is shown is old, or not there yet. */
export function Lost({ polled }: { polled: Polled<unknown> }) {
  const { t, language } = useSurroundings();
  if (polled.lost) {
    return (
      <p class="banner" role="status" data-testid="lost">
        {fill(t.lost, { time: clock(polled.at, language) })}
      </p>
    );
  }
  return polled.value ? null : <p class="quiet">{t.loading}</p>;
}

const COPIED_MS = 2000;

export function CopyButton({ text }: { text: string }) {
  const { t } = useSurroundings();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => setCopied(false), COPIED_MS);
    } catch {
      // Without TLS there is no clipboard; the text can be selected.
    }
  };
  return (
    <button type="button" onClick={copy}>
      {copied ? t.copied : t.copy}
    </button>
  );
}

interface StepProps {
  title: string;
  testid: string;
  submit: string;
  /** Does it, and gives the words of success. */
  onSubmit: (form: FormData) => Promise<string>;
  onClose: () => void;
  onDone: () => void;
  children: ComponentChildren;
}

/** A dialog that does one thing; refused, it stays open and says why. */
export function StepDialog({ title, testid, submit, onSubmit, onClose, onDone, children }: StepProps) {
  const { t, notify } = useSurroundings();
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(false);
  const go = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      notify(await onSubmit(new FormData(event.currentTarget as HTMLFormElement)), true);
      onDone();
    } catch (thrown) {
      setFault(faultText(thrown, t));
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} onClose={onClose} testid={testid}>
      <form onSubmit={go}>
        {children}
        <p class="fault" role="alert" data-testid="dialog-fault">{fault}</p>
        <div class="buttons">
          <button type="button" onClick={onClose}>{t.cancel}</button>
          <button type="submit" class="primary" data-testid="dialog-submit" disabled={busy}>{submit}</button>
        </div>
      </form>
    </Dialog>
  );
}

const TONE: Record<string, string> = {
  LIVE: "good",
  ok: "good",
  open: "good",
  gone: "bad",
  trusted: "good",
  REJECTED: "bad",
  HELD: "bad",
  DISABLED: "",
  ROLLED_BACK: "bad",
  QUARANTINED: "bad",
  quarantined: "bad",
  overloaded: "bad",
  LEAKED: "bad",
  revoked: "bad",
  STANDBY: "",
  SUPERSEDED: "",
  RETIRED: "",
  COLLECTED: "",
};

/** A state in a word, in the colour of good, doubtful or bad. */
export function Tone({ value, label, testid }: { value: string; label: string; testid?: string }) {
  return (
    <span class={`pill ${TONE[value] ?? "warn"}`} data-testid={testid}>
      {label}
    </span>
  );
}
