import { type Table, tableOf, textIn } from "../../../base/table-values.ts";
import type { ScriptModule } from "../../configuration/script-module.ts";

/** Returns the line or mark that ends the excerpts of a site (www.11ty.dev/docs/data-frontmatter-customize); undefined if it has none. */
export function excerptSeparator(script: ScriptModule | undefined): string | undefined {
  const options: Table = tableOf(script?.calls("setFrontMatterParsingOptions").at(-1)?.[0]);
  const { excerpt } = options;
  if (excerpt === undefined || excerpt === false) return undefined;
  return textIn(excerpt) ?? textIn(options["excerpt_separator"]) ?? "---";
}

/**
 * Replaces the separator of the excerpt with `<!--more-->`. Eleventy removes it, so that the text before and after it may be one paragraph.
 * Three hyphens count on a line of their own: elsewhere they are a part of a table or a word.
 */
export function withMoreMark(body: string, separator: string): string {
  const at = body.indexOf(separator);
  const end = at + separator.length;
  const before = body.slice(0, Math.max(0, at));
  if (before.trim() === "") return body;
  const isLine = /\n[ \t]*$/.test(before) && /^[ \t]*(?:\n|$)/.test(body.slice(end));
  if (!isLine) return separator === "---" ? body : `${before}<!--more-->${body.slice(end)}`;
  const isOwnBlock = /\n[ \t]*\n[ \t]*$/.test(before);
  return isOwnBlock ? `${before}<!--more-->\n${body.slice(end)}` : `${before.trimEnd()}<!--more-->${body.slice(end)}`;
}
