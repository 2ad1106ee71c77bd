import { locale, type Language } from "./language.ts";

/** 14:02, or with the day if it is not today. */
export function clock(at: string | number, language: Language, now: Date = new Date()): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return "";
  const time = { hour: "2-digit", minute: "2-digit", hour12: false } as const;
  const today = date.toDateString() === now.toDateString();
  const format = today ? time : ({ month: "short", day: "numeric", ...time } as const);
  return new Intl.DateTimeFormat(locale(language), format).format(date);
}

export function dateTime(at: string, language: Language): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return "–";
  return new Intl.DateTimeFormat(locale(language), {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hour12: false,
  }).format(date);
}

/** 0:42, 12:05, 1:02:05: how long ago, for things that tick. */
export function elapsed(since: string, now: number): string {
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1000)) || 0;
  const two = (n: number) => String(n).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** 3 d 4 h, 12 min: a long time in two words. */
export function duration(seconds: number, language: Language): string {
  const words = language === "zh" ? ["天", "小时", "分钟", "秒"] : ["d", "h", "min", "s"];
  const parts = [Math.floor(seconds / 86400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  const first = parts.findIndex((part) => part > 0);
  if (first < 0) return `0 ${words[3]}`;
  return [first, first + 1]
    .filter((i) => i < parts.length && parts[i]! > 0)
    .map((i) => `${parts[i]} ${words[i]}`)
    .join(" ");
}

/** A range of seconds in whole minutes, such as [1, 3]; [0, 1] is less than a minute. */
export function minutes(least: number, most: number): [number, number] {
  const from = Math.floor(least / 60);
  return [from, Math.max(from, Math.ceil(most / 60), 1)];
}
