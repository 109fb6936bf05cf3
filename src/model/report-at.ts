import type { Root } from "hast";
import type { Diagnostic } from "./diagnostic.ts";

/** Reports a problem at a key of the front matter. Of problems with the same `dedupeKey`, one is shown. */
export type ReportAt = (key: string, severity: Diagnostic["severity"], message: string, dedupeKey?: string) => void;

/** Reports a problem at a node of the tree. */
export type ReportIn = (node: { readonly position?: Root["position"] }, severity: Diagnostic["severity"], message: string) => void;
