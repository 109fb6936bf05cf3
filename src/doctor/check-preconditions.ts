import { headerValues } from "../network/header-values.ts";
import type { HttpResponse } from "../network/request.ts";
import { type Check, type CheckContext, haveEqualBytes, sizeText } from "./check-context.ts";
import { isComparableDate, isComparableTag } from "./check-validators.ts";
import type { Finding } from "./live-site/finding.ts";
import { isIgnored } from "./publishing-system/topics.ts";
import { reasonForNoFeed, requestVariation } from "./request-variation.ts";

/** The findings of one kind of request. */
interface Outcome {
  readonly findings: readonly Finding[];
  /** True if the server answers 304. */
  readonly isNotModified: boolean;
}

const notMade: Outcome = { findings: [], isNotModified: false };

/** Checks conditional requests of each kind that readers send (RFC 9110 §13). */
export const checkPreconditions: Check = async (context) => {
  const { headers } = context.response;
  const [etag] = headerValues(headers, "etag");
  const [modified] = headerValues(headers, "last-modified");
  const byTag = etag === undefined ? notMade : await checkOne(context, "If-None-Match", { "if-none-match": etag });
  const byDate = modified === undefined ? notMade : await checkOne(context, "If-Modified-Since", { "if-modified-since": modified });
  const findings = [...byTag.findings, ...byDate.findings];
  // Whatever else such a server does, the first finding is its cause.
  if (findings.some(({ severity }) => severity === "error")) return findings;
  const both = etag === undefined || modified === undefined ? undefined : await checkBoth(context, modified);
  if (both !== undefined && !both.isNotModified) return [...findings, ...both.findings]; // an unknown tag gets the document
  const anyTag = byTag.isNotModified ? await checkUnknownTag(context) : [];
  const anyDate = byDate.isNotModified ? await checkEarlierDate(context, modified) : [];
  const isAny = anyTag.length > 0 || anyDate.length > 0;
  return [
    ...(anyTag.length > 0 ? anyTag : byTag.findings),
    ...(anyDate.length > 0 ? anyDate : byDate.findings),
    ...(isAny ? [] : (both?.findings ?? [])),
  ];
};

const advice = "Answer 304 if the document has not changed, and 200 with the whole document otherwise";

async function checkOne(
  context: CheckContext,
  check: keyof typeof validators,
  headers: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const { response } = context;
  const answer = await requestVariation(check, { headers }, context);
  if ("unchecked" in answer) return { findings: [answer.unchecked], isNotModified: false };
  const fail = (message: string): Outcome => ({ findings: [{ check, severity: "error", message, advice }], isNotModified: false });
  const loss = "readers send it with every poll after the first";
  if ("fault" in answer) return fail(`${answer.fault}; ${loss}`);
  const { seen } = answer;
  if (seen.status === 304) return { findings: checkNotModified(check, response, seen), isNotModified: true };
  if (seen.status !== 200) return fail(`It is answered with ${seen.status}; ${loss}`);
  const reason = reasonForNoFeed(seen, context);
  if (reason !== undefined) return fail(`It is answered with 200, but not with the feed: ${reason}; ${loss}`);
  return { findings: describeDocument(check, context, seen), isNotModified: false };
}

/** The validator that each header compares, and the remedy if it changes although the document does not. */
const validators = {
  "If-None-Match": ["ETag", "Compute the ETag from the document alone, not from the server or the time"],
  "If-Modified-Since": ["Last-Modified", "Send the time of the document's last change as Last-Modified, not that of the request"],
} as const;

