import { checkDocument } from "../conformance/check.ts";
import type { Violation } from "../conformance/rules/violation.ts";
import { findPhpOutput, type PhpOutput, phpAdvice, withoutPhpOutput } from "../conformance/xml/php-output.ts";
import { positionOf } from "../conformance/xml/xml-error.ts";
import type { Finding } from "./live-site/finding.ts";

/** The broken rules of a document, apart from messages of PHP within it. */
export interface RulesWithoutOutput {
  readonly violations: readonly Violation[];
  /** The document without the messages. */
  readonly text: string;
  /** The finding about the messages; undefined without any. */
  readonly output?: Finding;
}

/** Checks a document against the rules. Messages of PHP between its elements are one finding, and break no other rules. */
export function checkWithoutOutput(kind: "rss" | "atom" | "json", text: string, address: string, now: number): RulesWithoutOutput {
  const violations = checkDocument(kind, text, address, now);
  const messages = violations.some(isByOutput) ? outsideCdata(text, findPhpOutput(text)) : [];
  const [first] = messages;
  if (kind === "json" || first === undefined) return { violations, text };
  const rest = withoutPhpOutput(text, messages);
  const others = checkDocument(kind, rest, address, now);
  const isSame = others.filter(isByOutput).length >= violations.filter(isByOutput).length; // XHTML may quote a message
  if (isSame || others.some(({ rule }) => rule === "SAXError")) return { violations, text };
  const { column, line } = positionOf(text, first.start);
  const times = messages.length === 1 ? "" : `, the first of ${messages.length}`;
  const output: Finding = {
    check: "well-formed",
    severity: "error",
    message: `There is output of PHP within the feed${times}: readers show it, or lose what is around it`,
    evidence: JSON.stringify(first.message),
    location: { line, column },
    advice: phpAdvice,
  };
  return { violations: others, text: rest, output };
}

function isByOutput({ rule }: Violation): boolean {
  return rule === "UndefinedElement" || rule === "UnexpectedText";
}

function outsideCdata(text: string, messages: readonly PhpOutput[]): PhpOutput[] {
  const marks = [...text.matchAll(/<!\[CDATA\[|\]\]>/g)];
  let next = 0;
  let isOpen = false;
  return messages.filter(({ start }) => {
    for (; (marks[next]?.index ?? text.length) < start; next++) isOpen = marks[next]?.[0] !== "]]>";
    return !isOpen;
  });
}
