import { useEffect, useState } from "preact/hooks";
import { call } from "../shared/http.ts";
import { useSurroundings } from "./context.ts";
import { source, unanswered, type Suggested, type Suggestion } from "./suggesting.ts";

/** A few messages in a row are one question: what comes first need not be answered. */
const PAUSE_MS = 300;

const NOTHING: Suggested = { question: 0, suggestions: [] };

/** What agents would answer the customer's latest words; to be looked at before anything is sent. */
export function Suggestions({ conversation, onUse }: { conversation: string; onUse: (suggestion: Suggestion, question: number) => void }) {
  const { desk, t } = useSurroundings();
  const question = unanswered(desk.entries.get(conversation) ?? []);
  const [suggested, setSuggested] = useState(NOTHING);
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);

  useEffect(() => {
    setSuggested(NOTHING);
    setFailed(false);
    if (!question) return undefined;
    const gone = new AbortController();
    const timer = setTimeout(() => {
      call<Suggested>("GET", `api/staff/conversations/${encodeURIComponent(conversation)}/suggestions`, undefined, gone.signal)
        .then((answer) => !gone.signal.aborted && setSuggested(answer))
        .catch(() => !gone.signal.aborted && setFailed(true));
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [conversation, question, tries]);

  if (failed) {
    return (
      <p class="suggestions-off" data-testid="suggestions-fault">
        {t.suggestionsFault} <button type="button" class="link" onClick={() => setTries(tries + 1)}>{t.again}</button>
      </p>
    );
  }
  if (suggested.suggestions.length === 0 || suggested.question !== question) return null;
  return (
    <ul class="suggestions" aria-label={t.suggestions} data-testid="suggestions" data-question={question}>
      {suggested.suggestions.map((one) => (
        <li key={one.text}>
          <button type="button" class="suggestion" data-testid="suggestion" data-intent={one.intent} data-agent={one.agent} title={t.suggestionHelp} onClick={() => onUse(one, question)}>
            <span class="suggestion-text" dir="auto">{one.text}</span>
            <span class="suggestion-source mono" data-testid="suggestion-source">{source(one)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
