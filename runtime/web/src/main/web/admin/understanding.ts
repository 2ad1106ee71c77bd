/** What /api/admin/learning and /api/admin/understanding give (docs/learning.md). */
export interface Tried {
  language: string;
  in_scope: boolean;
  bare: boolean;
  meanings: { agent: string; intent: string; probability: number }[];
  slots: Record<string, string>;
  nearest: { agent: string; intent: string; text: string; nearness: number }[];
  millis: number;
}

export interface Chapter {
  intent: string;
  agent: string;
  zh: number;
  en: number;
  learned: number;
}

export interface Learned {
  id: number;
  kind: string;
  language: string;
  intent: string;
  text: string;
  who: string;
  made: string;
  standing: "pending" | "active" | "refused" | "undone";
  /** JSON: what it would break, if it was refused. */
  broken: string;
}

export interface Broken {
  agent: string;
  text: string;
  wanted: string;
  got: string;
}

export interface Version {
  id: number;
  made: string;
  who: string;
  what: string;
  detail: string;
}

export interface Question {
  conversation: string;
  sequence: number;
  text: string;
  guess: string;
}

export interface Cluster {
  language: string;
  questions: Question[];
}

export interface Score {
  day: string;
  intent: string;
  answers: number;
  corrected: number;
  missed: number;
}

/** How well one intent was understood, as far as operators say. */
export interface Standing {
  intent: string;
  answers: number;
  corrected: number;
  missed: number;
  /** Of the questions taken for it, the share that nobody corrected; undefined without any. */
  accuracy: number | undefined;
  /** The same day by day, of days with any. */
  days: { day: string; accuracy: number }[];
}

/** Scores by intent: those first about which operators had most to say. */
export function standings(scores: readonly Score[]): Standing[] {
  const byIntent = new Map<string, Score[]>();
  for (const score of scores) byIntent.set(score.intent, [...(byIntent.get(score.intent) ?? []), score]);
  const all = [...byIntent].map(([intent, days]): Standing => {
    const answers = sum(days, (one) => one.answers);
    const corrected = sum(days, (one) => one.corrected);
    return {
      intent,
      answers,
      corrected,
      missed: sum(days, (one) => one.missed),
      accuracy: answers > 0 ? (answers - corrected) / answers : undefined,
      days: days
        .filter((one) => one.answers > 0)
        .map((one) => ({ day: one.day, accuracy: (one.answers - one.corrected) / one.answers }))
        .sort((a, b) => a.day.localeCompare(b.day)),
    };
  });
  return all.sort((a, b) => b.corrected + b.missed - (a.corrected + a.missed) || b.answers - a.answers || a.intent.localeCompare(b.intent));
}

function sum(scores: readonly Score[], of: (score: Score) => number): number {
  return scores.reduce((total, score) => total + of(score), 0);
}

/** What a refused example would break; nothing if that was not kept. */
export function broken(example: Learned): Broken[] {
  try {
    const read: unknown = JSON.parse(example.broken || "[]");
    return Array.isArray(read) ? (read as Broken[]) : [];
  } catch {
    return [];
  }
}

/** What is sent to name questions: each with where it was said, so that it is forgotten with its customer. */
export function naming(intent: string, cluster: Cluster): { intent: string; sentences: { language: string; text: string; conversation: string; sequence: number }[] } {
  return { intent, sentences: cluster.questions.map(({ text, conversation, sequence }) => ({ language: cluster.language, text, conversation, sequence })) };
}

/** The guess that most of its questions were nearest to; empty if there was none. */
export function likeliest(cluster: Cluster): string {
  const counts = new Map<string, number>();
  for (const { guess } of cluster.questions) if (guess) counts.set(guess, (counts.get(guess) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "";
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
