/** Calls to the staff's REST interface (docs/protocol.md, 5). */
import type { Language } from "./language.ts";

export interface Session {
  login: string;
  name: string;
  roles: string[];
  csrf: string;
}

export class Fault extends Error {
  readonly status: number;
  readonly retryAfter: number;
  /** What came with it, if it was JSON. */
  readonly body: unknown;

  constructor(status: number, detail: string, retryAfter = 0, body: unknown = undefined) {
    super(detail);
    this.body = body;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** The server: these pages lie one folder below it. */
export const base = new URL("..", document.baseURI);

let csrf = "";
let spoken: Language | undefined;

/** From now on the server is asked to speak this. */
export function speak(language: Language): void {
  spoken = language;
}

export async function login(name: string, password: string): Promise<Session> {
  return keep(await call<Session>("POST", "api/access/login", { login: name, password }));
}

/** Who comes back to a server that vanished without a word does not wait longer for an answer. */
const ANSWER_MS = 20_000;

/** Who is logged in, or undefined if nobody is. */
export async function whoAmI(): Promise<Session | undefined> {
  try {
    return keep(await call<Session>("GET", "api/access/me", undefined, AbortSignal.timeout(ANSWER_MS)));
  } catch (fault) {
    if (fault instanceof Fault && (fault.status === 401 || fault.status === 403)) return undefined;
    throw fault;
  }
}

export async function logout(): Promise<void> {
  await call("POST", "api/access/logout");
}

export async function call<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const headers: Record<string, string> = { Accept: "application/json, application/problem+json" };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (spoken) headers["Accept-Language"] = spoken;
  if (method !== "GET" && csrf) headers["X-Hotdesk-CSRF"] = csrf;
  let response: Response;
  try {
    response = await fetch(new URL(path, base), {
      method,
      headers,
      credentials: "same-origin",
      cache: "no-store",
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ?? null,
    });
  } catch {
    throw new Fault(0, "");
  }
  const text = await response.text();
  if (!response.ok) throw faultOf(response, text);
  return (text ? JSON.parse(text) : undefined) as T;
}

/** What a request that changes something must carry, where `call` cannot be used. */
export function csrfHeader(): Record<string, string> {
  return { "X-Hotdesk-CSRF": csrf };
}

/** Sends files as a form does; `onProgress` hears the share that has gone out, 0 to 1. */
export function upload<T>(path: string, files: readonly File[], onProgress: (share: number) => void): Promise<T> {
  const form = new FormData();
  for (const file of files) form.append("jar", file, file.name);
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    request.open("POST", new URL(path, base));
    request.setRequestHeader("Accept", "application/json, application/problem+json");
    request.setRequestHeader("X-Hotdesk-CSRF", csrf);
    if (spoken) request.setRequestHeader("Accept-Language", spoken);
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onerror = () => reject(new Fault(0, ""));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as T);
      else reject(fault(request.status, Number(request.getResponseHeader("Retry-After")) || 0, request.responseText));
    };
    request.send(form);
  });
}

function faultOf(response: Response, text: string): Fault {
  return fault(response.status, Number(response.headers.get("Retry-After")) || 0, text);
}

function fault(status: number, retryAfter: number, text: string): Fault {
  try {
    const problem = JSON.parse(text) as { title?: string; detail?: string };
    return new Fault(status, problem.detail || problem.title || "", retryAfter, problem);
  } catch {
    return new Fault(status, "", retryAfter);
  }
}

function keep(session: Session): Session {
  csrf = session.csrf;
  return session;
}
