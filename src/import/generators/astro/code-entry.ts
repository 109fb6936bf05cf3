import type { Table } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { conditionData } from "../../configuration/hiding-code.ts";
import { Instant, isExactDate, unknownValue } from "../../constants/condition-operators.ts";
import { instantOf } from "../../site-rules/front-matter-date.ts";
import type { SiteFile } from "../../site-rules/old-site.ts";
import type { Collection } from "./astro-collections.ts";

/** An entry as the code of a site gets it. */
export interface CodeEntry {
  /** The name of its collection. */
  readonly collection: string;
  readonly value: Table;
}

/**
 * Returns an entry with the values that code may compute its address from.
 * @param own its path below the base of the collection
 * @param filePath its path below the folder of the site
 * @param id its id, if it is known
 */
export function codeEntry(
  { frontMatter }: SiteFile,
  own: string,
  filePath: string,
  id: string | undefined,
  collection: Collection,
): CodeEntry {
  const { form, name } = collection;
  const known = id ?? unknownValue;
  const names = {
    glob: { id: known, slug: undefined },
    folder: { id: known, slug: unknownValue },
    legacy: { id: own, slug: known },
    unversioned: { id: unknownValue, slug: known },
    unknown: { id: unknownValue, slug: unknownValue },
  };
  const data = form === "unknown" ? unknownValue : exactData(frontMatter, collection);
  const value = {
    ...names[form],
    collection: name,
    filePath,
    data,
    ...{ body: unknownValue, rendered: unknownValue, digest: unknownValue, render: unknownValue },
  };
  return { collection: name, value };
}

/** Returns the values of front matter that code gets. A value is unknown if the schema may change it, or its type is. */
export function exactData(frontMatter: FrontMatterTable, { changedKeys, defaults }: Pick<Collection, "changedKeys" | "defaults">): unknown {
  if (changedKeys === "all") return unknownValue;
  const data = Object.entries(conditionData(frontMatter, defaults)).map(([key, value]): [string, unknown] => [
    key,
    changedKeys.includes(key)
      ? unknownValue
      : value instanceof Instant
        ? new Instant(value.kind, value.time, isExactDate(frontMatter[key]))
        : exactValue(value),
  ]);
  return Object.fromEntries(data);
}

// Front matter has numbers and dates as texts.

function exactValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(exactValue);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, exactValue(inner)]));
  if (typeof value !== "string") return value;
  if (/^\d{4}-\d{1,2}-\d{1,2}(?:$|[Tt\s])/.test(value)) return new Instant("other", instantOf(value), isExactDate(value));
  if (!/^[-+.\d]/.test(value)) return value;
  if (String(Number(value)) === value) return Number(value);
  return Number.isNaN(Number(value.replaceAll("_", ""))) ? value : unknownValue; // 007 and 1.0
}
