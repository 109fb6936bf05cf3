import type { Diagnostic } from "./diagnostic.ts";

/** Reports a problem at a key of the front matter. Of problems with the same `dedupeKey`, one is shown. */
export type ReportAtKey = (key: string, severity: Diagnostic["severity"], message: string, dedupeKey?: string) => void;
