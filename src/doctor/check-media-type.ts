import { adviceForRepeated, headerValues } from "../network/header-values.ts";
import { checkCharset } from "./check-charset.ts";
import type { Check, CheckContext } from "./check-context.ts";
import { documentTypes } from "./live-site/document-types.ts";
import type { Finding } from "./live-site/finding.ts";

/** Checks the media type and the character encoding that the server declares. */
export const checkMediaType: Check = (context) => [
  ...checkType(context),
  ...checkCharset(context, headerValues(context.response.headers, "content-type")[0]),
];

function checkType({ response, view }: CheckContext): Finding[] {
  const check = "content type";
  const [own = "", ...others] = documentTypes[view.kind] ?? [];
  const values = headerValues(response.headers, "content-type");
  const [header] = values;
  const repeated = describeRepeated(check, "Content-Type", values);
  if (repeated !== undefined) return [repeated];
  const type = header?.split(";")[0]?.trim().toLowerCase();
  const advice = `Send Content-Type: ${own}${view.kind === "json" ? "" : "; charset=utf-8"}`;
  if (type === own) return [{ check, severity: "ok", message: header ?? "" }];
  if (type === undefined || type === "") return [{ check, severity: "warning", message: "The response has no Content-Type", advice }];
  if (others.includes(type)) return [{ check, severity: "note", message: `It is a general type: ${type}`, advice }];
  const message =
    type === "text/html"
      ? "It is the type of a web page: some readers search it for links to feeds"
      : `It is not a type of this format: ${type}`;
  return [{ check, severity: "warning", message, evidence: header ?? "", advice }];
}

function describeRepeated(check: string, name: string, values: readonly string[]): Finding | undefined {
  if (values.length < 2) return undefined;
  const times = values.length === 2 ? "twice" : `${values.length} times`;
  const isSame = new Set(values.map((value) => value.toLowerCase())).size === 1;
  const [severity, end] = isSame
    ? (["note", ": some clients read one long value"] as const)
    : (["warning", ", and each client chooses one"] as const);
  return { check, severity, message: `It is sent ${times}${end}`, evidence: values.join("; then "), advice: adviceForRepeated(name) };
}

/** Checks the headers that matter to browsers and to web applications, not to feed readers. */
export const checkBrowserHeaders: Check = ({ response: { headers } }) => {
  const findings: Finding[] = [];
  if (headerValues(headers, "x-content-type-options")[0]?.toLowerCase() !== "nosniff") {
    const message = "There is no X-Content-Type-Options: nosniff";
    findings.push({
      check: "nosniff",
      severity: "note",
      message,
      advice: "Send X-Content-Type-Options: nosniff, so that browsers do not treat the feed as a page",
    });
  }
  if (headers.get("access-control-allow-origin") !== "*") {
    const evidence = headers.get("access-control-allow-origin");
    const message = "Web applications of other sites cannot read it (CORS)";
    const isRepeated = headerValues(headers, "access-control-allow-origin").length > 1;
    const advice = isRepeated ? adviceForRepeated("Access-Control-Allow-Origin: *") : "Send Access-Control-Allow-Origin: *";
    const finding: Finding = { check: "CORS", severity: "note", message, advice };
    findings.push(evidence === null ? finding : { ...finding, evidence });
  }
  if (headers.has("set-cookie")) {
    const message = "It sets a cookie, which prevents caching";
    findings.push({ check: "cookies", severity: "note", message, advice: "Do not set cookies for feeds" });
  }
  return findings.length === 0 ? [{ check: "other headers", severity: "ok", message: "nosniff, CORS, no cookie" }] : findings;
};
