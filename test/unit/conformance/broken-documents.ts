import type { Rule } from "../../../src/conformance/violation.ts";

/** A good document made bad: `from` becomes `to`, and the judge has to name exactly this rule. */
export type Break = readonly [rule: Rule, from: string | RegExp, to: string];

export function breakDocument(document: string, from: string | RegExp, to: string): string {
  const broken = document.replace(from, () => to);
  if (broken === document) throw new Error(`Cannot break the document: ${from} is not in it`);
  return broken;
}
