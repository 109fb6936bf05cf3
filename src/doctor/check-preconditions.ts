import { type HttpResponse, tryRequest } from "../network/request.ts";
import { type Check, type CheckContext, isInterrupted, notChecked, sizeText } from "./check-context.ts";
import type { Finding } from "./finding.ts";

/** Asks whether the feed has changed, in each of the ways that readers do (RFC 9110 §13). */
export const checkPreconditions: Check = async (visit) => {
  const { headers } = visit.response;
  const etag = headers.get("etag");
  const modified = headers.get("last-modified");
  const findings: Finding[] = [];
  if (etag !== null) findings.push(...(await checkOne(visit, "If-None-Match", { "if-none-match": etag })));
  if (modified !== null) findings.push(...(await checkOne(visit, "If-Modified-Since", { "if-modified-since": modified })));
  if (etag !== null && modified !== null) findings.push(...(await checkBoth(visit, modified)));
  return findings;
};

async function checkOne({ response, network }: CheckContext, check: string, headers: Readonly<Record<string, string>>): Promise<Finding[]> {
  const seen = await tryRequest(response.url, { headers }, network);
  if (isInterrupted(seen)) return [notChecked(check, seen)];
  if (seen.status === 304) return [...checkNotModified(check, response, seen)];
  if (seen.status === 200) {
    const what = `It is not honoured: a poll that finds nothing new costs ${sizeText(seen.bytes.length)} all the same`;
    return [{ check, verdict: "warning", what, advice: "Answer 304 where the document is the one that the reader has" }];
  }
  const advice = "Answer 304 where the document is the one that the reader has, and 200 otherwise";
  return [{ check, verdict: "error", what: `It makes the server answer ${seen.status}`, advice }];
}

// RFC 9110 §15.4.5: what a 200 would have had of these.
function checkNotModified(check: string, { headers }: HttpResponse, seen: HttpResponse): Finding[] {
  const etag = headers.get("etag");
  if (etag !== null && seen.headers.get("etag") === null) {
    const what = "The 304 has no ETag, as it has to";
    return [{ check, verdict: "warning", what, advice: `Send it there, too: ETag: ${etag}` }];
  }
  return [{ check, verdict: "ok", what: "304 where nothing has changed" }];
}

// RFC 9110 §13.1.3: If-Modified-Since is ignored where If-None-Match is there.
async function checkBoth({ response, network }: CheckContext, modified: string): Promise<Finding[]> {
  const check = "both of them";
  const headers = { "if-none-match": '"a tag that there never was"', "if-modified-since": modified };
  const seen = await tryRequest(response.url, { headers }, network);
  if (isInterrupted(seen)) return [notChecked(check, seen)];
  if (seen.status === 200) return [{ check, verdict: "ok", what: "If-None-Match decides" }];
  const what = `An ETag that is not the document's gives ${seen.status} where the date is right: readers can miss what is new`;
  return [{ check, verdict: "error", what, advice: "Let If-None-Match alone decide where it is there (RFC 9110 §13.2.2)" }];
}
