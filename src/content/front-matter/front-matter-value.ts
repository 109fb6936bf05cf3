import type { FrontMatterValue } from "./front-matter-table.ts";

// An author may write text where a list or a table is expected, and the other way round. These functions accept each kind.

/** Returns whether a value is empty or null, as in `title: null`. */
export function isNull(value: FrontMatterValue): boolean {
  return value === "" || value === "null" || value === "~";
}

/** Reads a switch, such as `true`, in any spelling of YAML 1.1. Returns undefined for other values. */
export function readSwitch(value: FrontMatterValue | undefined): boolean | undefined {
  const text = typeof value === "string" ? value.trim().toLowerCase() : "";
  if (/^(?:true|yes|y|on|1)$/.test(text)) return true;
  return /^(?:false|no|n|off|0)$/.test(text) ? false : undefined;
}

/** Returns whether a value is `false`, in any spelling of YAML 1.1. */
export function isFalse(value: FrontMatterValue | undefined): boolean {
  return readSwitch(value) === false;
}

/** Returns whether a value is `true`, in any spelling of YAML 1.1. */
export function isTrue(value: FrontMatterValue | undefined): boolean {
  return readSwitch(value) === true;
}

/** Returns the items of a list; a single value becomes a list of one. */
export function asList(value: FrontMatterValue | undefined): readonly FrontMatterValue[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value as FrontMatterValue];
}

/** Returns a table, or an empty one if the value is something else. */
export function asTable(value: FrontMatterValue | undefined): Readonly<Record<string, FrontMatterValue>> {
  return value === undefined || typeof value === "string" || Array.isArray(value)
    ? {}
    : (value as Readonly<Record<string, FrontMatterValue>>);
}
