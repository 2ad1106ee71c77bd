import type { CustomerClientFrame, CustomerServerFrame, Polled } from "../shared/protocol.ts";
import { Socket, socketUrl } from "../shared/socket.ts";

/** A way to the server: a WebSocket, or a long poll where there can be none. */
export interface Link {
  readonly live: boolean;
  /** False if it cannot be sent now. */
  send(frame: CustomerClientFrame): boolean;
  close(): void;
}

export interface LinkEvents {
  up(): void;
  frame(frame: CustomerServerFrame): void;
  /** The server's log ends before the client's: it was restored from a back-up and its seqs are used again. */
  restored(): void;
  /** Called once. 4401: the token was refused. `opened`: the way itself is passable. */
  down(code: number, opened: boolean): void;
}

export interface Greeting {
  token: string;
  after: number;
  /** The last seq that the client has. */
  last: number;
  lang: string;
  sku: string;
  /** The shop's branch that the customer came to; "" for none. */
  store: string;
}

export const TOKEN_REFUSED = 4401;

/** A poll is answered within 25 s; of a request without an answer for so long nothing more is expected. */
const ANSWER_MS = 45_000;

export function socketLink(server: URL, greeting: Greeting, events: LinkEvents): Link {
  let refused = false;
  const socket: Socket<CustomerServerFrame, CustomerClientFrame> = new Socket(socketUrl(server, "ws/customer"), {
    opened: () =>
      void socket.send({ type: "hello", token: greeting.token, after: greeting.after, lang: greeting.lang, ...(greeting.store && { store: greeting.store }) }),
    frame: (frame) => {
      if (frame.type === "welcome") {
        if (frame.seq < greeting.last) return events.restored();
        socket.beatEvery(frame.heartbeat);
        events.frame(frame);
        events.up();
        return;
      }
      if (frame.type === "error" && frame.code === "token") refused = true;
      events.frame(frame);
    },
    closed: (code, opened) => events.down(refused ? TOKEN_REFUSED : code, opened),
  });
  return { live: true, send: (frame) => socket.send(frame), close: () => socket.close() };
}

export function pollLink(server: URL, greeting: Greeting, events: LinkEvents): Link {
  const url = new URL("api/customer/frames", server);
  const stop = new AbortController();
  let opened = false;
  let ended = false;
  let queue = Promise.resolve();

  const end = (code: number) => {
    if (ended) return;
    ended = true;
    stop.abort();
    events.down(code, opened);
  };

  const request = async (target: URL, init: RequestInit): Promise<unknown> => {
    const headers = {
      Authorization: `Bearer ${greeting.token}`,
      "Content-Type": "application/json",
      "Accept-Language": greeting.lang,
    };
    // A server that vanished without a word would keep a browser waiting for minutes.
    const silence = setTimeout(() => end(1006), ANSWER_MS);
    try {
      const response = await fetch(target, { ...init, headers, credentials: "omit", signal: stop.signal });
      if (response.status === 401) end(TOKEN_REFUSED);
      return (await response.json()) as unknown;
    } finally {
      clearTimeout(silence);
    }
  };

  const posted = new URL(url);
  if (greeting.store) posted.searchParams.set("store", greeting.store);
  const post = async (frame: CustomerClientFrame) => {
    const answer = (await request(posted, { method: "POST", body: JSON.stringify(frame) })) as CustomerServerFrame;
    if (ended) return;
    const anonymous = answer.type === "error" && answer.id === undefined && "id" in frame;
    events.frame(anonymous ? { ...answer, id: frame.id } : answer);
  };

  const listen = async () => {
    let { after, last } = greeting;
    let place = 0;
    let delivered = 0;
    let read = 0;
    while (!ended) {
      const target = new URL(url);
      target.searchParams.set("after", String(after));
      target.searchParams.set("queue", String(place));
      target.searchParams.set("delivered", String(delivered));
      target.searchParams.set("read", String(read));
      const polled = (await request(target, { method: "GET", cache: "no-store" })) as Partial<Polled>;
      if (ended) return;
      if (!Array.isArray(polled.frames)) throw new Error("Not a poll's answer");
      const reached = polled.seq ?? last;
      if (reached < last) return events.restored();
      place = polled.frames.findLast((frame) => frame.type === "queue")?.position ?? (polled.state === "waiting" ? place : 0);
      polled.frames.forEach(events.frame);
      delivered = polled.delivered ?? delivered;
      read = polled.read ?? read;
      events.frame({ type: "receipts", delivered, read });
      after = last = reached;
    }
  };

  // A page frame first: it tells at once whether this way is passable, where a poll would take its time.
  post({ type: "page", sku: greeting.sku })
    .then(() => {
      if (ended) return;
      opened = true;
      events.up();
      return listen();
    })
    .catch(() => end(1006));

  return {
    live: false,
    send: (frame) => {
      if (ended || !opened) return false;
      if (frame.type !== "typing" && frame.type !== "ping" && frame.type !== "pong") {
        queue = queue.then(() => post(frame)).catch(() => end(1006));
      }
      return true;
    },
    close: () => end(1000),
  };
}