/** Judges a whole document that came instead of a 304. */
function describeDocument(check: keyof typeof validators, { network, response }: CheckContext, seen: HttpResponse): Finding[] {
  const [name, remedy] = validators[check];
  const sent = [response, seen].map(({ headers }) => headers.get(name) ?? "none");
  const [before, after] = sent.map((value) => value.replace(/^W\//, ""));
  const cost = `a poll without news costs ${sizeText(seen.bytes.length)}`;
  const warn = (message: string): Finding => ({ check, severity: "warning", message: `${message}: ${cost}`, advice: remedy });
  const { headers } = response;
  const isComparable = check === "If-None-Match" ? isComparableTag(headers) : isComparableDate(headers, network.now());
  if (before === after && !isComparable) return []; // checkValidators() reports what the server may ignore
  if (before === after) return [{ ...warn(isIgnored), advice: "Answer 304 if the document has not changed" }];
  if (haveEqualBytes(response, seen)) return [{ ...warn(`The same document has another ${name} now`), evidence: sent.join(", then ") }];
  return []; // the answer is right: checkStability() reports a document that differs with every request
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

const unknownTag = '"a-tag-that-never-was"'; // without spaces, which RFC 9110 §8.8.3 does not allow
const forAny = "so that readers never get a new entry";

// RFC 9110 §13.1.2: the document has none of the tags, so that the server sends it.
async function checkUnknownTag(context: CheckContext): Promise<readonly Finding[]> {
  const { findings } = await expectDocument(context, "If-None-Match", { "if-none-match": unknownTag }, "an outdated ETag", {
    message: `It answers 304 to any tag, ${forAny}`,
    advice: "Compare the value of If-None-Match with the current ETag",
  });
  return findings;
}

const year = 365 * 86_400_000; // milliseconds

// RFC 9110 §13.1.3: the document has changed since, so that the server sends it.
async function checkEarlierDate(context: CheckContext, modified = ""): Promise<readonly Finding[]> {
  const earlier = Date.parse(modified) - year;
  if (!(earlier > 0)) return []; // no date, or that of a file whose time was set to 1970
  const headers = { "if-modified-since": new Date(earlier).toUTCString() };
  const { findings } = await expectDocument(context, "If-Modified-Since", headers, "a date before Last-Modified", {
    message: `It answers 304 to any date, ${forAny}`,
    advice: "Compare the value of If-Modified-Since with Last-Modified",
  });
  return findings;
}

// RFC 9110 §13.1.3: a server ignores If-Modified-Since if the request has If-None-Match.
async function checkBoth(context: CheckContext, modified: string): Promise<Outcome> {
  const check = "both of them";
  const headers = { "if-none-match": unknownTag, "if-modified-since": modified };
  const sent = "an outdated ETag and a current date";
  const outcome = await expectDocument(context, check, headers, sent, {
    message: `With ${sent}, the server answers 304: ${loseEntries}`,
    advice: "Ignore If-Modified-Since if the request has If-None-Match (RFC 9110 §13.2.2)",
  });
  return outcome.findings.length > 0
    ? outcome
    : { ...outcome, findings: [{ check, severity: "ok", message: "An outdated ETag gets the document" }] };
}

const loseEntries = "readers can miss new entries";

/**
 * Makes a request that has to get the document. Returns no findings if it does.
 * @param sent names the headers @param ifNotModified describes a 304
 */
async function expectDocument(
  context: CheckContext,
  check: string,
  headers: Readonly<Record<string, string>>,
  sent: string,
  ifNotModified: Pick<Finding, "advice" | "message">,
): Promise<Outcome> {
  const answer = await requestVariation(check, { headers }, context);
  if ("unchecked" in answer) return { findings: [answer.unchecked], isNotModified: false };
  const fail = (fault: string): Outcome => {
    const message = `With ${sent}, ${fault}: ${loseEntries}`;
    return { findings: [{ check, severity: "error", message, advice }], isNotModified: false };
  };
  if ("fault" in answer) return fail(answer.fault.replace(/^It/, "a request"));
  const { seen } = answer;
  if (seen.status === 304) return { findings: [{ check, severity: "error", ...ifNotModified }], isNotModified: true };
  if (seen.status !== 200) return fail(`the server answers ${seen.status}`);
  const reason = reasonForNoFeed(seen, context);
  return reason === undefined ? notMade : fail(`the server answers 200, but not with the feed (${reason})`);
}
