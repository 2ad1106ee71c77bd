/** Chinese or English: what was chosen, else what the browser prefers. */
export type Language = "zh" | "en";

export function isLanguage(code: string | null | undefined): code is Language {
  return code === "zh" || code === "en";
}

export function browserLanguage(languages: readonly string[] = navigator.languages): Language {
  for (const code of languages) {
    if (code.toLowerCase().startsWith("zh")) return "zh";
    if (code.toLowerCase().startsWith("en")) return "en";
  }
  return "en";
}

/** Puts values into the {places} of a text. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

export function locale(language: Language): string {
  return language === "zh" ? "zh-CN" : "en-GB";
}
