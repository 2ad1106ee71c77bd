/**
 * What the widget keeps in the shop page's own storage, under one prefix per Hotdesk server. Where
 * storage is forbidden it lives in memory, as long as the page does.
 */
export interface Shelf {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(prefix: string): string[];
}

export function shelf(server: URL): Shelf {
  const prefix = `hotdesk:${server.host}:`;
  const storage = browserStorage() ?? memory();
  return {
    get: (key) => storage.getItem(prefix + key),
    set: (key, value) => {
      try {
        storage.setItem(prefix + key, value);
      } catch {
        // Full: the conversation goes on, it only does not survive a reload.
      }
    },
    remove: (key) => storage.removeItem(prefix + key),
    keys: (start) =>
      Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? "")
        .filter((key) => key.startsWith(prefix + start))
        .map((key) => key.slice(prefix.length)),
  };
}

/** Whether a change in another tab concerns one of these keys of this server; no key means that all were cleared. */
export function concerns(event: { key: string | null }, server: URL, keys: readonly string[]): boolean {
  return event.key === null || keys.some((key) => event.key === `hotdesk:${server.host}:${key}`);
}

function browserStorage(): Storage | undefined {
  try {
    const probe = "hotdesk:probe";
    localStorage.setItem(probe, "1");
    localStorage.removeItem(probe);
    return localStorage;
  } catch {
    return undefined;
  }
}

export function memory(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
}
