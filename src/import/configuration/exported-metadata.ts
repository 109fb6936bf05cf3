import { Parser } from "acorn";
import { tableOf } from "../../base/table-values.ts";
import type { FrontMatterValue } from "../../content/front-matter/front-matter-table.ts";
import { constantValue } from "./constant-value.ts";

/** Reads the front matter that MDX exports as a constant: `export const metadata = { title: "A" }`. */
export function exportedMetadata(body: string): Record<string, FrontMatterValue> {
  const [start] = /^export const (?:metadata|meta|frontmatter|frontMatter|article)\s*(?::\s*\w+\s*)?=\s*/m.exec(body) ?? [];
  if (start === undefined) return {};
  try {
    const expression = Parser.parseExpressionAt(body, body.indexOf(start) + start.length, { ecmaVersion: "latest", sourceType: "module" });
    const entries = Object.entries(tableOf(constantValue(expression, () => undefined)));
    return Object.fromEntries(entries.flatMap(([key, value]) => (isPlain(value) ? [[key, asText(value)]] : [])));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return {};
    throw error;
  }
}

function isPlain(value: unknown): boolean {
  return (
    ["string", "number", "boolean"].includes(typeof value) || (Array.isArray(value) && value.every((item) => typeof item === "string"))
  );
}

function asText(value: unknown): FrontMatterValue {
  return Array.isArray(value) ? value.map(String) : String(value);
}
