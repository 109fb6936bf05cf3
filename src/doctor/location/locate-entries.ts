import { truncate } from "../../base/truncate.ts";
import { secondValue } from "../../conformance/values/json-values.ts";
import { countXmlEntries } from "../../feed-parser/count-entries.ts";
import type { FeedView } from "../live-site/feed-view.ts";
import type { Finding } from "../live-site/finding.ts";
import { entryElements } from "./entry-elements.ts";
import { locatePlaces } from "./locate-places.ts";
import { type Location, locationsAt } from "./location.ts";

type Kind = FeedView["kind"];

type Field = "id" | "date" | "link";

const dates = ["pubDate", "date", "created", "published", "updated", "modified"];

/** The children of an entry with its id, its date or its address, the preferred one first: local names of XML, and paths of JSON. */
const fields: Readonly<Record<Field, Readonly<Record<Kind, readonly string[]>>>> = {
  id: { rss: ["guid"], rdf: [], atom: ["id"], json: [".id"] },
  date: { rss: dates, rdf: dates, atom: ["published", "updated"], json: [".date_published", ".date_modified"] },
  link: { rss: ["link", "enclosure", "guid"], rdf: ["link"], atom: ["link", "id"], json: [".url"] },
};

const shown = 3;
const maxTitle = 80; // characters

/**
 * Returns the first entries that a finding concerns as its evidence, and the position of the first: that of the element with the faulty
 * value, or of the whole entry if it has none. It has no position if the parser skipped entries.
 * @param indexes positions in the list of entries, from 0, in ascending order
 * @param faultOf returns the faulty value of an entry; undefined if the fault is that it has none
 */
export function locateEntries(
  view: FeedView,
  indexes: readonly number[],
  field: Field,
  faultOf: (index: number) => string | undefined = () => undefined,
): Pick<Finding, "evidence" | "location"> {
  const { document, kind, text } = view;
  const isComplete = countEntries(kind, text) === document.entries.length;
  const texts = indexes.slice(0, shown).map((index) => {
    const title = truncate(document.entries[index]?.title ?? "", maxTitle);
    const name = [isComplete ? `entry ${index + 1}` : "entry", ...(title === "" ? [] : [JSON.stringify(title)])].join(", ");
    return [name, faultOf(index)].filter((part) => part !== undefined).join(": ");
  });
  const evidence = `${texts.join("; ")}${indexes.length > shown ? "; …" : ""}`;
  const [first] = indexes;
  if (!isComplete || first === undefined) return { evidence };
  const find = kind === "json" ? locateInJson : locateInXml;
  const location = find(view, first, field, faultOf(first)?.trim());
  return location === undefined ? { evidence } : { evidence, location };
}

function locateInXml({ kind, text }: FeedView, index: number, field: Field, fault: string | undefined): Location | undefined {
  const entry = entryElements(text)[index];
  if (entry === undefined) return undefined;
  const named = fields[field][kind].flatMap((name) => entry.elements.filter(({ local }) => local === name));
  const element = named.find(({ value }) => isWritten(value, fault, field)) ?? named[0];
  const offset = element?.offset ?? entry.offset;
  return locationsAt(text, [offset]).get(offset);
}

function locateInJson({ text }: FeedView, index: number, field: Field, fault: string | undefined): Location | undefined {
  const entry = `$.items[${index}]`;
  const { items } = JSON.parse(text.replace(/^\uFEFF/, "")) as { readonly items: readonly unknown[] };
  const named = valuesOf(items[index], field);
  const written = named.filter(([, value]) => isWritten(value, fault, field));
  // Readers use the last one of several values of a key.
  const places = [...written, ...named].flatMap(([path]) => [`${entry}${path}${secondValue}`, `${entry}${path}`]);
  const locations = locatePlaces(text, [...places, entry]);
  return [...places, entry].map((place) => locations.get(place)).find((found) => found !== undefined);
}

type JsonEntry = { readonly [key: string]: unknown; readonly attachments?: readonly { readonly url?: unknown }[] };

function valuesOf(entry: unknown, field: Field): (readonly [path: string, value: unknown])[] {
  const values = (entry ?? {}) as JsonEntry;
  const own = fields[field].json.map((path) => [path, values[path.slice(1)]] as const);
  const files = field === "link" && Array.isArray(values.attachments) ? values.attachments : [];
  return [...own, ...files.map((file, position) => [`.attachments[${position}].url`, file?.url] as const)];
}

/** Returns whether a value is the faulty one, or a relative reference to it. */
function isWritten(value: unknown, fault: string | undefined, field: Field): boolean {
  const text = `${value ?? ""}`.trim();
  if (text === "" || fault === undefined) return false;
  return text === fault || (field === "link" && URL.parse(text, fault)?.href === fault);
}

/** Returns whether the parser lost entries of a document that is not well-formed: what it read says nothing about the others. */
export function isPartlyRead({ document, mistake, text }: FeedView): boolean {
  if (mistake === undefined) return false;
  const written = text.match(/<(?:[a-z]\w{0,20}:)?(?:item|entry)[\s/>]/gi)?.length ?? 0;
  return written !== document.entries.length;
}

/** Returns the number of entries that readers find, or of those in the document if they are all empty. */
export function countOf({ document, kind, text }: FeedView): number {
  return document.entries.length || countEntries(kind, text);
}

/** Counts the entries in a document. The parser skips those without a known element. */
export function countEntries(kind: Kind, text: string): number {
  if (kind !== "json") return countXmlEntries(text);
  const { items } = JSON.parse(text.replace(/^\uFEFF/, "")) as { readonly items?: unknown };
  return Array.isArray(items) ? items.length : 0;
}
