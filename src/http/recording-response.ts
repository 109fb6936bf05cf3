import type { LocatedRecording } from "../model/recording.ts";
import type { ReadRecording } from "../store/recording-reader.ts";
import { parseByteRange } from "./byte-range.ts";
import { cacheControl } from "./freshness.ts";
import { isCurrentRange, isNotModified, isPreconditionFailed } from "./preconditions.ts";
import { type CreateHeaders, commonHeaders, mediaHeaders } from "./security-headers.ts";
import type { Validators } from "./validators.ts";

/** A GET or HEAD request for a recording. */
export interface RecordingRequest {
  readonly request: Request;
  readonly recording: LocatedRecording;
  /** Seconds that caches may keep a recording that expires. */
  readonly maxAge: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Responds to a request for a public recording in the order of RFC 9110 §13.2.2: preconditions first, then the range.
 * Nothing is read unless the response has a body.
 */
export async function respondWithRecording(asked: RecordingRequest, headersFor: CreateHeaders, read: ReadRecording): Promise<Response> {
  const { recording, request } = asked;
  const { length, path, type } = recording;
  const validators = recordingValidators(asked);
  const shared = {
    ...mediaHeaders,
    ...lifetimeOf(asked),
    "accept-ranges": "bytes",
    "access-control-expose-headers": `${commonHeaders["access-control-expose-headers"]}, Accept-Ranges, Content-Range`,
    etag: validators.etag,
    "last-modified": new Date(validators.lastModified).toUTCString(),
  };
  const respond = (status: number, own: Readonly<Record<string, string>>, body: ReadableStream | null = null) =>
    new Response(body, { status, headers: headersFor({ ...shared, ...own }) });

  if (isPreconditionFailed(request.headers, validators)) return respond(412, { "cache-control": "no-store" });
  if (isNotModified(request.headers, validators)) return respond(304, {});
  const whole = { "content-type": type, "content-length": String(length) };
  if (request.method === "HEAD") return respond(200, whole); // ranges are defined for GET alone (§14.2)
  const range = requestedRange(request.headers, validators, length);
  if (range === undefined) return respond(200, whole, await read(path, { start: 0, end: length, length }));
  if (range === "unsatisfiable") return respond(416, { "content-range": `bytes */${length}`, "cache-control": "no-store" });
  const { end, start } = range;
  const part = {
    "content-type": type, // also after If-Range, where §15.3.7 advises against it: players need it
    "content-length": String(end - start),
    "content-range": `bytes ${start}-${end - 1}/${length}`,
  };
  return respond(206, part, await read(path, { start, end, length }));
}

function requestedRange(headers: Headers, validators: Validators, length: number): ReturnType<typeof parseByteRange> {
  const range = headers.get("range");
  return range !== null && isCurrentRange(headers, validators) ? parseByteRange(range, length) : undefined;
}

// The path contains a hash of the content. So it is a tag, and the date never changes with the content.
function recordingValidators({ now, recording: { path, published } }: RecordingRequest): Validators {
  const [, , hash] = path.split("/");
  return { etag: `"${hash}"`, lastModified: Math.min(published, now) };
}

function lifetimeOf({ maxAge, now, recording: { expires } }: RecordingRequest): Readonly<Record<string, string>> {
  return expires === undefined ? {} : { "cache-control": cacheControl(maxAge, now, expires) };
}
