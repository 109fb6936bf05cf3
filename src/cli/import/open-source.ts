import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { describeNetworkError } from "../../network/describe-network-error.ts";
import { createGuardedFetch } from "../../network/guarded-fetch.ts";
import { readResponseBody } from "../../network/read-body.ts";

/** A document to import: a file, or the response of a server. */
export interface OpenSource {
  /** The final URL, absolute; undefined for a file. */
  readonly url?: string;
  /** The `Content-Type` of the response. */
  readonly contentType?: string;
  /** Bytes. */
  readonly size: number;
  /** The bytes of the whole document, or the path of its file. @throws Error for a file that is too large to be read as a whole */
  content(): Uint8Array | string;
  /** The bytes in pieces; each call starts at the beginning. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** Options of fetching a URL. */
export interface FetchOptions {
  /** By default, one that follows redirects only to public hosts and to the host of the address. */
  readonly fetch?: typeof fetch;
  /** Milliseconds to wait for a response. */
  readonly timeout?: number;
}

/** Milliseconds to wait for a response. */
export const requestTimeout = 60_000;
const mebibyte = 1024 * 1024;
/** The maximum of bytes of a document that is kept in memory: a thousand times the size of a feed. */
const maxBytes = 64 * mebibyte;
const chunkLength = 1 << 18;

/**
 * Opens a file or an http(s) URL.
 * @throws Error saying why it cannot be read
 */
export async function openSource(name: string, options: FetchOptions = {}): Promise<OpenSource> {
  if (/^https?:\/\//i.test(name)) return fetchSource(name, options);
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(name)) throw new Error("Cannot read it: only http and https addresses and files can be imported");
  const found = await stat(name).catch(() => undefined);
  if (found === undefined) throw new Error("Cannot find the file; an address has to begin with https://");
  if (!found.isFile()) throw new Error("Cannot read it: it is not a file");
  const { size } = found;
  return { size, content: () => wholeFile(name, size), chunks: () => createReadStream(name, { highWaterMark: chunkLength }) };
}

function wholeFile(name: string, size: number): string {
  if (size <= maxBytes) return name;
  const limit = `only exports of WordPress and Ghost may be larger than ${maxBytes / mebibyte} MiB`;
  throw new Error(`Cannot read it: it has ${Math.ceil(size / mebibyte)} MiB; ${limit}; cut it into several files`);
}

async function fetchSource(url: string, options: FetchOptions): Promise<OpenSource> {
  const { fetch = createGuardedFetch([url]).fetch, timeout = requestTimeout } = options;
  try {
    const headers = { accept: "application/atom+xml, application/rss+xml, application/feed+json, */*;q=0.1", "user-agent": "Broadsheet" };
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(timeout) });
    if (!response.ok) {
      await response.body?.cancel(); // which ends the connection
      throw new Error(`the server answers ${response.status}`);
    }
    const { bytes, isTruncated } = await readResponseBody(response, maxBytes);
    if (isTruncated) throw new Error(`it is larger than ${maxBytes / mebibyte} MiB; save it as a file and import that`);
    const contentType = response.headers.get("content-type") ?? "";
    return {
      url: response.url,
      contentType,
      size: bytes.length,
      content: () => bytes,
      async *chunks() {
        for (let start = 0; start < bytes.length; start += chunkLength) yield bytes.subarray(start, start + chunkLength);
      },
    };
  } catch (error) {
    throw new Error(`Cannot fetch it: ${describeNetworkError(error, timeout)}`, { cause: error });
  }
}
