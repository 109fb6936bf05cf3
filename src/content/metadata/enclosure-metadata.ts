import type { FrontMatterValue } from "../front-matter/front-matter-table.ts";
import { asTable, isNull, textOf } from "../front-matter/front-matter-value.ts";
import { parseDuration } from "./parse-duration.ts";

/** What an article says of the file that comes with it. */
export interface EnclosureMetadata {
  /** As it is written: a path, or a URL. */
  readonly url: string;
  readonly type?: string;
  /** Bytes. */
  readonly length?: number;
  /** Whole seconds, never 0. */
  readonly duration?: number;
  readonly title?: string;
}

/** Reads the value of `enclosure`: an address, or a table with more; undefined where no file is named. */
export function readEnclosure(value: FrontMatterValue, warn: (message: string) => void): EnclosureMetadata | undefined {
  const table = asTable(value);
  const url = textOf(value) ?? textOf(table["url"]);
  if (url === undefined) return undefined;
  const [type, title, length] = [textOf(table["type"]), textOf(table["title"]), readLength(table["length"])];
  const duration = readDuration(table["duration"], warn);
  return {
    url,
    ...(type !== undefined && { type }),
    ...(title !== undefined && { title }),
    ...(length !== undefined && { length }),
    ...(duration !== undefined && { duration }),
  };
}

// What is no number of bytes is told where the length is missed: for a file elsewhere.
function readLength(value: FrontMatterValue | undefined): number | undefined {
  const text = textOf(value) ?? "";
  return /^\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined;
}

function readDuration(value: FrontMatterValue | undefined, warn: (message: string) => void): number | undefined {
  if (value === undefined || isNull(value)) return undefined;
  const duration = parseDuration(textOf(value) ?? "");
  if (duration === undefined)
    warn(`Cannot use enclosure.duration ${JSON.stringify(value)}: it is neither a number of seconds nor a time such as 1:02:03`);
  return duration;
}
