import type { BaseDiagnostic } from "../../model/diagnostic.ts";
import type { NamedRule } from "./rules.ts";

/** The name of a rule. */
export type Rule = NamedRule | `JSON Feed 1.1 ${string}`;

/** A diagnostic of a feed document: a place where it breaks a rule. */
export interface Violation extends BaseDiagnostic<"error" | "warning" | "note"> {
  readonly rule: Rule;
  /** The path of an element or a key, such as `/rss/channel/item`. */
  readonly place: string;
  /** The line of the element's start tag, from 1; undefined for the document as a whole and in JSON. */
  readonly line?: number;
}

/** Reports a broken rule. The rule decides the severity. */
export type ReportViolation = (rule: Rule, place: string, message: string) => void;
