import { parseHttpDate } from "../base/parse-http-date.ts";
import { adviceForRepeated, headerValues } from "../network/header-values.ts";
import { NetworkFailure } from "../network/network-failure.ts";
import { type HttpResponse, requestOrFail } from "../network/request.ts";
import { type Check, haveEqualBytes, notChecked, sizeText } from "./check-context.ts";
import type { Finding } from "./live-site/finding.ts";
import { changesAlways, noLastModified } from "./publishing-system/topics.ts";
import { reasonForNoFeed, stopIfBlocked } from "./request-variation.ts";

/** Checks ETag and Last-Modified, which make a poll without news cheap. */
export const checkValidators: Check = ({ response, network }) => {
  const etag = response.headers.get("etag");
  const modified = response.headers.get("last-modified");
  const findings: Finding[] = [];
  const report = (message: string, advice: string, evidence?: string) =>
    findings.push({ check: "validators", severity: "warning", message, advice, ...(evidence !== undefined && { evidence }) });
  if (etag === null && modified === null) {
    report(`ETag and Last-Modified are both missing: every poll costs ${sizeText(response.bytes.length)}`, "Send ETag and Last-Modified");
    return findings;
  }
  if (etag === null) report("There is no ETag", "Send an ETag that changes with the document");
  else if (headerValues(response.headers, "etag").length > 1) report("The ETag is sent twice", adviceForRepeated("it"), `ETag: ${etag}`);
  else if (!isEntityTag(etag)) report("The ETag is not quoted correctly", 'Write it in quotation marks: "abc"', `ETag: ${etag}`);
  if (modified === null) report(noLastModified, "Send Last-Modified, too");
  else if (headerValues(response.headers, "last-modified").length > 1) {
    report("Last-Modified is sent twice", adviceForRepeated("it"), `Last-Modified: ${modified}`);
  } else if (parseHttpDate(modified) === undefined) {
    report("Last-Modified is not an HTTP date", "Write it like this: Wed, 06 Nov 2024 12:00:00 GMT", `Last-Modified: ${modified}`);
  } else if ((parseHttpDate(modified) ?? 0) > network.now() + 600_000) {
    report("Last-Modified is in the future", "Send the time of the document's last change", `Last-Modified: ${modified}`);
  }
  if (findings.length > 0) return findings;
  return [{ check: "validators", severity: "ok", message: "ETag and Last-Modified", evidence: `${etag}, ${modified}` }];
};

/** Returns whether a value is an entity tag (RFC 9110 §8.8.3). */
function isEntityTag(value: string): boolean {
  return /^(?:W\/)?"[\u0021\u0023-\u007E\u0080-\u00FF]*"$/.test(value);
}

/**
 * Returns whether a server must compare the tag of a response when a reader sends it back. One that is malformed, or sent twice, may be
 * ignored.
 */
export function isComparableTag(headers: Headers): boolean {
  const [tag = "", ...others] = headerValues(headers, "etag");
  return others.length === 0 && isEntityTag(tag);
}

/**
 * Returns whether a server must compare the time of a response when a reader sends it back. It ignores what is not a date of HTTP (RFC 9110
 * §13.1.3), and widely used ones also ignore a date in the future. @param now milliseconds since 1970
 */
export function isComparableDate(headers: Headers, now: number): boolean {
  const [date = "", ...others] = headerValues(headers, "last-modified");
  return others.length === 0 && (parseHttpDate(date) ?? Number.POSITIVE_INFINITY) <= now;
}

const apart = 1100; // milliseconds: a document that contains the current time changes every second

/** Fetches the feed again a second later: an unchanged feed has the same bytes and the same ETag. */
export const checkStability: Check = async (context) => {
  const check = "two fetches";
  const { response, network } = context;
  await network.wait(apart);
  const again = await requestOrFail(response.url, {}, network);
  if (again instanceof NetworkFailure || again.status !== 200) {
    if (!(again instanceof NetworkFailure)) stopIfBlocked(again, network);
    return [notChecked(check, again, response.url, network)];
  }
  const reason = reasonForNoFeed(again, context);
  if (reason !== undefined) {
    const message = `A second later, the same request gets no feed: ${reason}`;
    return [{ check, severity: "error", message, advice: "Look at the server's log, and at the caches in front of it" }];
  }
  const isSame = haveEqualBytes(response, again);
  const [before, after] = [tagOf(response), tagOf(again)];
  if (isSame && before === after)
    return [{ check, severity: "ok", message: `The same bytes${before === undefined ? "" : " and the same ETag"}` }];
  if (isSame) {
    const advice = "Compute the ETag from the document alone, not from the server or the time";
    const evidence = [response, again].map(({ headers }) => headers.get("etag") ?? "none").join(", then ");
    return [{ check, severity: "warning", message: "The same bytes get a different ETag", evidence, advice }];
  }
  if (before !== undefined && before === after) {
    const message = "Different bytes have the same ETag, so that readers miss new entries";
    return [
      {
        check,
        severity: "error",
        message,
        evidence: differenceOf(response.bytes, again.bytes),
        advice: "Compute the ETag from the document",
      },
    ];
  }
  const advice = "Keep the time of the request out of it; use the date of the newest entry";
  return [{ check, severity: "warning", message: changesAlways, evidence: differenceOf(response.bytes, again.bytes), advice }];
};

function tagOf({ headers }: HttpResponse): string | undefined {
  return headers.get("etag")?.replace(/^W\//, "");
}

function differenceOf(a: Uint8Array, b: Uint8Array): string {
  const index = a.findIndex((byte, position) => byte !== b[position]);
  const start = Math.max(0, (index < 0 ? a.length : index) - 20);
  const [before, after] = [a, b].map((bytes) => new TextDecoder().decode(bytes.subarray(start, start + 60)));
  return `${JSON.stringify(before)}, then ${JSON.stringify(after)}`;
}
