/**
 * One WebSocket with a heartbeat. The server pings; a socket on which nothing came for two and a
 * half heartbeats is dead, whatever the browser believes, and is closed.
 */
export interface SocketEvents<In> {
  opened(): void;
  frame(frame: In): void;
  /** Called exactly once, also if the socket never opened. */
  closed(code: number, everOpened: boolean): void;
}

const OPENING_MS = 10_000;
const FIRST_HEARTBEAT_S = 25;

export class Socket<In extends { type: string }, Out extends { type: string }> {
  private readonly socket: WebSocket | undefined;
  private readonly events: SocketEvents<In>;
  private heard = Date.now();
  private heartbeat = FIRST_HEARTBEAT_S;
  private everOpened = false;
  private ended = false;
  private watch: ReturnType<typeof setTimeout>;

  constructor(url: string, events: SocketEvents<In>) {
    this.events = events;
    this.watch = setTimeout(() => this.end(4408), OPENING_MS);
    try {
      this.socket = new WebSocket(url);
    } catch {
      setTimeout(() => this.end(1006), 0); // The page's policy forbids it.
      return;
    }
    this.socket.onopen = () => this.onOpen();
    this.socket.onmessage = (event) => this.onText(String(event.data));
    this.socket.onclose = (event) => this.end(event.code);
  }

  /** False if the frame could not be handed to the socket. */
  send(frame: Out): boolean {
    if (this.ended || this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  beatEvery(seconds: number): void {
    this.heartbeat = seconds > 0 ? seconds : FIRST_HEARTBEAT_S;
    if (this.everOpened && !this.ended) this.beat();
  }

  close(): void {
    this.end(1000);
  }

  private onOpen(): void {
    if (this.ended) return;
    this.everOpened = true;
    this.heard = Date.now();
    this.beat();
    this.events.opened();
  }

  private onText(text: string): void {
    if (this.ended) return;
    this.heard = Date.now();
    const frame = parse<In>(text);
    if (!frame) return;
    if (frame.type === "ping") this.write({ type: "pong" });
    else if (frame.type !== "pong") this.events.frame(frame);
  }

  private beat(): void {
    clearTimeout(this.watch);
    this.watch = setTimeout(() => {
      if (Date.now() - this.heard > this.heartbeat * 2500) {
        this.end(4408);
      } else {
        this.write({ type: "ping" });
        this.beat();
      }
    }, this.heartbeat * 1000);
  }

  private write(frame: { type: string }): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame));
  }

  private end(code: number): void {
    if (this.ended) return;
    this.ended = true;
    clearTimeout(this.watch);
    if (this.socket) {
      this.socket.onopen = this.socket.onmessage = this.socket.onclose = null;
      this.socket.close();
    }
    this.events.closed(code, this.everOpened);
  }
}

/** ws://… or wss://… for a path of the server at this base. */
export function socketUrl(base: URL, path: string): string {
  const url = new URL(path, base);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return url.href;
}

function parse<T>(text: string): T | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as T) : undefined;
  } catch {
    return undefined;
  }
}
