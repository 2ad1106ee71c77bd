import { useEffect, useState } from "preact/hooks";
import { call, Fault } from "../shared/http.ts";

export interface Polled<T> {
  value: T | undefined;
  /** When it was last fetched with success. */
  at: number;
  lost: boolean;
  refresh: () => void;
}

/** Asks again and again, one request at a time, and not while nobody looks. */
export function usePoll<T>(path: string, everyMs: number, onLoggedOut: () => void): Polled<T> {
  const [state, setState] = useState<{ value: T | undefined; at: number; lost: boolean }>({ value: undefined, at: Date.now(), lost: false });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let ended = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      clearTimeout(timer);
      try {
        const value = await call<T>("GET", path);
        if (!ended) setState({ value, at: Date.now(), lost: false });
      } catch (fault) {
        if (ended) return;
        if (fault instanceof Fault && fault.status === 401) return onLoggedOut();
        setState((before) => ({ ...before, lost: true }));
      }
      if (!ended && !document.hidden) timer = setTimeout(ask, everyMs);
    };
    const look = () => {
      if (!document.hidden) void ask();
    };
    document.addEventListener("visibilitychange", look);
    void ask();
    return () => {
      ended = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [path, everyMs, round]);
  return { ...state, refresh: () => setRound((n) => n + 1) };
}
