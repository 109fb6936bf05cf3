import type { SourceLocation } from "../../model/diagnostic.ts";
import { type FrontMatterSource, findFrontMatter } from "./find-front-matter.ts";
import { type FrontMatterTable, readTable } from "./front-matter-table.ts";
import type { FrontMatterWarning } from "./front-matter-warning.ts";
import { locateKey } from "./locate-key.ts";

/** The parsed front matter of an article, and the text after it. */
export interface FrontMatter {
  readonly data: FrontMatterTable;
  /** The syntax of the front matter; YAML for an article without front matter. */
  readonly syntax: FrontMatterSource["syntax"];
  /** The text after the front matter. */
  readonly body: string;
  /** Offset of the body in the article. */
  readonly bodyOffset: number;
  /** Returns the location of a key's value, or of the key itself if its value has several lines. */
  locationOf(key: string): SourceLocation;
  /** The faults that were repaired. */
  readonly warnings: readonly FrontMatterWarning[];
  /** Undefined if the article has no front matter. */
  readonly frontMatterSource?: FrontMatterSource;
}

/**
 * Parses the YAML, TOML or JSON front matter of an article, if it has any.
 * @throws FrontMatterError with line and column
 */
export function parseFrontMatter(file: string, text: string): FrontMatter {
  const frontMatterSource = findFrontMatter(text);
  if (frontMatterSource === undefined)
    return { data: {}, syntax: "YAML", body: text, bodyOffset: 0, warnings: [], locationOf: () => ({ file, line: 1, column: 1 }) };
  const { bodyOffset, syntax } = frontMatterSource;
  const { table, warnings } = readTable(frontMatterSource);
  return {
    data: table,
    warnings,
    syntax,
    body: text.slice(bodyOffset),
    bodyOffset,
    locationOf: (key) => locateKey(file, frontMatterSource, key),
    frontMatterSource,
  };
}
