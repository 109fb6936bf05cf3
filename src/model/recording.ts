import { pathKey } from "../base/canonical-url.ts";

/**
 * An audio or video file of articles, or a transcript or the chapters of one. The Worker serves it, because static assets are public before
 * their article is, and do not support the range requests of players (RFC 9110 §14).
 */
export interface Recording {
  /** The Content-Type, such as `audio/mpeg`. */
  readonly type: string;
  /** Size in bytes. */
  readonly length: number;
  /** The instant at which the first entry with this file is published, in milliseconds since 1970. */
  readonly published: number;
  /** The instant from which no entry with this file is public; absent if one of them does not expire. */
  readonly expires?: number;
}

/** Recordings by their decoded paths: `/media/<hash of the content>/<name>`. */
export type Recordings = Readonly<Record<string, Recording>>;

/** A recording with its decoded path. */
export type LocatedRecording = Recording & { readonly path: string };

/** Finds the recording at the path of a request, whether or not it is public. */
export function findRecording(recordings: Recordings, path: string): LocatedRecording | undefined {
  const key = pathKey(path);
  const recording = key !== undefined && Object.hasOwn(recordings, key) ? recordings[key] : undefined;
  return key === undefined || recording === undefined ? undefined : { ...recording, path: key };
}

/** Returns whether a media type is that of a recording. */
export function isRecordingType(type: string): boolean {
  return /^(?:audio|video)\//i.test(type);
}
