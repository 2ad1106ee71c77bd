import type { Delivery, Receipts } from "../shared/protocol.ts";

/** How far a message of ours has got, in one word, and whether somebody may have it sent again. */
export interface Reached {
  word: "queued" | "sending" | "sent" | "delivered" | "read" | "failed" | "unknown";
  again: boolean;
}

/**
 * The customer's own word counts most: what they have read has arrived, whatever the channel says. A
 * channel that is read, such as the web, says nothing of its own.
 */
export function reached(seq: number, receipts: Receipts, delivery: Delivery | undefined): Reached {
  if (seq <= receipts.read || delivery?.state === "read") return { word: "read", again: false };
  if (seq <= receipts.delivered || delivery?.state === "delivered") return { word: "delivered", again: false };
  switch (delivery?.state) {
    case "queued":
    case "sending":
      return { word: delivery.state, again: false };
    case "failed":
      return { word: "failed", again: delivery.retryable };
    case "unknown":
      return { word: "unknown", again: true };
    default:
      return { word: "sent", again: false };
  }
}
