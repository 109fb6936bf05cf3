import { plural } from "../base/plural.ts";
import { type HttpResponse, tryRequest } from "../network/request.ts";
import { type Check, haveEqualBytes, isInterrupted, notChecked, sizeText } from "./check-context.ts";
import type { Finding } from "./live-site/finding.ts";

const compared = ["content-type", "etag", "last-modified", "cache-control", "link"];

/** Checks that HEAD gets the same headers as GET (RFC 9110 §9.3.2). */
export const checkHead: Check = async ({ response, network }) => {
  const check = "HEAD";
  const seen = await tryRequest(response.url, { method: "HEAD" }, network);
  if (isInterrupted(seen)) return [notChecked(check, seen)];
  const advice = "Answer HEAD like GET, without the body";
  if (seen.status !== 200) return [{ check, severity: "warning", message: `It is answered with ${seen.status}`, advice }];
  const different = compared.filter((name) => normal(response, name) !== normal(seen, name));
  if (different.length === 0) return [{ check, severity: "ok", message: "Same as GET" }];
  const evidence = different.map((name) => `${name}: ${seen.headers.get(name)}, with GET ${response.headers.get(name)}`).join("; ");
  return [{ check, severity: "warning", message: "Its headers differ from those of GET", evidence, advice }];
};

// Compression on the fly makes the ETag weak and does not apply to HEAD.
function normal({ headers }: HttpResponse, name: string): string | undefined {
  return headers
    .get(name)
    ?.replace(/^W\//, "")
    .replace(/[-;](?:gzip|br|gz)"$/, '"');
}

// The content codings of IANA.
const codings = /^(?:(?:x-)?gzip|(?:x-)?compress|deflate|br|zstd|dcb|dcz|exi|aes128gcm|pack200-gzip)(?:\s*,|$)/;
const worthIt = 1000; // bytes: one packet is one packet

/** Checks that the feed is compressed for clients that accept it, and only for them. */
export const checkCompression: Check = async ({ response, network }) => {
  const check = "compression";
  const plain = await tryRequest(response.url, { headers: { "accept-encoding": "identity" } }, network);
  if (isInterrupted(plain) || plain.status !== 200) return [notChecked(check, plain)];
  const encoding = encodingOf(response);
  const unknown = [encoding, encodingOf(plain)].find((name) => name !== "" && !codings.test(name));
  if (unknown !== undefined) {
    const message = `Its Content-Encoding is not a way of compression: ${unknown}`;
    const advice = "Remove the header; the encoding of characters belongs into Content-Type: charset=utf-8";
    return [{ check, severity: "error", message, evidence: `Content-Encoding: ${unknown}`, advice }];
  }
  if (encodingOf(plain) !== "") {
    const message = `It is compressed (${encodingOf(plain)}) even for readers that do not accept it`;
    return [{ check, severity: "error", message, advice: "Look at Accept-Encoding before you compress" }];
  }
  if (encoding === "") {
    const message = `It is not compressed: ${sizeText(response.bytes.length)}`;
    const advice = "Compress it with gzip for clients that accept it: text shrinks to a third or less";
    return response.bytes.length > worthIt
      ? [{ check, severity: "note", message, advice }]
      : [{ check, severity: "ok", message: "Not compressed: it is small" }];
  }
  if (!/accept-encoding|\*/i.test(response.headers.get("vary") ?? "")) {
    const message = "It is compressed for some clients without Vary: caches may send it to the others";
    const evidence = `Content-Encoding: ${encoding}`;
    return [{ check, severity: "note", message, evidence, advice: "Send Vary: Accept-Encoding" }]; // the cache itself may vary
  }
  return [{ check, severity: "ok", message: `${encoding} for clients that accept it, with Vary` }, ...checkTags(response, plain)];
};

function encodingOf({ headers }: HttpResponse): string {
  const encoding = headers.get("content-encoding")?.trim().toLowerCase() ?? "";
  return encoding === "identity" ? "" : encoding;
}

// RFC 9110 §8.8.3.3.
function checkTags(compressed: HttpResponse, plain: HttpResponse): Finding[] {
  const etag = compressed.headers.get("etag");
  if (etag === null || etag.startsWith("W/") || etag !== plain.headers.get("etag")) return [];
  const message = "The compressed and the uncompressed document have the same strong ETag";
  return [{ check: "compression", severity: "note", message, evidence: etag, advice: 'Write it weak, W/"…", or give each its own' }];
}

const day = 86_400;

/** Checks how long caches may keep the feed. */
export const checkFreshness: Check = ({ response: { headers } }) => {
  const check = "freshness";
  const header = headers.get("cache-control");
  const evidence = `Cache-Control: ${header}`;
  const advice = "Send Cache-Control: public, max-age=3600, or as long as new entries may be delayed";
  if (header === null && headers.get("expires") === null) {
    const message = "There is no Cache-Control: each cache guesses how long to keep the feed, perhaps for days";
    return [{ check, severity: "warning", message, advice }];
  }
  if (header === null)
    return [{ check, severity: "note", message: "There is only Expires", evidence: `Expires: ${headers.get("expires")}`, advice }];
  if (/\bno-store\b/i.test(header))
    return [{ check, severity: "warning", message: "Clients may not store it, not even to ask whether it has changed", evidence, advice }];
  const lifetime = Number(/\bmax-age\s*=\s*"?(\d+)/i.exec(header)?.[1] ?? Number.NaN);
  if (lifetime > day)
    return [{ check, severity: "warning", message: `Readers may see new entries ${timeText(lifetime)} late`, evidence, advice }];
  if (lifetime === 0 || /\bno-cache\b/i.test(header))
    return [{ check, severity: "note", message: "Every poll reaches the server", evidence, advice }];
  return [{ check, severity: "ok", message: header }];
};

function timeText(seconds: number): string {
  return plural(Math.round(seconds / day), "day");
}

/** Checks that an unknown query parameter, such as trackers and caches add, does not change the response. */
export const checkQuery: Check = async ({ response, network }) => {
  const check = "query";
  const url = new URL(response.url);
  url.search += url.search === "" ? "?feed-doctor=1" : "&feed-doctor=1";
  const seen = await tryRequest(url.href, {}, network);
  if (isInterrupted(seen)) return [notChecked(check, seen)];
  const advice = "Ignore unknown query parameters";
  const evidence = url.href;
  if (seen.status !== 200) return [{ check, severity: "warning", message: `An unknown parameter gives ${seen.status}`, evidence, advice }];
  if (haveEqualBytes(seen, response)) return [{ check, severity: "ok", message: "An unknown parameter changes nothing" }];
  const again = await tryRequest(response.url, {}, network);
  if (again === undefined || !haveEqualBytes(again, response)) return []; // it changes with every request
  return [{ check, severity: "note", message: "An unknown parameter gives a different document", evidence, advice }];
};
