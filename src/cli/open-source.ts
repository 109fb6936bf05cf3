import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";

/** A document to import: a file, or what a server answered. */
export interface OpenSource {
  /** Where it is in the end, absolute; undefined for a file. */
  readonly url?: string;
  /** The `Content-Type` of the answer. */
  readonly contentType?: string;
  bytes(): Promise<Uint8Array>;
  /** The bytes piece by piece; each call begins anew. */
  chunks(): AsyncIterable<Uint8Array>;
}

const timeout = 60_000; // milliseconds
const mebibyte = 1024 * 1024;
const maxBytes = 64 * mebibyte; // a thousand times what a feed has

/**
 * Opens a file or an http(s) URL.
 * @throws Error saying why it cannot be read
 */
export async function openSource(name: string): Promise<OpenSource> {
  if (/^https?:\/\//i.test(name)) return fetchSource(name);
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(name)) throw new Error("Cannot read it: only http and https addresses and files can be imported");
  const found = await stat(name).catch(() => undefined);
  if (found === undefined) throw new Error("Cannot find the file; an address has to begin with https://");
  if (!found.isFile()) throw new Error("Cannot read it: it is no file");
  return { bytes: () => readFile(name), chunks: () => createReadStream(name, { highWaterMark: 1 << 18 }) };
}

async function fetchSource(url: string): Promise<OpenSource> {
  try {
    const headers = { accept: "application/atom+xml, application/rss+xml, application/feed+json, */*;q=0.1", "user-agent": "Broadsheet" };
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(timeout) });
    if (!response.ok) throw new Error(`the server answers ${response.status}`);
    const bytes = await readBody(response);
    const contentType = response.headers.get("content-type") ?? "";
    return {
      url: response.url,
      contentType,
      bytes: async () => bytes,
      async *chunks() {
        for (let start = 0; start < bytes.length; start += 1 << 18) yield bytes.subarray(start, start + (1 << 18));
      },
    };
  } catch (error) {
    const { cause, message } = error as Error;
    throw new Error(`Cannot fetch it: ${cause instanceof Error ? cause.message : message}`, { cause: error });
  }
}

// What a server sends compressed may be a thousand times as large: what counts is what has to be held here.
async function readBody({ body }: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.byteLength;
    // Leaving the loop ends the connection.
    if (length > maxBytes) throw new Error(`it is larger than ${maxBytes / mebibyte} MiB; save it as a file and import that`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
