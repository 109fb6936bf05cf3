import { headerValues } from "../network/header-values.ts";
import type { HttpResponse } from "../network/request.ts";
import { type Check, type CheckContext, sizeText } from "./check-context.ts";
import type { Finding } from "./live-site/finding.ts";
import { reasonForNoFeed, requestVariation } from "./request-variation.ts";

/** Checks conditional requests of each kind that readers send (RFC 9110 §13). */
export const checkPreconditions: Check = async (context) => {
  const { headers } = context.response;
  const [etag] = headerValues(headers, "etag");
  const [modified] = headerValues(headers, "last-modified");
  const findings: Finding[] = [];
  if (etag !== undefined) findings.push(...(await checkOne(context, "If-None-Match", { "if-none-match": etag })));
  if (modified !== undefined) findings.push(...(await checkOne(context, "If-Modified-Since", { "if-modified-since": modified })));
  // Whatever else such a server does, the first finding is its cause.
  const isBroken = findings.some(({ severity }) => severity === "error");
  if (etag !== undefined && modified !== undefined && !isBroken) findings.push(...(await checkBoth(context, modified)));
  return findings;
};

const advice = "Answer 304 if the document has not changed, and 200 with the whole document otherwise";

async function checkOne(context: CheckContext, check: string, headers: Readonly<Record<string, string>>): Promise<Finding[]> {
  const { response } = context;
  const answer = await requestVariation(check, { headers }, context);
  if ("unchecked" in answer) return [answer.unchecked];
  const fail = (message: string): Finding[] => [{ check, severity: "error", message, advice }];
  const loss = "readers send it with every poll after the first";
  if ("fault" in answer) return fail(`${answer.fault}; ${loss}`);
  const { seen } = answer;
  if (seen.status === 304) return [...checkNotModified(check, response, seen)];
  if (seen.status !== 200) return fail(`It is answered with ${seen.status}; ${loss}`);
  const reason = reasonForNoFeed(seen, context);
  if (reason !== undefined) return fail(`It is answered with 200, but not with the feed: ${reason}; ${loss}`);
  const message = `It is ignored: a poll without news costs ${sizeText(seen.bytes.length)}`;
  return [{ check, severity: "warning", message, advice: "Answer 304 if the document has not changed" }];
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
async function checkBoth(context: CheckContext, modified: string): Promise<Finding[]> {
  const check = "both of them";
  const headers = { "if-none-match": '"a tag that there never was"', "if-modified-since": modified };
  const answer = await requestVariation(check, { headers }, context);
  if ("unchecked" in answer) return [answer.unchecked];
  const fail = (fault: string, remedy: string): Finding[] => [
    {
      check,
      severity: "error",
      message: `With an outdated ETag and a current date, ${fault}: readers can miss new entries`,
      advice: remedy,
    },
  ];
  if ("fault" in answer) return fail(answer.fault.replace(/^It/, "a request"), advice);
  const { seen } = answer;
  if (seen.status !== 200)
    return fail(`the server answers ${seen.status}`, "Ignore If-Modified-Since if the request has If-None-Match (RFC 9110 §13.2.2)");
  const reason = reasonForNoFeed(seen, context);
  if (reason !== undefined) return fail(`the server answers 200, but not with the feed (${reason})`, advice);
  return [{ check, severity: "ok", message: "If-None-Match decides" }];
}
