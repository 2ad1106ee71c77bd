import type { ComponentChildren } from "preact";
import type { Conversation } from "../shared/protocol.ts";
import { clock, dateTime, minutes } from "../shared/time.ts";
import { load, useSurroundings } from "./context.ts";

/** The right column: what is known of the customer, and who of the colleagues is there. */
export function Facts({ one }: { one: Conversation | undefined }) {
  const { desk, me, t } = useSurroundings();
  const others = desk.operators.filter((it) => it.login !== me.login).sort((a, b) => Number(b.online) - Number(a.online));
  return (
    <aside class="facts" data-testid="facts">
      {one && (
        <section>
          <h2>{t.facts}</h2>
          <dl>
            <Fact name={t.id} testid="fact-customer">{one.customer ? <span class="mono">{one.customer}</span> : <span class="quiet">{t.unknown}</span>}</Fact>
            {one.sku && <Fact name={t.sku} testid="fact-sku"><span class="mono">{one.sku}</span></Fact>}
            <Fact name={t.channel} testid="fact-channel">{t.channels[one.channel] ?? one.channel}</Fact>
            {one.store && <Fact name={t.store} testid="fact-store">{one.store}</Fact>}
            {one.tier && <Fact name={t.tier} testid="fact-tier">{one.tier}</Fact>}
            {one.state === "waiting" && one.group && <Fact name={t.group} testid="fact-group">{one.group}</Fact>}
            {one.state === "waiting" && one.wait && <Fact name={t.wait} testid="fact-wait">{minutes(one.wait.least, one.wait.most).join("–")} min</Fact>}
            {one.intent && <Fact name={t.intent} testid="fact-intent"><span class="mono">{one.intent}</span></Fact>}
            {one.state === "waiting" && <Fact name={t.waitingSince} testid="fact-waiting"><When at={one.waiting_since} /></Fact>}
            <Fact name={t.begun} testid="fact-begun"><When at={one.begun} /></Fact>
            <Fact name={t.changed} testid="fact-changed"><When at={one.changed} /></Fact>
          </dl>
          <h3>{t.slots}</h3>
          <Slots conversation={one.conversation} />
        </section>
      )}
      {others.length > 0 && (
        <section>
          <h2>{t.operators}</h2>
          <ul class="colleagues" data-testid="operators">
            {others.map((it) => (
              <li key={it.login} class={it.online ? "" : "away"} data-testid="colleague" data-login={it.login} data-online={it.online} data-status={it.status}>
                <span class="avatar">{it.name.slice(0, 1) || "?"}</span>
                <span class="colleague-name">{it.name}</span>
                {it.online && <span class="quiet">{it.status && it.status !== "online" ? `${t.statuses[it.status]} · ` : ""}{load(it, t)}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}

function Fact({ name, testid, children }: { name: string; testid: string; children: ComponentChildren }) {
  return (
    <div class="fact-row" data-testid={testid}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function When({ at }: { at: string }) {
  const { language } = useSurroundings();
  return (
    <time dateTime={at} title={dateTime(at, language)}>
      {clock(at, language)}
    </time>
  );
}

function Slots({ conversation }: { conversation: string }) {
  const { desk, t } = useSurroundings();
  const known = new Map<string, string>();
  for (const entry of desk.entries.get(conversation) ?? []) {
    if (entry.kind === "understood") for (const [name, value] of Object.entries(entry.slots ?? {})) known.set(name, value);
  }
  if (known.size === 0) return <p class="quiet">{t.noSlots}</p>;
  return (
    <dl data-testid="slots">
      {[...known].map(([name, value]) => (
        <div key={name} class="fact-row" data-testid="known-slot">
          <dt class="mono">{name}</dt>
          <dd class="mono">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
