import type { Attachment } from "./protocol.ts";

/** A file that the server did not take, with its code. */
export class FileRefused extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** A message has no more files than this. */
export const MOST_FILES = 10;

/** Sends one file; `onProgress` hears the share that has gone out, 0 to 1. */
export function uploadFile(url: URL, headers: Record<string, string>, file: File, onProgress: (share: number) => void): Promise<Attachment> {
  const target = new URL(url);
  target.searchParams.set("name", file.name || "file");
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    request.open("POST", target);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onerror = () => reject(new FileRefused("offline"));
    request.onload = () => {
      try {
        const answer = JSON.parse(request.responseText) as Attachment & { code?: string };
        if (request.status === 201) resolve(answer);
        else reject(new FileRefused(answer.code ?? "other"));
      } catch {
        reject(new FileRefused("other"));
      }
    };
    request.send(file);
  });
}

/** The files that were pasted, such as a screenshot. */
export function pasted(event: ClipboardEvent): File[] {
  return [...(event.clipboardData?.files ?? [])];
}

/** 2 kB, 1.4 MB. */
export function fileSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Hands a file to the person as a download, never as a page. */
export function download(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
