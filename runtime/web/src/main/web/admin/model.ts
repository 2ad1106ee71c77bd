/** What the admin's REST interface gives (docs/protocol.md, 5.2). */
export interface Plugin {
  plugin: string;
  version: string;
  generation: number;
  state: string;
  health: string;
  kinds: string[];
  file: string;
  sha256: string;
  since: string;
  calls: number;
  faults: number;
  last_fault: string;
  description: string;
}

export interface Drop {
  file: string;
  state: string;
  plugin: string;
  version: string;
  reason: string;
  at: string;
}

export interface Plugins {
  folder: string;
  plugins: Plugin[];
  drops: Drop[];
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
