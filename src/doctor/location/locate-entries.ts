import { truncate } from "../../base/truncate.ts";
import { countXmlEntries } from "../../feed-parser/count-entries.ts";
import type { FeedView } from "../live-site/feed-view.ts";
import type { Finding } from "../live-site/finding.ts";
import { locatePlaces } from "./locate-places.ts";

type Kind = FeedView["kind"];

/** The paths of the entries, without their numbers. */
const entries: Readonly<Record<Kind, string>> = {
  rss: "/rss/channel/item",
  rdf: "/RDF/rss1:item",
  atom: "/feed/entry",
  json: "$.items",
};

/** The children of an entry with its id, its date or its address, the preferred one first. */
const fields: Readonly<Record<"id" | "date" | "link", Readonly<Record<Kind, readonly string[]>>>> = {
  id: { rss: ["/guid"], rdf: [], atom: ["/id"], json: [".id"] },
  date: {
    rss: ["/pubDate", "/dc:date", "/dcterms:created", "/atom:published", "/atom:updated"],
    rdf: ["/dc:date"],
    atom: ["/published", "/updated"],
    json: [".date_published", ".date_modified"],
  },
  link: { rss: ["/link", "/guid"], rdf: ["/rss1:link"], atom: ["/link"], json: [".url"] },
};

const shown = 3;
const maxTitle = 80; // characters

/**
 * Returns the first entries that a finding concerns as its evidence, and the position of the first: that of its id or date, or of the
 * whole entry if it has none. It has no position if the parser skipped entries.
 * @param indexes positions in the list of entries, from 0, in ascending order
 * @param faultOf returns the faulty value of an entry; undefined if the fault is that it has none
 */
export function locateEntries(
  { document, kind, text }: FeedView,
  indexes: readonly number[],
  field: keyof typeof fields,
  faultOf: (index: number) => string | undefined = () => undefined,
): Pick<Finding, "evidence" | "location"> {
  const isComplete = countEntries(kind, text) === document.entries.length;
  const texts = indexes.slice(0, shown).map((index) => {
    const title = truncate(document.entries[index]?.title ?? "", maxTitle);
    const name = [isComplete ? `entry ${index + 1}` : "entry", ...(title === "" ? [] : [JSON.stringify(title)])].join(", ");
    return [name, faultOf(index)].filter((part) => part !== undefined).join(": ");
  });
  const evidence = `${texts.join("; ")}${indexes.length > shown ? "; …" : ""}`;
  const [first] = indexes;
  if (!isComplete || first === undefined) return { evidence };
  const entry = kind === "json" ? `${entries.json}[${first}]` : `${entries[kind]}[${first + 1}]`;
  const places = [...fields[field][kind].map((name) => entry + name), entry];
  const locations = locatePlaces(text, places);
  const location = places.map((place) => locations.get(place)).find((found) => found !== undefined);
  return location === undefined ? { evidence } : { evidence, location };
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
