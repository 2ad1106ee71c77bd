/** After so many sockets in a row that never opened we poll. */
const SOCKET_TRIES = 2;

/** Chooses between the socket and the long poll, from what became of the last tries. */
export class Way {
  private deadSockets = 0;

  get polls(): boolean {
    return this.deadSockets >= SOCKET_TRIES;
  }

  socketWorked(): void {
    this.deadSockets = 0;
  }

  /** A connection ended: `polled` says of which kind, `opened` whether there was one at all. */
  ended(polled: boolean, opened: boolean): void {
    if (polled) this.trySocket();
    else if (!opened) this.deadSockets++;
  }

  /** The socket once more; if it is still dead, the poll at once. */
  trySocket(): void {
    this.deadSockets = SOCKET_TRIES - 1;
  }
}
