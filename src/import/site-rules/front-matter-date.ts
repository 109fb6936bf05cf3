import { tableOf, textIn } from "../../base/table-values.ts";
import type { FrontMatterTable, FrontMatterValue } from "../../content/front-matter/front-matter-table.ts";
import { metadataKeys } from "../../content/front-matter/keys/metadata-keys.ts";
import { dateOfDigits, dateOfPath } from "../../content/metadata/date-of-path.ts";
import { DateError, parseDate } from "../../content/metadata/parse-date.ts";
import type { SiteFile } from "./old-site.ts";

const addressKeys: ReadonlySet<string> = new Set(metadataKeys.permalink);
const keys: ReadonlySet<string> = new Set(metadataKeys.date.map((key) => key.toLowerCase()));

/** Returns the date of front matter as it is written; undefined if it has no key of a date. */
export function writtenDate(frontMatter: FrontMatterTable): string | undefined {
  for (const [key, value] of Object.entries(frontMatter)) {
    const text = keys.has(key.toLowerCase()) ? (textIn(value) ?? createdIn(key, value)) : undefined;
    if (text !== undefined && !/^(?:null|~|true|false)$/i.test(text)) return text;
  }
  return undefined;
}

// MkDocs Material: `date: { created: …, updated: … }`.
function createdIn(key: string, value: FrontMatterValue): string | undefined {
  return key === "date" ? textIn(tableOf(value)["created"]) : undefined;
}

/** Returns whether a file has a date, in its front matter or in the names of its path. */
export function isDated({ frontMatter, path }: Pick<SiteFile, "frontMatter" | "path">): boolean {
  return writtenDate(frontMatter) !== undefined || namedDate(path) !== undefined;
}

/** Returns the date in the names of a path. */
export function namedDate(path: string): string | undefined {
  return dateOfPath(path) ?? dateOfDigits(path);
}

/** Returns the date in the address that front matter states, which dates an article without another date. */
export function dateOfAddress(frontMatter: FrontMatterTable): string | undefined {
  const addresses = Object.entries(frontMatter).filter(([key]) => addressKeys.has(key.toLowerCase()));
  return addresses.map(([, value]) => dateOfPath(textIn(value) ?? "")).find((date) => date !== undefined);
}

/** Returns the instant of a date in UTC, in milliseconds since 1970; undefined if it cannot be read. */
export function instantOf(date: string | undefined): number | undefined {
  if (date === undefined) return undefined;
  try {
    return parseDate(date, "UTC").instant;
  } catch (error) {
    if (error instanceof DateError) return undefined;
    throw error;
  }
}
