import type { Root } from "hast";
import type { Diagnostic } from "./diagnostic.ts";

/** Adds a problem at a key of the front matter; of those with the same `dedupeKey`, one is told. */
export type ReportAt = (key: string, severity: Diagnostic["severity"], message: string, dedupeKey?: string) => void;

/** Adds a problem at a place of the tree. */
export type ReportIn = (node: { readonly position?: Root["position"] }, severity: Diagnostic["severity"], message: string) => void;
