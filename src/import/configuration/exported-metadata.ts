import { type Expression, Parser } from "acorn";
import { tableOf } from "../../base/table-values.ts";
import type { FrontMatterValue } from "../../content/front-matter/front-matter-table.ts";
import { constantValue } from "../constants/constant-value.ts";

/** Reads the front matter that MDX exports as a constant: `export const metadata = { title: "A" }`. Of its tables, only `robots` is read. */
export function exportedMetadata(body: string): Record<string, FrontMatterValue> {
  const [start] = /^export const (?:metadata|meta|frontmatter|frontMatter|article)\s*(?::\s*\w+\s*)?=\s*/m.exec(body) ?? [];
  if (start === undefined) return {};
  const expression = parseBlock(body.slice(body.indexOf(start) + start.length));
  const entries = Object.entries(tableOf(constantValue(expression, () => undefined)));
  const plain = entries.map(([key, value]) => [key, key === "robots" && tableOf(value)["index"] === false ? "noindex" : value] as const);
  return Object.fromEntries(plain.flatMap(([key, value]) => (isPlain(value) ? [[key, asText(value)]] : [])));
}

const maxBlocks = 50; // separated by blank lines

// A block of code ends before the first blank line at which it is complete (mdxjs.com/docs/what-is-mdx/#esm): the text after it is no code.
function parseBlock(source: string): Expression | undefined {
  const blocks = source.split(/\n[ \t]*(?=\n)/, maxBlocks);
  for (const index of blocks.keys()) {
    try {
      return Parser.parseExpressionAt(blocks.slice(0, index + 1).join("\n"), 0, { ecmaVersion: "latest", sourceType: "module" });
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    }
  }
  return undefined;
}

function isPlain(value: unknown): boolean {
  return (
    ["string", "number", "boolean"].includes(typeof value) || (Array.isArray(value) && value.every((item) => typeof item === "string"))
  );
}

function asText(value: unknown): FrontMatterValue {
  return Array.isArray(value) ? value.map(String) : String(value);
}
