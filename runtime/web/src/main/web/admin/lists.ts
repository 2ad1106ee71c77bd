/** What stands in a field, between commas of either language or on lines of its own. */
export function words(text: string): string[] {
  return text
    .split(/[,，、\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

/** One date a line, with its periods; without any it is closed that day. */
export function exceptionsOf(text: string): Record<string, string[]> {
  const lines = text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  return Object.fromEntries(lines.map((line) => {
    const [date = "", ...periods] = line.split(/\s+/);
    return [date, words(periods.join(" "))];
  }));
}
