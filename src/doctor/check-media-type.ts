import { encodingBytes, findEncoding } from "../feed-parser/decode-text.ts";
import type { Check, CheckContext } from "./check-context.ts";
import type { DocumentKind } from "./document-kind.ts";
import type { Finding } from "./finding.ts";

// The first is the format's own (rssboard.org, RFC 4287 §7, jsonfeed.org); readers take the others, too.
const types: Readonly<Partial<Record<DocumentKind, readonly string[]>>> = {
  rss: ["application/rss+xml", "application/xml", "text/xml"],
  atom: ["application/atom+xml", "application/xml", "text/xml"],
  json: ["application/feed+json", "application/json"],
  rdf: ["application/rdf+xml", "application/rss+xml", "application/xml", "text/xml"],
};

/** Looks at what the server says of the document: its type and what it is written in. */
export const checkMediaType: Check = (visit) => [...checkType(visit), ...checkCharset(visit)];

function checkType({ response, view }: CheckContext): Finding[] {
  const check = "content type";
  const [own = "", ...others] = types[view.kind] ?? [];
  const header = response.headers.get("content-type");
  const type = header?.split(";")[0]?.trim().toLowerCase();
  const advice = `Send Content-Type: ${own}${view.kind === "json" ? "" : "; charset=utf-8"}`;
  if (type === own) return [{ check, verdict: "ok", what: header ?? "" }];
  if (type === undefined || type === "") return [{ check, verdict: "warning", what: "There is no Content-Type", advice }];
  if (others.includes(type)) return [{ check, verdict: "note", what: `It is a general one: ${type}`, advice }];
  const what =
    type === "text/html" ? "It is that of a web page: some readers look for a feed in it" : `It is not that of the format: ${type}`;
  return [{ check, verdict: "warning", what, evidence: header ?? "", advice }];
}

function checkCharset({ response, view }: CheckContext): Finding[] {
  const check = "charset";
  const header = response.headers.get("content-type") ?? "";
  const start = response.bytes.subarray(0, encodingBytes);
  const { isDeclared, label } = findEncoding(start, header);
  const told = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(header)?.[1];
  const own = findEncoding(start);
  if (told !== undefined && nameOf(told) !== own.label && (own.isDeclared || view.kind === "json")) {
    const evidence = `charset=${told}, and ${own.label} in the document`;
    const what = "The server and the document say different things (EncodingMismatch)";
    return [{ check, verdict: "warning", what, evidence, advice: "Write everything in UTF-8, and say so in both places" }];
  }
  const fault = faultOf(response.bytes, label);
  const said = isDeclared ? "" : ", which nobody says";
  if (fault) {
    const advice = "Write it in UTF-8 and say so";
    return [{ check, verdict: "error", what: `It is not ${label}${said}: some characters are lost`, advice }];
  }
  if (label === "utf-8") return [{ check, verdict: "ok", what: `UTF-8${isDeclared ? "" : ", as where nothing is said"}` }];
  return [
    { check, verdict: "warning", what: `It is ${label} (EncodingMismatch)`, advice: "Write it in UTF-8: not every reader knows another" },
  ];
}

// Undefined for one that nobody knows.
function nameOf(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

function faultOf(bytes: Uint8Array, label: string): boolean {
  try {
    new TextDecoder(label, { fatal: true, ignoreBOM: false }).decode(bytes);
    return false;
  } catch {
    return true;
  }
}

/** Looks for the headers that make no difference to a feed reader, and some to browsers and to programs in them. */
export const checkBrowserHeaders: Check = ({ response: { headers } }) => {
  const findings: Finding[] = [];
  if (headers.get("x-content-type-options")?.trim().toLowerCase() !== "nosniff") {
    const what = "There is no X-Content-Type-Options: nosniff";
    findings.push({ check: "nosniff", verdict: "note", what, advice: "Send it, so that no browser takes the feed for a page" });
  }
  if (headers.get("access-control-allow-origin") !== "*") {
    const evidence = headers.get("access-control-allow-origin");
    const what = "Readers that are web pages cannot read it (CORS)";
    const finding: Finding = { check: "CORS", verdict: "note", what, advice: "Send Access-Control-Allow-Origin: *" };
    findings.push(evidence === null ? finding : { ...finding, evidence });
  }
  if (headers.has("set-cookie")) {
    const what = "It sets a cookie, which keeps caches from storing it";
    findings.push({ check: "cookies", verdict: "note", what, advice: "Set none for feeds" });
  }
  return findings.length === 0 ? [{ check: "other headers", verdict: "ok", what: "nosniff, CORS, no cookie" }] : findings;
};
