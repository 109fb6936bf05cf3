import type { FrontMatterValue } from "./front-matter-table.ts";

// How values read: whatever an author wrote is text, a list or a table, and each may stand where another is expected.

/** Whether it says that there is nothing: `title: null`. */
export function isNull(value: FrontMatterValue): boolean {
  return value === "" || value === "null" || value === "~";
}

/** `false`, as YAML 1.1 spells it too. */
export function isFalse(value: FrontMatterValue | undefined): boolean {
  return typeof value === "string" && /^(?:false|no|off|0)$/i.test(value);
}

/** `true`, as YAML 1.1 spells it too. */
export function isTrue(value: FrontMatterValue | undefined): boolean {
  return typeof value === "string" && /^(?:true|yes|on|1)$/i.test(value);
}

/** The items of a list; one value is a list of one. */
export function asList(value: FrontMatterValue | undefined): readonly FrontMatterValue[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value as FrontMatterValue];
}

/** A table; empty where the value is something else. */
export function asTable(value: FrontMatterValue | undefined): Readonly<Record<string, FrontMatterValue>> {
  return value === undefined || typeof value === "string" || Array.isArray(value)
    ? {}
    : (value as Readonly<Record<string, FrontMatterValue>>);
}

/** Text without the space around it; undefined where there is none left or the value is something else. */
export function textOf(value: FrontMatterValue | undefined): string | undefined {
  return typeof value === "string" ? value.trim() || undefined : undefined;
}
