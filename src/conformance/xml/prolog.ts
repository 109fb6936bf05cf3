import { codePointName } from "../../base/invalid-characters.ts";
import type { ReportViolation } from "../rules/violation.ts";
import { encodingRule } from "../values/encoding-rule.ts";

const MAXIMUM_BYTES = 5_000_000;

export function checkDocumentSize(document: string, report: ReportViolation): void {
  const size = new TextEncoder().encode(document).byteLength;
  if (size >= MAXIMUM_BYTES) report("ValidatorLimit", "/", `${size} bytes`);
}

/** Checks the beginning of a document and the characters of its markup. */
export function checkProlog(document: string, report: ReportViolation): void {
  if (!document.isWellFormed()) report("BadCharacters", "/", "a lone surrogate");
  const start = document.search(/[^\s\uFEFF]/);
  if (start > 0) report("WPBlankLine", "/", describeBefore(document.slice(0, start)));
  const declaration = /^[\s\uFEFF]*<\?xml\s([^>]*)\?>/.exec(document)?.[1];
  checkVersion(declaration ?? "", report);
  checkEncoding(declaration, report);
  const outside = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.exec(document)?.[0];
  if (outside !== undefined) report("SAXError", "/", `no XML character: ${codePointName(outside)}`);
}

// The decoder has removed a byte order mark at the start.
function describeBefore(space: string): string {
  if (space.startsWith("\uFEFF")) return "a second byte order mark before the XML declaration";
  if (space.includes("\uFEFF")) return "white space before the byte order mark";
  const lines = space.split("\n").length - 1;
  return `${lines === 0 ? "white space" : lines === 1 ? "a blank line" : `${lines} blank lines`} before the XML declaration`;
}

function checkVersion(declaration: string, report: ReportViolation): void {
  const version = /version\s*=\s*["']([^"']*)["']/.exec(declaration)?.[1] ?? "1.0";
  if (version !== "1.0") report("BadXmlVersion", "/", version);
}

function checkEncoding(declaration: string | undefined, report: ReportViolation): void {
  const encoding = /encoding\s*=\s*["']([^"']*)["']/.exec(declaration ?? "")?.[1];
  const missing =
    declaration === undefined ? "there is no XML declaration, which names the encoding" : "the XML declaration names no encoding";
  if (encoding === undefined) report("MissingEncoding", "/", missing);
  const rule = encoding === undefined ? undefined : encodingRule(encoding);
  if (rule !== undefined) report(rule, "/", `encoding="${encoding}"`);
  if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) report("Broadsheet: UTF-8", "/", encoding);
}
