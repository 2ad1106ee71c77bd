import { useState } from "preact/hooks";
import { fill } from "../shared/language.ts";
import { clock } from "../shared/time.ts";
import { useSurroundings } from "./context.ts";
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
