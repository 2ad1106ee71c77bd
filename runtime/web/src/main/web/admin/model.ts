import type { Schema } from "./schema.ts";

/** What the admin's REST interface gives (docs/protocol.md, 5.2). */
export interface Plugin {
  plugin: string;
  version: string;
  generation: number;
  state: string;
  /** Of the conversations, in percent. */
  share: number;
  health: string;
  kinds: string[];
  file: string;
  sha256: string;
  since: string;
  calls: number;
  faults: number;
  last_fault: string;
  errors: number;
  timeouts: number;
  rejected: number;
  stopped: number;
  cpu_ms: number;
  allocated_bytes: number;
  recent_calls: number;
  p95_ms: number;
  busy: number;
  threads: number;
  queued: number;
  stuck: number;
  description: string;
  provider: string;
  note: string;
  revoked: boolean;
  asks: Asks;
}

/** What a plugin asks for, and who made it. */
export interface Asks {
  permissions: Asked[];
  dependencies: string[];
  policy: string;
  signer: string;
  fingerprint: string;
}

export interface Asked {
  permission: string;
  zh: string;
  en: string;
}

export interface Check {
  name: string;
  outcome: "PASSED" | "WARNED" | "FAILED";
  detail: string;
}

/** What was found of an uploaded file. */
export interface Report {
  file: string;
  sha256: string;
  ok: boolean;
  plugin: string;
  version: string;
  description: string;
  checks: Check[];
  asks?: Asks;
}

export interface Verified {
  ok: boolean;
  files: Report[];
}

export interface Drop {
  file: string;
  state: string;
  plugin: string;
  version: string;
  sha256: string;
  reason: string;
  at: string;
  checks: Check[];
}

export interface Fare {
  calls: number;
  faults: number;
  p95Millis: number;
  compared: number;
  different: number;
}

export interface Rollout {
  id: string;
  members: { plugin: string; from: string; to: string }[];
  stage: "WAITING" | "SHADOW" | "CANARY" | "BAKE";
  percent: number;
  since: string;
  until: string;
  candidate: Fare;
  stable: Fare;
  note: string;
}

export interface Plugins {
  folder: string;
  unsigned: "allow" | "refuse";
  rollout?: Rollout;
  plugins: Plugin[];
  drops: Drop[];
}

export interface Happening {
  at: string;
  version: string;
  generation: number;
  what: string;
  by: string;
  note: string;
}

export interface LogLine {
  number: number;
  at: string;
  level: string;
  version: string;
  generation: number;
  text: string;
}

export interface Letter {
  id: number;
  plugin: string;
  function: string;
  kind: string;
  happened: string;
  attempts: number;
  died: string;
  error: string;
}

export interface ConfigProblem {
  key: string;
  found: string;
  wanted: string;
}

export interface PluginConfig {
  schema: Schema;
  given: Record<string, unknown>;
  values: Record<string, unknown>;
  revision: number;
  by: string;
  problems: ConfigProblem[];
  secrets: { name: string; key: string; isSet: boolean }[];
}

export interface ConfigSaved {
  saved: boolean;
  revision: number;
  problems: ConfigProblem[];
}

export interface Held {
  fingerprint: string;
  kind: "signer" | "jar";
  standing: "trusted" | "revoked";
  name: string;
  changed: string;
  changed_by: string;
}

export interface Token {
  id: string;
  name: string;
  login: string;
  made: string;
  expires: string;
  used?: string;
}

export interface Leaks {
  loaders_alive: number;
  remnants: { plugin: string; version: string; generation: number; leaked: boolean; since: string; culprit: string }[];
}

export interface Account {
  login: string;
  name: string;
  roles: string[];
}

export interface Overview {
  version: string;
  uptime_s: number;
  sessions: Record<string, number>;
  sockets: Record<string, number>;
  lanes: number;
  health: { name: string; up: boolean; detail: string }[];
  profile: string;
}

export interface AuditEntry {
  id: number;
  at: string;
  who: string;
  what: string;
  on: string;
  detail: string;
}

export interface KnownNode {
  node: string;
  state: "open" | "draining" | "drained";
  connections: number;
  busy: number;
  fault: string;
  wanted: "open" | "drained";
  wanted_by: string;
  reported: string;
  alive: boolean;
}

export interface Threads {
  groups: { owner: string; platform: number; virtual: number; names: string[] }[];
  ownerless: { name: string; virtual: boolean; state: string; at: string }[];
  tasks: Record<string, number>;
  held: { what: string; held: number; ownerless: number; names: string[] }[];
}

export interface FlightRecording {
  id: string;
  running: boolean;
  begun: string;
  seconds: number;
  bytes: number;
}

/** How long something took; nothing is known of none. */
export interface Spell {
  count: number;
  median_s: number;
  p90_s: number;
}

/** What happened in a day, in a store, or in all of them. */
export interface ReportFigures {
  sessions: number;
  handed_over: number;
  waits: number;
  gave_up: number;
  waiting: Spell;
  first_answer: Spell;
  closed: number;
  ratings: number;
  rating: number;
}

export interface Report {
  from: string;
  to: string;
  by: string;
  days: { name: string; figures: ReportFigures }[];
  rows: { name: string; figures: ReportFigures }[];
  total: ReportFigures;
  source: string;
  note: string;
}
