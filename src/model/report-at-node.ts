import type { Root } from "hast";
import type { Diagnostic } from "./diagnostic.ts";

/** Reports a problem at a node of an article's tree. */
export type ReportAtNode = (node: { readonly position?: Root["position"] }, severity: Diagnostic["severity"], message: string) => void;
