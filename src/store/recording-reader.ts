import { chunkFolder } from "./stored-content.ts";

/** A part of a recording, or all of it. */
export interface RecordingPart {
  readonly start: number;
  /** The position after the last byte. */
  readonly end: number;
  /** Size of the whole recording in bytes. */
  readonly length: number;
}

/** Opens the bytes of the recording at a decoded path. Rejects if they cannot be read. */
export type ReadRecording = (path: string, part: RecordingPart) => Promise<ReadableStream<Uint8Array>>;

/**
 * Returns the path of a recording among the static assets. It is in the folder that only the Worker reads, so that every request for a
 * recording reaches the Worker. Its name is the hash of its content.
 */
export function recordingFile(path: string): string {
  return `${chunkFolder}media/${path.split("/")[2]}`;
}

// Static assets support no ranges, so the bytes before a range are read and dropped. Many small reads need more CPU time than the copies.
const bufferBytes = 512 * 1024;

/**
 * Creates a reader of recordings that streams them: a file is never in memory as a whole.
 * @param fetchFile requests the whole file of the recording at a path
 */
export function createRecordingReader(fetchFile: (path: string) => Promise<Response | undefined>): ReadRecording {
  return async (path, part) => {
    const { body = null, status } = (await fetchFile(path)) ?? {};
    if (status !== 200 || body === null) throw new Error(`Cannot read the recording ${path}: the response has the status ${status}`);
    const { readable, writable } = new FixedLengthStream(part.end - part.start); // makes the Content-Length
    copyPart(body, writable, part).catch((error: unknown) => writable.abort(error).catch(() => {})); // the client has gone, or the file is too short
    return readable;
  };
}

async function copyPart(body: ReadableStream<Uint8Array>, writable: WritableStream<Uint8Array>, part: RecordingPart): Promise<void> {
  if (part.end - part.start === part.length) return body.pipeTo(writable);
  const reader = body.getReader({ mode: "byob" });
  const writer = writable.getWriter();
  await readBytes(reader, part.start, async () => {});
  await readBytes(reader, part.end - part.start, (bytes) => writer.write(bytes));
  await Promise.all([writer.close(), reader.cancel()]);
}

/** Reads a number of bytes in pieces. */
async function readBytes(reader: ReadableStreamBYOBReader, count: number, use: (bytes: Uint8Array) => Promise<void>): Promise<void> {
  for (let left = count; left > 0; ) {
    const size = Math.min(left, bufferBytes);
    const { done, value } = await reader.readAtLeast(size, new Uint8Array(size));
    if (value !== undefined) await use(value);
    if (done) return;
    left -= value.byteLength;
  }
}
