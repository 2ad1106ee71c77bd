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
