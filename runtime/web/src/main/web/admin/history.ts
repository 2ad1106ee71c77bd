import type { Plugin } from "./model.ts";

/** One look at a generation. */
export interface Sample {
  at: number;
  calls: number;
  faults: number;
  p95: number;
}

export type History = Map<string, Sample[]>;

/** How many looks are kept: two minutes at one a second. */
const MOST = 120;

export function keyOf(plugin: Plugin): string {
  return `${plugin.plugin} ${plugin.generation}`;
}

/** Adds what is seen now; generations that are gone are forgotten. */
export function remember(history: History, plugins: readonly Plugin[], at: number): History {
  const next: History = new Map();
  for (const one of plugins) {
    const before = history.get(keyOf(one)) ?? [];
    if (before.at(-1)?.at === at) {
      next.set(keyOf(one), before);
      continue;
    }
    const sample = { at, calls: one.calls, faults: one.faults, p95: one.p95_ms };
    next.set(keyOf(one), [...before, sample].slice(-MOST));
  }
  return next;
}

/** The share of calls that failed, of those in the samples, or of all if none was made meanwhile. */
export function errorRate(samples: readonly Sample[]): number | undefined {
  const last = samples.at(-1);
  const first = samples[0];
  if (!last || !first || last.calls === 0) return undefined;
  const calls = last.calls - first.calls;
  return calls > 0 ? (last.faults - first.faults) / calls : last.faults / last.calls;
}
