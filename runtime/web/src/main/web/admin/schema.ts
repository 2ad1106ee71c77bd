/** As much of JSON Schema as a form can show; the server checks all of it. */
export interface Property {
  type?: string | string[];
  title?: string;
  description?: string;
  enum?: unknown[];
  default?: unknown;
  minimum?: number;
  maximum?: number;
  format?: string;
}

export interface Schema {
  properties?: Record<string, Property>;
  required?: string[];
}

/** How a property is typed in. */
export type Kind = "text" | "number" | "switch" | "choice" | "json";

export function kindOf(property: Property): Kind {
  if (property.enum) return "choice";
  const type = Array.isArray(property.type) ? property.type.find((one) => one !== "null") : property.type;
  if (type === "integer" || type === "number") return "number";
  if (type === "boolean") return "switch";
  return type === "string" ? "text" : "json";
}

/** What stands in the field for a value. */
export function shown(value: unknown, kind: Kind): string {
  if (value === undefined) return "";
  return kind === "json" ? JSON.stringify(value) : String(value);
}

/** The value that was typed; undefined for the default. What is no JSON stays text, and the server says what is wrong. */
export function typed(text: string, kind: Kind, property: Property): unknown {
  if (text === "") return undefined;
  if (kind === "number") return Number.isNaN(Number(text)) ? text : Number(text);
  if (kind === "switch") return text === "true";
  if (kind === "choice") return property.enum?.find((one) => String(one) === text) ?? text;
  if (kind === "text") return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
