import { randomId } from "../shared/random.ts";
import type { Command } from "../shared/protocol.ts";

/** A command that was refused, or that nobody answered. */
export class Refusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

interface Pending {
  id: string;
  command: Command;
  resolve: (seq: number) => void;
  reject: (refusal: Refusal) => void;
  timer: ReturnType<typeof setTimeout> | undefined;
}

const ANSWER_MS = 10_000;
const AGAIN_MS = 2000;
const LATER = new Set(["busy", "not_stored", "rate", "channel"]);

/**
 * Commands under way. What an operator says survives a lost socket: it is sent again with its id until
 * the server has it. Everything else is refused when the socket goes, as the desk may have changed.
 */
export class Commands {
  private readonly pending = new Map<string, Pending>();
  private readonly write: (frame: Command & { id: string }) => boolean;

  constructor(write: (frame: Command & { id: string }) => boolean) {
    this.write = write;
  }

  send(command: Command, id: string = randomId("o")): Promise<number> {
    return new Promise((resolve, reject) => {
      const pending: Pending = { id, command, resolve, reject, timer: undefined };
      this.pending.set(id, pending);
      this.dispatch(pending);
    });
  }

  acknowledged(id: string, seq: number): void {
    this.end(id)?.resolve(seq);
  }

  refused(id: string, code: string, message: string): void {
    const pending = this.pending.get(id);
    if (pending?.command.type === "say" && LATER.has(code)) {
      clearTimeout(pending.timer);
      pending.timer = setTimeout(() => this.dispatch(pending), AGAIN_MS);
      return;
    }
    this.end(id)?.reject(new Refusal(code, message));
  }

  connected(): void {
    for (const pending of this.pending.values()) this.dispatch(pending);
  }

  disconnected(): void {
    for (const pending of [...this.pending.values()]) {
      clearTimeout(pending.timer);
      if (pending.command.type !== "say") this.end(pending.id)?.reject(new Refusal("offline", ""));
    }
  }

  private dispatch(pending: Pending): void {
    clearTimeout(pending.timer);
    const written = this.write({ ...pending.command, id: pending.id });
    if (pending.command.type === "say") {
      if (written) pending.timer = setTimeout(() => this.dispatch(pending), ANSWER_MS);
    } else if (written) {
      pending.timer = setTimeout(() => this.end(pending.id)?.reject(new Refusal("timeout", "")), ANSWER_MS);
    } else {
      this.end(pending.id)?.reject(new Refusal("offline", ""));
    }
  }

  private end(id: string): Pending | undefined {
    const pending = this.pending.get(id);
    clearTimeout(pending?.timer);
    this.pending.delete(id);
    return pending;
  }
}
