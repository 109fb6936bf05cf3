import { type HttpResponse, tryRequest } from "../network/request.ts";
import { type Check, type CheckContext, haveEqualBytes, sizeText } from "./check-context.ts";
import type { Finding } from "./live-site/finding.ts";
import { reasonForNoFeed, requestVariation } from "./request-variation.ts";

const compared = ["content-type", "etag", "last-modified", "cache-control", "link"];

/** Checks that HEAD gets the same headers as GET (RFC 9110 §9.3.2). */
export const checkHead: Check = async (context) => {
  const check = "HEAD";
  const { network, response } = context;
  const answer = await requestVariation(check, { method: "HEAD" }, context);
  if ("unchecked" in answer) return [answer.unchecked];
  const advice = "Answer HEAD like GET, without the body";
  if ("fault" in answer) return [{ check, severity: "warning", message: answer.fault, advice }];
  const { seen } = answer;
  if (seen.status !== 200) return [{ check, severity: "warning", message: `It is answered with ${seen.status}`, advice }];
  const differ = (one: HttpResponse) => compared.filter((name) => normal(one, name) !== normal(response, name));
  const again = differ(seen).length === 0 ? undefined : await tryRequest(response.url, {}, network);
  const changing = again === undefined ? [] : differ(again); // with every request, whatever its method
  const lasting = differ(seen).filter((name) => !changing.includes(name));
  const others = lasting.filter((name) => !validators.includes(name));
  const confirmed = lasting.length === others.length ? [] : await confirmValidators(lasting, seen, context);
  const different = lasting.filter((name) => others.includes(name) || confirmed.includes(name));
  if (different.length === 0 && (changing.length > 0 || lasting.length > 0)) return [];
  if (different.length === 0) return [{ check, severity: "ok", message: "Same as GET" }];
  const evidence = different.map((name) => `${name}: ${seen.headers.get(name)}, with GET ${response.headers.get(name)}`).join("; ");
  return [{ check, severity: "warning", message: "Its headers differ from those of GET", evidence, advice }];
};

const validators = ["etag", "last-modified"];

/**
 * Returns the validators in which two HEAD requests differ from all GET requests. Servers behind one address may compute different ones,
 * which checkStability() reports.
 */
async function confirmValidators(names: readonly string[], head: HttpResponse, { network, response }: CheckContext): Promise<string[]> {
  const get = await tryRequest(response.url, {}, network); // first, since two servers may answer in turn
  const again = await tryRequest(response.url, { method: "HEAD" }, network);
  if (get === undefined || again === undefined) return [];
  return names.filter(
    (name) => validators.includes(name) && normal(get, name) === normal(response, name) && normal(again, name) === normal(head, name),
  );
}

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
export const checkCompression: Check = async (context) => {
  const check = "compression";
  const { response } = context;
  const answer = await requestVariation(check, { headers: { "accept-encoding": "identity" } }, context);
  if ("unchecked" in answer) return [answer.unchecked];
  const fault = "fault" in answer ? answer.fault : faultOfPlain(answer.seen, context);
  if ("fault" in answer || fault !== undefined) {
    const message = `Readers that do not accept compression get no feed: ${fault?.replace(/^It/, "the request")}`;
    return [{ check, severity: "error", message, advice: "Send the uncompressed feed if Accept-Encoding names no compression" }];
  }
  const plain = answer.seen;
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

// Other checks look at what a compressed document contains.
function faultOfPlain(seen: HttpResponse, context: CheckContext): string | undefined {
  if (seen.status !== 200) return `It is answered with ${seen.status}`;
  return encodingOf(seen) === "" ? reasonForNoFeed(seen, context) : undefined;
}

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

/** Checks that an unknown query parameter, such as trackers and caches add, does not change the response. */
export const checkQuery: Check = async (context) => {
  const check = "query";
  const { response, network } = context;
  const url = new URL(response.url);
  url.search += url.search === "" ? "?feed-doctor=1" : "&feed-doctor=1";
  const answer = await requestVariation(check, {}, context, url.href);
  if ("unchecked" in answer) return [answer.unchecked];
  const advice = "Ignore unknown query parameters";
  const evidence = url.href;
  const warn = (message: string): Finding[] => [{ check, severity: "warning", message, evidence, advice }];
  if ("fault" in answer) return warn(answer.fault.replace(/^It/, "A request with an unknown parameter"));
  const { seen } = answer;
  if (seen.status !== 200) return warn(`An unknown parameter gives ${seen.status}`);
  const reason = reasonForNoFeed(seen, context);
  if (reason !== undefined) return warn(`An unknown parameter gives no feed: ${reason}`);
  if (haveEqualBytes(seen, response)) return [{ check, severity: "ok", message: "An unknown parameter changes nothing" }];
  const again = await tryRequest(response.url, {}, network);
  if (again === undefined || !haveEqualBytes(again, response)) return []; // it changes with every request
  return [{ check, severity: "note", message: "An unknown parameter gives a different document", evidence, advice }];
};
