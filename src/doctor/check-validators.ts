import { type HttpResponse, tryRequest } from "../network/request.ts";
import { type Check, haveEqualBytes, isInterrupted, notChecked, sizeText } from "./check-context.ts";
import type { Finding } from "./finding.ts";

/** The form of an entity tag (RFC 9110 §8.8.3). */
const entityTag = /^(?:W\/)?"[\u0021\u0023-\u007E\u0080-\u00FF]*"$/;

/** Looks for ETag and Last-Modified, by which a poll that finds nothing new costs next to nothing. */
export const checkValidators: Check = ({ response, network }) => {
  const etag = response.headers.get("etag");
  const modified = response.headers.get("last-modified");
  const findings: Finding[] = [];
  const complain = (what: string, advice: string, evidence?: string) =>
    findings.push({ check: "validators", verdict: "warning", what, advice, ...(evidence !== undefined && { evidence }) });
  if (etag === null && modified === null) {
    complain(`There is neither ETag nor Last-Modified: every poll costs ${sizeText(response.bytes.length)}`, "Send both");
    return findings;
  }
  if (etag === null) complain("There is no ETag", "Send one that changes with the document");
  else if (!entityTag.test(etag)) complain("The ETag is not quoted as it has to be", 'Write it in quotation marks: "abc"', `ETag: ${etag}`);
  if (modified === null) complain("There is no Last-Modified, and some readers know nothing else", "Send it, too");
  else if (!isHttpDate(modified)) {
    complain("Last-Modified is no date of HTTP", "Write it so: Wed, 06 Nov 2024 12:00:00 GMT", `Last-Modified: ${modified}`);
  } else if (Date.parse(modified) > network.now() + 600_000) {
    complain("Last-Modified lies in the future", "Send when the document last changed", `Last-Modified: ${modified}`);
  }
  if (findings.length > 0) return findings;
  return [{ check: "validators", verdict: "ok", what: "ETag and Last-Modified", evidence: `${etag}, ${modified}` }];
};

// RFC 9110 §5.6.7.
function isHttpDate(value: string): boolean {
  return /^(?:\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT|\w+, \d{2}-\w{3}-\d{2} \d{2}:\d{2}:\d{2} GMT|\w{3} \w{3} [ \d]\d \d{2}:\d{2}:\d{2} \d{4})$/.test(
    value,
  );
}

const apart = 1100; // milliseconds: a document with the time in it changes every second

/** Asks once more, a second later: an unchanged feed has the same bytes and the same tag. */
export const checkStability: Check = async ({ response, network }) => {
  const check = "two fetches";
  await network.wait(apart);
  const again = await tryRequest(response.url, {}, network);
  if (isInterrupted(again) || again.status !== 200) return [notChecked(check, again)];
  const isSame = haveEqualBytes(response, again);
  const [before, after] = [tagOf(response), tagOf(again)];
  if (isSame && before === after)
    return [{ check, verdict: "ok", what: `The same bytes${before === undefined ? "" : " and the same ETag"}` }];
  if (isSame) {
    const advice = "Make the tag from the document, not from the machine or the moment";
    return [{ check, verdict: "warning", what: "The same bytes have another ETag", evidence: `${before}, then ${after}`, advice }];
  }
  if (before !== undefined && before === after) {
    const what = "Other bytes have the same ETag, so that readers miss what is new";
    return [
      { check, verdict: "error", what, evidence: differenceOf(response.bytes, again.bytes), advice: "Make the tag from the document" },
    ];
  }
  const what = "The document is another one each time: nothing can be kept of it";
  const advice = "Let nothing in it depend on the moment of the request; dates are those of the newest entry";
  return [{ check, verdict: "warning", what, evidence: differenceOf(response.bytes, again.bytes), advice }];
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
