import type { SourceLocation } from "../../model/diagnostic.ts";
import { type Fence, findFence } from "./front-matter-fence.ts";
import { type FrontMatterTable, readTable } from "./front-matter-table.ts";
import { locateKey } from "./locate-key.ts";

/** An article's text, taken apart. */
export interface FrontMatter {
  readonly data: FrontMatterTable;
  /** What it is written in; YAML where there is none. */
  readonly syntax: Fence["syntax"];
  /** The text behind the front matter. */
  readonly body: string;
  /** Offset of the body in the article. */
  readonly bodyOffset: number;
  /** Where a key's value stands (the key, for what stands on several lines). */
  placeOf(key: string): SourceLocation;
  /** Undefined where there is none. */
  readonly fence?: Fence;
}

/**
 * Parses the YAML, TOML or JSON front matter of an article; an article may also have none.
 * @throws FrontMatterError with line and column
 */
export function parseFrontMatter(file: string, text: string): FrontMatter {
  const fence = findFence(text);
  if (fence === undefined) return { data: {}, syntax: "YAML", body: text, bodyOffset: 0, placeOf: () => ({ file, line: 1, column: 1 }) };
  const { bodyOffset, syntax } = fence;
  return {
    data: readTable(fence),
    syntax,
    body: text.slice(bodyOffset),
    bodyOffset,
    placeOf: (key) => locateKey(file, fence, key),
    fence,
  };
}
