/** An id of its own for a message: 22 characters of A-Za-z0-9_-, from the browser's strong randomness. */
export function randomId(prefix: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(15));
  const text = btoa(String.fromCharCode(...bytes));
  return `${prefix}-${text.replaceAll("+", "-").replaceAll("/", "_")}`;
}
