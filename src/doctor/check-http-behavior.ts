import { type HttpResponse, tryRequest } from "../network/request.ts";
import { type Check, haveEqualBytes, isInterrupted, notChecked, sizeText } from "./check-context.ts";
import type { Finding } from "./finding.ts";

const compared = ["content-type", "etag", "last-modified", "cache-control", "link"];

/** Asks for the headers alone, which has to be answered like a request for everything (RFC 9110 §9.3.2). */
export const checkHead: Check = async ({ response, network }) => {
  const check = "HEAD";
  const seen = await tryRequest(response.url, { method: "HEAD" }, network);
  if (isInterrupted(seen)) return [notChecked(check, seen)];
  const advice = "Answer it as you answer GET, without the body";
  if (seen.status !== 200) return [{ check, verdict: "warning", what: `It is answered with ${seen.status}`, advice }];
  const different = compared.filter((name) => normal(response, name) !== normal(seen, name));
  if (different.length === 0) return [{ check, verdict: "ok", what: "As GET" }];
  const evidence = different.map((name) => `${name}: ${seen.headers.get(name)}, with GET ${response.headers.get(name)}`).join("; ");
  return [{ check, verdict: "warning", what: "Its headers are not those of GET", evidence, advice }];
};

// What compresses an answer weakens its tag, and does not compress a HEAD.
function normal({ headers }: HttpResponse, name: string): string | undefined {
  return headers
    .get(name)
    ?.replace(/^W\//, "")
    .replace(/[-;](?:gzip|br|gz)"$/, '"');
}

const worthIt = 1000; // bytes: one packet is one packet

/** Looks whether the feed is compressed for those who ask for it, and only for them. */
export const checkCompression: Check = async ({ response, network }) => {
  const check = "compression";
  const plain = await tryRequest(response.url, { headers: { "accept-encoding": "identity" } }, network);
  if (isInterrupted(plain) || plain.status !== 200) return [notChecked(check, plain)];
  const encoding = encodingOf(response);
  if (encodingOf(plain) !== "") {
    const what = `It is compressed (${encodingOf(plain)}) for readers that cannot undo that, too`;
    return [{ check, verdict: "error", what, advice: "Look at Accept-Encoding before you compress" }];
  }
  if (encoding === "") {
    const what = `It is not compressed: ${sizeText(response.bytes.length)}`;
    const advice = "Compress it with gzip for those who ask: text becomes a third or less";
    return response.bytes.length > worthIt
      ? [{ check, verdict: "note", what, advice }]
      : [{ check, verdict: "ok", what: "Not compressed: it is small" }];
  }
  if (!/accept-encoding|\*/i.test(response.headers.get("vary") ?? "")) {
    const what = "It is compressed for some, and no Vary tells caches so: they may give it to others";
    const evidence = `Content-Encoding: ${encoding}`;
    return [{ check, verdict: "note", what, evidence, advice: "Send Vary: Accept-Encoding" }]; // the cache that did it may know
  }
  return [{ check, verdict: "ok", what: `${encoding} for those who ask, and Vary` }, ...checkTags(response, plain)];
};

function encodingOf({ headers }: HttpResponse): string {
  const encoding = headers.get("content-encoding")?.trim().toLowerCase() ?? "";
  return encoding === "identity" ? "" : encoding;
}

// RFC 9110 §8.8.3.3.
function checkTags(compressed: HttpResponse, plain: HttpResponse): Finding[] {
  const etag = compressed.headers.get("etag");
  if (etag === null || etag.startsWith("W/") || etag !== plain.headers.get("etag")) return [];
  const what = "The compressed document has the strong ETag of the other one";
  return [{ check: "compression", verdict: "note", what, evidence: etag, advice: 'Write it weak, W/"…", or give each its own' }];
}

const day = 86_400;

/** Looks how long caches may keep the feed. */
export const checkFreshness: Check = ({ response: { headers } }) => {
  const check = "freshness";
  const header = headers.get("cache-control");
  const evidence = `Cache-Control: ${header}`;
  const advice = "Send Cache-Control: public, max-age=3600, or as long as readers may wait for what is new";
  if (header === null && headers.get("expires") === null) {
    const what = "There is no Cache-Control: each cache guesses how long it may keep it, days perhaps";
    return [{ check, verdict: "warning", what, advice }];
  }
  if (header === null)
    return [{ check, verdict: "note", what: "There is Expires alone", evidence: `Expires: ${headers.get("expires")}`, advice }];
  if (/\bno-store\b/i.test(header))
    return [{ check, verdict: "warning", what: "Nobody may keep it, not even to ask whether it has changed", evidence, advice }];
  const lifetime = Number(/\bmax-age\s*=\s*"?(\d+)/i.exec(header)?.[1] ?? Number.NaN);
  if (lifetime > day)
    return [{ check, verdict: "warning", what: `Readers may see what is new ${timeText(lifetime)} late`, evidence, advice }];
  if (lifetime === 0 || /\bno-cache\b/i.test(header))
    return [{ check, verdict: "note", what: "Every poll reaches the server", evidence, advice }];
  return [{ check, verdict: "ok", what: header }];
};

function timeText(seconds: number): string {
  return `${Math.round(seconds / day)} days`;
}

/** Asks with a query that means nothing, as trackers and caches add. */
export const checkQuery: Check = async ({ response, network }) => {
  const check = "query";
  const url = new URL(response.url);
  url.search += url.search === "" ? "?feed-doctor=1" : "&feed-doctor=1";
  const seen = await tryRequest(url.href, {}, network);
  if (isInterrupted(seen)) return [notChecked(check, seen)];
  const advice = "Let a query that you do not know change nothing";
  const evidence = url.href;
  if (seen.status !== 200) return [{ check, verdict: "warning", what: `One that means nothing gives ${seen.status}`, evidence, advice }];
  if (haveEqualBytes(seen, response)) return [{ check, verdict: "ok", what: "One that means nothing changes nothing" }];
  const again = await tryRequest(response.url, {}, network);
  if (again === undefined || !haveEqualBytes(again, response)) return []; // it is another one each time
  return [{ check, verdict: "note", what: "One that means nothing gives another document", evidence, advice }];
};
