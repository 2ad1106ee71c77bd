import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { Fault, type Session } from "../shared/http.ts";
import { fill, type Language } from "../shared/language.ts";
import type { Texts } from "./texts.ts";

/** What every page of the console needs. */
export interface Surroundings {
  session: Session;
  t: Texts;
  language: Language;
  notify: (text: string, good?: boolean) => void;
  lost: () => void;
}

export const SurroundingsContext = createContext<Surroundings | undefined>(undefined);

export function useSurroundings(): Surroundings {
  const surroundings = useContext(SurroundingsContext);
  if (!surroundings) throw new Error("Outside of the console");
  return surroundings;
}

export function faultText(fault: unknown, t: Texts): string {
  const message = fault instanceof Fault ? fault.message || `HTTP ${fault.status}` : String(fault);
  return fill(t.fault, { message });
}
