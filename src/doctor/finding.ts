/** How well something is: `error` loses subscribers something, `warning` may, `note` is worth knowing. */
export type Verdict = "ok" | "note" | "warning" | "error";

/** One line of an examination. Its texts may hold anything that the network sent. */
export interface Finding {
  /** What was looked at: `redirects`, or the rule of a document that is broken, such as `ContainsRelRef`. */
  readonly check: string;
  readonly verdict: Verdict;
  /** What was found, a sentence without its full stop. */
  readonly what: string;
  /** What shows it, as it came: a header, a line, an address. */
  readonly evidence?: string;
  /** What to do, a sentence without its full stop. */
  readonly advice?: string;
}

const order: readonly Verdict[] = ["ok", "note", "warning", "error"];

/** The worst of the verdicts; `ok` where there is none. */
export function worstOf(findings: readonly Pick<Finding, "verdict">[]): Verdict {
  return order[Math.max(0, ...findings.map(({ verdict }) => order.indexOf(verdict)))] ?? "ok";
}
