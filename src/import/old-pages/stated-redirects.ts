import { tableOf, textIn } from "../../base/table-values.ts";
import type { OldRedirect } from "./old-list.ts";

/** The redirects of an old configuration. */
export interface StatedRedirects {
  /** Those that the settings can express. */
  readonly redirects: readonly OldRedirect[];
  /** A sentence about the others, if there are any. */
  readonly notes: readonly string[];
}

/** A redirect as it is written, whose values may be unknown. */
export interface WrittenRedirect {
  readonly from: unknown;
  readonly to: unknown;
  /** True if it depends on more than the path, such as a header. */
  readonly isConditional?: boolean;
}

/**
 * Splits the redirects of a configuration: the settings have no patterns, parameters, queries or conditions.
 * @param where the file or the setting: `astro.config.mjs`
 */
export function statedRedirects(written: readonly WrittenRedirect[], where: string): StatedRedirects {
  const redirects: OldRedirect[] = [];
  const others: string[] = [];
  for (const { from, isConditional = false, to } of written) {
    const [path, target] = [textIn(from), textIn(to)];
    if (path !== undefined && target !== undefined && !isConditional && isPlainPath(path) && isPlainTarget(target))
      redirects.push({ from: path, to: target });
    else others.push(path ?? "one that code computes");
  }
  const names = [...new Set(others)].join(", ");
  const note = `${where} has redirects that [vars.SITE.redirects] cannot express, since it has no patterns, parameters or conditions: ${names}; write one for each old address`;
  return { redirects, notes: others.length === 0 ? [] : [note] };
}

/** Reads the redirects of a table such as `{ "/old": "/new", "/a": { destination: "/b" } }`. @param base the path of the site */
export function redirectsOfTable(table: unknown, base: string): WrittenRedirect[] {
  return Object.entries(tableOf(table)).map(([from, to]) => ({
    from: base + from,
    to: textIn(to) ?? tableOf(to)["destination"],
  }));
}

const pattern = /[[\]*:(){}]/;

function isPlainPath(path: string): boolean {
  return /^\/(?!\/)[^?#]*$/.test(path) && !pattern.test(path);
}

function isPlainTarget(target: string): boolean {
  if (/^https?:\/\//.test(target)) return URL.canParse(target) && !pattern.test(target.replace(/^https?:\/\/[^/]*/, ""));
  return /^\/(?!\/)/.test(target) && !pattern.test(target);
}
