import type { Root } from "hast";
import type { Problem } from "./diagnostic.ts";

/** Adds a problem at a key of the front matter; of those with the same `onceFor`, one is told. */
export type ReportAt = (key: string, severity: Problem["severity"], message: string, onceFor?: string) => void;

/** Adds a problem at a place of the tree. */
export type ReportIn = (node: { readonly position?: Root["position"] }, severity: Problem["severity"], message: string) => void;
