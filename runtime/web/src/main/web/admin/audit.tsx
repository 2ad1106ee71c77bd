import { useEffect, useState } from "preact/hooks";
import { call, Fault } from "../shared/http.ts";
import { dateTime } from "../shared/time.ts";
import { faultText, useSurroundings } from "./context.ts";
import type { AuditEntry } from "./model.ts";

/** Who changed what, newest first. */
export function AuditPage() {
  const { t, language, notify, lost } = useSurroundings();
  const [entries, setEntries] = useState<AuditEntry[] | undefined>();
  const [more, setMore] = useState(true);
  const older = async (known: AuditEntry[]) => {
    const before = known.at(-1)?.id;
    try {
      const page = await call<{ entries: AuditEntry[] }>("GET", `api/admin/audit${before ? `?before=${before}` : ""}`);
      setEntries([...known, ...page.entries]);
      setMore(page.entries.length > 0);
    } catch (fault) {
      if (fault instanceof Fault && fault.status === 401) return lost();
      notify(faultText(fault, t));
    }
  };
  useEffect(() => void older([]), []);
  if (!entries) return <p class="quiet">{t.loading}</p>;
  if (entries.length === 0) return <div class="box empty"><strong>{t.noAudit}</strong></div>;
  return (
    <div data-testid="audit">
      <div class="box wide">
        <table>
          <thead>
            <tr>
              <th>{t.at}</th>
              <th>{t.who}</th>
              <th>{t.what}</th>
              <th>{t.on}</th>
              <th>{t.detail}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((one) => (
              <tr key={one.id} data-testid="audit-entry" data-what={one.what}>
                <td class="time">{dateTime(one.at, language)}</td>
                <td>{one.who}</td>
                <td class="mono">{one.what}</td>
                <td class="mono">{one.on}</td>
                <td class="detail">{one.detail}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more && (
        <p class="tools">
          <button type="button" data-testid="audit-older" onClick={() => void older(entries)}>
            {t.older}
          </button>
        </p>
      )}
    </div>
  );
}
