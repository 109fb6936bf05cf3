/** The severity of a finding: `error` costs subscribers something, `warning` may, `note` is informative. */
export type Verdict = "ok" | "note" | "warning" | "error";

/** One result of an examination. Its texts may contain anything that the network sent. */
export interface Finding {
  /** The name of the check: `redirects`, or the rule that the document breaks, such as `ContainsRelRef`. */
  readonly check: string;
  readonly verdict: Verdict;
  /** A sentence without its full stop. */
  readonly what: string;
  /** The proof, unchanged: a header, a line, an address. */
  readonly evidence?: string;
  /** The remedy, a sentence without its full stop. */
  readonly advice?: string;
}
