import { useState } from "preact/hooks";
import { call } from "../shared/http.ts";
import { fill } from "../shared/language.ts";
import { dateTime } from "../shared/time.ts";
import { useSurroundings } from "./context.ts";
import { exceptionsOf, words } from "./lists.ts";
import { Lost, StepDialog, Tone } from "./parts.tsx";
import { usePoll } from "./poll.ts";

const EVERY_MS = 15_000;
const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

interface StoreHours {
  store: string;
  zone: string;
  week: Record<string, string[]>;
  exceptions: Record<string, string[]>;
  open: boolean;
  next?: string;
  changed: string;
  changed_by: string;
}

type Doing = { what: "edit"; hours: StoreHours; fresh: boolean } | { what: "remove"; store: string };

/** When persons are there, by store. */
export function HoursPage() {
  const { t, language, lost } = useSurroundings();
  const polled = usePoll<{ now: string; stores: StoreHours[] }>("api/admin/hours", EVERY_MS, lost);
  const [doing, setDoing] = useState<Doing | undefined>();
  if (!polled.value) return <Lost polled={polled} />;
  const close = () => setDoing(undefined);
  const done = () => {
    close();
    polled.refresh();
  };
  return (
    <div data-testid="hours">
      <Lost polled={polled} />
      <p class="note">{t.hoursHelp}</p>
      <p class="tools"><button type="button" class="primary" data-testid="hours-add" onClick={() => setDoing({ what: "edit", hours: fresh(), fresh: true })}>{t.addHours}</button></p>
      {polled.value.stores.length === 0 ? <div class="box empty" data-testid="always-open"><strong>{t.alwaysOpen}</strong></div> : (
        <div class="box wide">
          <table>
            <thead><tr><th>{t.storeName}</th><th>{t.pluginState}</th><th>{t.week}</th><th>{t.exceptions}</th><th>{t.zone}</th><th /></tr></thead>
            <tbody>
              {polled.value.stores.map((one) => (
                <tr key={one.store} data-testid="store-hours" data-store={one.store} data-open={one.open}>
                  <td><b>{one.store || t.allStores}</b></td>
                  <td>
                    <Tone value={one.open ? "ok" : "revoked"} label={one.open ? t.openNow : t.closedNow} />
                    {one.next && <p class="quiet">{fill(t.hoursUntil, { time: dateTime(one.next, language) })}</p>}
                  </td>
                  <td>{DAYS.filter((day) => one.week[day]?.length).map((day) => <p key={day}>{t.days[day]} {one.week[day]?.join(", ")}</p>)}</td>
                  <td>{Object.entries(one.exceptions).map(([date, periods]) => <p key={date}>{date} {periods.join(", ") || t.closedThatDay}</p>)}</td>
                  <td class="mono">{one.zone}</td>
                  <td class="row-buttons">
                    <button type="button" data-testid="hours-edit" aria-label={fill(t.editNamed, { name: one.store || t.allStores })} onClick={() => setDoing({ what: "edit", hours: one, fresh: false })}>{t.edit}</button>
                    <button type="button" class="danger" data-testid="hours-remove" onClick={() => setDoing({ what: "remove", store: one.store })}>{t.remove}</button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {doing?.what === "edit" && <EditDialog hours={doing.hours} fresh={doing.fresh} onClose={close} onDone={done} />}
      {doing?.what === "remove" && <RemoveDialog store={doing.store} onClose={close} onDone={done} />}
    </div>
  );
}

function fresh(): StoreHours {
  const week = Object.fromEntries(DAYS.map((day) => [day, ["09:00-18:00"]]));
  const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
  return { store: "", zone, week, exceptions: {}, open: false, changed: "", changed_by: "" };
}

type Closing = { onClose: () => void; onDone: () => void };

/** Periods are typed as they are read, several to a day; the server's word stands for what is wrong. */
function EditDialog({ hours, fresh: isFresh, ...closing }: Closing & { hours: StoreHours; fresh: boolean }) {
  const { t } = useSurroundings();
  const put = async (form: FormData) => {
    const store = isFresh ? String(form.get("store")).trim() : hours.store;
    const week = Object.fromEntries(DAYS.map((day) => [day, words(String(form.get(day)))]));
    await call("PUT", "api/admin/hours", { store, zone: String(form.get("zone")).trim(), week, exceptions: exceptionsOf(String(form.get("exceptions"))) });
    return fill(t.hoursSaved, { name: store || t.allStores });
  };
  const exceptions = Object.entries(hours.exceptions).map(([date, periods]) => `${date} ${periods.join(", ")}`.trim());
  return (
    <StepDialog title={fill(t.editNamed, { name: hours.store || t.allStores })} testid="hours-dialog" submit={t.save} onSubmit={put} {...closing}>
      {isFresh && <label>{t.storeNameHelp}<input name="store" maxlength={64} autocomplete="off" data-testid="hours-store" /></label>}
      <label>{t.zone}<input name="zone" list="zones" required defaultValue={hours.zone} autocomplete="off" data-testid="hours-zone" /></label>
      <datalist id="zones">{Intl.supportedValuesOf("timeZone").map((zone) => <option key={zone} value={zone} />)}</datalist>
      <p class="quiet">{t.periodsHelp}</p>
      <div class="week">
        {DAYS.map((day) => (
          <label key={day}>{t.days[day]}<input name={day} defaultValue={(hours.week[day] ?? []).join(", ")} placeholder={t.closedThatDay} autocomplete="off" data-testid={`hours-${day}`} /></label>
        ))}
      </div>
      <label>{t.exceptionsHelp}<textarea name="exceptions" rows={3} defaultValue={exceptions.join("\n")} placeholder={"2027-01-01\n2027-02-05 10:00-16:00"} data-testid="hours-exceptions" /></label>
    </StepDialog>
  );
}

function RemoveDialog({ store, ...closing }: Closing & { store: string }) {
  const { t } = useSurroundings();
  const name = store || t.allStores;
  const remove = async () => {
    await call("DELETE", `api/admin/hours?store=${encodeURIComponent(store)}`);
    return fill(t.hoursRemoved, { name });
  };
  return <StepDialog title={fill(t.hoursRemove, { name })} testid="hours-remove-dialog" submit={t.remove} onSubmit={remove} {...closing}><p>{t.hoursRemoveHelp}</p></StepDialog>;
}
