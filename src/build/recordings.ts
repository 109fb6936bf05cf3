import mime from "mime";
import type { CompiledEntry } from "../model/entry.ts";
import { isRecordingType, type Recording, type Recordings } from "../model/recording.ts";
import type { MediaFolder } from "./source/media-folder.ts";

/** The recordings of compiled articles; undefined without any. */
export interface CompiledRecordings {
  readonly recordings: Recordings | undefined;
}

type Times = Pick<Recording, "expires" | "published">;

/**
 * Returns the recordings that entries use, in the enclosure or in the content, and the transcripts and chapters of episodes.
 * @param development true if unpublished entries can be seen
 * @param now milliseconds since 1970
 */
export function recordingsOf(
  media: Pick<MediaFolder, "publish" | "published">,
  entries: readonly CompiledEntry[],
  { development, now }: { readonly development: boolean; readonly now: number },
): Recordings | undefined {
  const ofEpisodes = mediaHashes(JSON.stringify(entries.map(({ podcast }) => [podcast?.transcripts, podcast?.chapters])));
  const files = [...media.published].filter(
    ([publicPath]) => isRecordingType(mime.getType(publicPath) ?? "") || ofEpisodes.has(hashIn(publicPath)),
  );
  if (files.length === 0) return undefined;
  const times = timesByHash(entries, development ? now : Infinity);
  return Object.fromEntries(
    files.flatMap(([publicPath, path]) => {
      const [file, found] = [media.publish(path), times.get(hashIn(publicPath))];
      return file === undefined || found === undefined
        ? []
        : [[publicPath, { type: contentType(file.type), length: file.length, ...found }]];
    }),
  );
}

function timesByHash(entries: readonly CompiledEntry[], latest: number): ReadonlyMap<string, Times> {
  const times = new Map<string, Times>();
  for (const entry of entries) {
    const own = { published: Math.min(entry.published, latest), ...(entry.expires !== undefined && { expires: entry.expires }) };
    for (const hash of mediaHashes(JSON.stringify(entry))) times.set(hash, union(times.get(hash) ?? own, own));
  }
  return times;
}

function hashIn(publicPath: string): string {
  return publicPath.split("/")[2] ?? "";
}

// Texts are taken for UTF-8, as texts among static assets are.
function contentType(type: string): string {
  return /^(?:text\/|application\/x-subrip$)/.test(type) ? `${type}; charset=utf-8` : type;
}

function mediaHashes(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/\/media\/(?<hash>[0-9a-f]{20})\//g)].map(({ groups }) => groups?.["hash"] ?? ""));
}

// Two entries may have the same file.
function union(a: Times, b: Times): Times {
  const expires = a.expires === undefined || b.expires === undefined ? undefined : Math.max(a.expires, b.expires);
  return { published: Math.min(a.published, b.published), ...(expires !== undefined && { expires }) };
}
