import type { BaseDiagnostic, Severity } from "../../model/diagnostic.ts";

/**
 * A diagnostic of a live site: one result of an examination, also of a check that passed. Its texts may contain anything that the
 * network sent.
 */
export interface Finding extends BaseDiagnostic<Severity> {
  /** The name of the check: `redirects`, or the rule that the document breaks, such as `ContainsRelRef`. */
  readonly check: string;
  /** The proof, unchanged: a header, a line, an address. */
  readonly evidence?: string;
  /** The position of the evidence in the document. Line and column start at 1. */
  readonly location?: { readonly line: number; readonly column: number };
  /** The remedy, a sentence without its full stop. */
  readonly advice?: string;
  /** The place of the remedy in the system that writes the feed: `In Hugo: set baseURL in hugo.toml`. */
  readonly systemAdvice?: string;
}
