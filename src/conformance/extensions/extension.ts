import type { ElementCheck } from "../elements/values.ts";

/** The rules of an element of an extension. Without a check, it contains text alone. */
export interface Extension {
  /** The element that may contain it; undefined for both. */
  readonly owner?: "feed" | "entry";
  readonly isRepeatable?: true;
  readonly attributes?: readonly string[];
  readonly check?: ElementCheck;
}

/** Extensions by name, with the usual prefix of their namespace. */
export type Extensions = Readonly<Record<string, Extension>>;

/** Creates extensions with the same rules from names without a prefix, separated by spaces. */
export function named(prefix: string, locals: string, extension: Extension = {}): Extensions {
  return Object.fromEntries(locals.split(" ").map((local) => [`${prefix}:${local}`, extension]));
}

/** Accepts any content. */
export const acceptAny: ElementCheck = () => {};
