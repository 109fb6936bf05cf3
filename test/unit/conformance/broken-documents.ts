import type { Rule } from "../../../src/conformance/rules/violation.ts";

/** A change that breaks a valid document: `from` becomes `to`, and the check must report exactly this rule. */
export type Break = readonly [rule: Rule, from: string | RegExp, to: string];

export function breakDocument(document: string, from: string | RegExp, to: string): string {
  const broken = document.replace(from, () => to);
  if (broken === document) throw new Error(`Cannot break the document: ${from} is not in it`);
  return broken;
}
