import { type HttpResponse, tryRequest } from "../network/request.ts";
import { type Check, type CheckContext, isInterrupted, notChecked, sizeText } from "./check-context.ts";
import type { Finding } from "./live-site/finding.ts";

/** Checks conditional requests of each kind that readers send (RFC 9110 §13). */
export const checkPreconditions: Check = async (context) => {
  const { headers } = context.response;
  const etag = headers.get("etag");
  const modified = headers.get("last-modified");
  const findings: Finding[] = [];
  if (etag !== null) findings.push(...(await checkOne(context, "If-None-Match", { "if-none-match": etag })));
  if (modified !== null) findings.push(...(await checkOne(context, "If-Modified-Since", { "if-modified-since": modified })));
  if (etag !== null && modified !== null) findings.push(...(await checkBoth(context, modified)));
  return findings;
};

async function checkOne({ response, network }: CheckContext, check: string, headers: Readonly<Record<string, string>>): Promise<Finding[]> {
  const seen = await tryRequest(response.url, { headers }, network);
  if (isInterrupted(seen)) return [notChecked(check, seen)];
  if (seen.status === 304) return [...checkNotModified(check, response, seen)];
  if (seen.status === 200) {
    const message = `It is ignored: a poll without news costs ${sizeText(seen.bytes.length)}`;
    return [{ check, severity: "warning", message, advice: "Answer 304 if the document has not changed" }];
  }
  const advice = "Answer 304 if the document has not changed, and 200 otherwise";
  return [{ check, severity: "error", message: `The server answers ${seen.status} to it`, advice }];
}

// RFC 9110 §15.4.5: a 304 must repeat these headers of the 200.
function checkNotModified(check: string, { headers }: HttpResponse, seen: HttpResponse): Finding[] {
  const etag = headers.get("etag");
  if (etag !== null && seen.headers.get("etag") === null) {
    const message = "The 304 lacks the ETag";
    return [{ check, severity: "warning", message, advice: `Send it with the 304, too: ETag: ${etag}` }];
  }
  return [{ check, severity: "ok", message: "304 if nothing has changed" }];
}

// RFC 9110 §13.1.3: a server ignores If-Modified-Since if the request has If-None-Match.
async function checkBoth({ response, network }: CheckContext, modified: string): Promise<Finding[]> {
  const check = "both of them";
  const headers = { "if-none-match": '"a tag that there never was"', "if-modified-since": modified };
  const seen = await tryRequest(response.url, { headers }, network);
  if (isInterrupted(seen)) return [notChecked(check, seen)];
  if (seen.status === 200) return [{ check, severity: "ok", message: "If-None-Match decides" }];
  const message = `An outdated ETag with a current date gives ${seen.status}: readers can miss new entries`;
  return [{ check, severity: "error", message, advice: "Ignore If-Modified-Since if the request has If-None-Match (RFC 9110 §13.2.2)" }];
}
