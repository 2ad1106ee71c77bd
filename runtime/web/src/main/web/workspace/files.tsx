import { useEffect, useRef, useState } from "preact/hooks";
import { FileRefused, fileSize, MOST_FILES, uploadFile } from "../shared/files.ts";
import { base, csrfHeader } from "../shared/http.ts";
import { fill } from "../shared/language.ts";
import type { Attachment } from "../shared/protocol.ts";
import { useSurroundings } from "./context.ts";

function address(conversation: string, file = ""): URL {
  return new URL(`api/workspace/conversations/${encodeURIComponent(conversation)}/attachments${file && `/${file}`}`, base);
}

export interface Picked {
  key: number;
  name: string;
  size: number;
  /** The share that has gone out. */
  share: number;
  refused: string;
  taken: Attachment | undefined;
}

export interface PickedFiles {
  all: Picked[];
  /** None is under way. */
  settled: boolean;
  ready: Attachment[];
  add: (files: readonly File[]) => void;
  remove: (key: number) => void;
  clear: () => void;
}

/** The files for the next message: sent ahead of it. */
export function usePicked(conversation: string): PickedFiles {
  const [all, setAll] = useState<Picked[]>([]);
  const next = useRef(1);
  const gone = useRef(false);
  useEffect(() => () => void (gone.current = true), []);
  const put = (key: number, some: Partial<Picked>) => !gone.current && setAll((before) => before.map((one) => (one.key === key ? { ...one, ...some } : one)));
  const send = async (file: File) => {
    const key = next.current++;
    setAll((before) => [...before, { key, name: file.name, size: file.size, share: 0, refused: "", taken: undefined }]);
    try {
      put(key, { taken: await uploadFile(address(conversation), csrfHeader(), file, (share) => put(key, { share })) });
    } catch (fault) {
      put(key, { refused: fault instanceof FileRefused ? fault.code : "other" });
    }
  };
  return {
    all,
    settled: all.every((one) => one.taken || one.refused),
    ready: all.flatMap((one) => one.taken ?? []),
    add: (files) => files.slice(0, MOST_FILES - all.length).forEach((file) => void send(file)),
    remove: (key) => setAll((before) => before.filter((one) => one.key !== key)),
    clear: () => setAll([]),
  };
}

export function PickedList({ picked }: { picked: PickedFiles }) {
  const { t } = useSurroundings();
  if (picked.all.length === 0) return null;
  return (
    <ul class="picked" aria-live="polite">
      {picked.all.map((one) => (
        <li key={one.key} data-testid="file" data-state={one.refused ? "refused" : one.taken ? "there" : "sending"} data-code={one.refused || undefined}>
          <span>{one.name} · {fileSize(one.size)}</span>
          <span class={one.refused ? "over" : "quiet"}>{one.refused ? (t.fileFaults[one.refused] ?? t.fileFaults["other"]) : one.taken ? "✓" : `${Math.round(one.share * 100)} %`}</span>
          <button type="button" class="link" aria-label={fill(t.removeFile, { name: one.name })} onClick={() => picked.remove(one.key)}>×</button>
        </li>
      ))}
    </ul>
  );
}

/** Thumbnails of images, names of all else; a click saves the file. */
export function Attachments({ conversation, files }: { conversation: string; files: readonly Attachment[] }) {
  if (files.length === 0) return null;
  return (
    <div class="files">
      {files.map((file) => (
        <a key={file.id} href={address(conversation, file.id).href} download={file.name} data-testid="attachment" data-type={file.type}>
          {file.width > 0 ? <img src={address(conversation, `${file.id}/thumbnail`).href} alt={file.name} loading="lazy" data-testid="thumbnail" /> : `${file.name} · ${fileSize(file.size)}`}
        </a>
      ))}
    </div>
  );
}
