import type { Poll } from "./poller.ts";

/** A response, with its body both as on the wire and decompressed. */
export interface SoakAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly wire: Uint8Array;
  readonly body: Uint8Array;
}

/** An expected document. */
export interface ExpectedDocument {
  /** The headers that do not depend on compression. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The tag of the uncompressed form; a server that compresses may change it. */
  readonly etag: string;
  readonly body: Uint8Array;
}

/** The headers of a document that do not depend on the client. */
export const steadyHeaders = [
  "access-control-allow-origin",
  "access-control-expose-headers",
  "cache-control",
  "last-modified",
  "link",
  "x-content-type-options",
] as const;

const marked = /^(?:W\/)?"([0-9a-f]+)(?:-gzip)?"$/;

/** Returns the fault of a response; undefined if it has none. */
export function faultOf(poll: Poll, answer: SoakAnswer, document: ExpectedDocument | undefined): string | undefined {
  const { headers, status, wire } = answer;
  if (!poll.expected.includes(status)) return `status ${status} in place of ${poll.expected.join(" or ")}`;
  if (headers["set-cookie"] !== undefined) return "a cookie";
  if (headers["cache-control"] === undefined) return "no Cache-Control";
  const length = headers["content-length"];
  if (poll.method !== "HEAD" && status !== 304 && length !== undefined && Number(length) !== wire.byteLength)
    return `a length of ${length} for ${wire.byteLength} bytes`;
  if ((poll.method === "HEAD" || status === 304) && wire.byteLength > 0) return "an unexpected body";
  if (status !== 200 && status !== 304) return leak(answer);
  return document === undefined ? "a response for a missing document" : faultOfDocument(poll, answer, document);
}

function leak({ body, headers }: SoakAnswer): string | undefined {
  const text = `${Buffer.from(body).toString("latin1")}${JSON.stringify(headers)}`;
  return /evil|"fingerprint"|\.ts:|Cross-Origin-Resource-Policy: /.test(text) ? "internals, or text of the request" : undefined;
}

function faultOfDocument(poll: Poll, { body, headers, status }: SoakAnswer, document: ExpectedDocument): string | undefined {
  for (const name of steadyHeaders)
    if (headers[name] !== document.headers[name]) return `${name}: ${headers[name]} in place of ${document.headers[name]}`;
  const [, tag] = marked.exec(headers["etag"] ?? "") ?? [];
  if (tag === undefined || tag !== marked.exec(document.etag)?.[1]) return `the tag ${headers["etag"]} in place of ${document.etag}`;
  if (status === 304 || poll.method === "HEAD") return undefined;
  if (headers["content-type"] !== document.headers["content-type"]) return `content-type: ${headers["content-type"]}`;
  if (headers["content-encoding"] !== undefined && !acceptsGzip(poll.headers["accept-encoding"]))
    return "compression that was not asked for";
  return Buffer.from(body).equals(document.body) ? undefined : `other bytes: ${body.byteLength} in place of ${document.body.byteLength}`;
}

function acceptsGzip(header: string | undefined): boolean {
  return header !== undefined && (header === "*" || /gzip(?!\s*;\s*q=0(?:$|,))/i.test(header));
}
