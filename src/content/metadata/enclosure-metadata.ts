import { textIn } from "../../base/table-values.ts";
import type { FrontMatterValue } from "../front-matter/front-matter-table.ts";
import { asTable, isNull } from "../front-matter/front-matter-value.ts";
import { parseDuration } from "./parse-duration.ts";
import { describeUnknownKeys } from "./unknown-table-keys.ts";

/** The enclosure of an article, as its front matter describes it. */
export interface EnclosureMetadata {
  /** A path or a URL, as it is written. */
  readonly url: string;
  readonly type?: string;
  /** Bytes. */
  readonly length?: number;
  /** Whole seconds, never 0. */
  readonly duration?: number;
  readonly title?: string;
}

/** Reads the value of `enclosure`: an address, or a table with more. Returns undefined if it names no file. */
export function readEnclosure(value: FrontMatterValue, warn: (message: string) => void): EnclosureMetadata | undefined {
  const table = asTable(value);
  const url = textIn(value) ?? textIn(table["url"]);
  if (url === undefined) return undefined;
  for (const fault of describeUnknownKeys(value, "an enclosure", ["url", "type", "length", "duration", "title"]))
    warn(`Cannot use all of enclosure ${JSON.stringify(value)}: ${fault}`);
  const [type, title, length] = [textIn(table["type"]), textIn(table["title"]), readLength(table["length"])];
  const duration = readDuration(table["duration"], warn);
  return {
    url,
    ...(type !== undefined && { type }),
    ...(title !== undefined && { title }),
    ...(length !== undefined && { length }),
    ...(duration !== undefined && { duration }),
  };
}

// An invalid length is ignored here; `findEnclosure` reports a missing length of a remote file.
function readLength(value: FrontMatterValue | undefined): number | undefined {
  const text = textIn(value) ?? "";
  return /^\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined;
}

function readDuration(value: FrontMatterValue | undefined, warn: (message: string) => void): number | undefined {
  if (value === undefined || isNull(value)) return undefined;
  const duration = parseDuration(textIn(value) ?? "");
  if (duration === undefined)
    warn(`Cannot use enclosure.duration ${JSON.stringify(value)}: it is neither a number of seconds nor a time such as 1:02:03`);
  return duration;
}
