/**
 * Puts an item into a list sorted by seq, wherever it arrives from; an item that is there already is
 * left alone. Most arrive last, so looking from the end is quick.
 */
export function insert<T extends { seq: number }>(sorted: T[], item: T): boolean {
  let at = sorted.length;
  while (at > 0 && sorted[at - 1]!.seq > item.seq) at--;
  if (at > 0 && sorted[at - 1]!.seq === item.seq) return false;
  sorted.splice(at, 0, item);
  return true;
}

interface Placed {
  seq: number;
  late?: boolean;
  before?: number;
  sent?: string;
}

/** How messages are laid out, late ones where they belong: the key of docs/protocol.md, 1.4. */
export function inPlace(a: Placed, b: Placed): number {
  return (
    (a.before ?? a.seq) - (b.before ?? b.seq) ||
    Number(b.late ?? false) - Number(a.late ?? false) ||
    (Date.parse(a.sent ?? "") || 0) - (Date.parse(b.sent ?? "") || 0) ||
    a.seq - b.seq
  );
}
