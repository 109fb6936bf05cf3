import { plainText } from "../../feed-parser/plain-text.ts";
import { instantOf } from "./front-matter-date.ts";

/** The names of `<meta>` elements with the date of publication, the most reliable first. */
export const dateMetas: readonly string[] = [
  "article:published_time",
  "datepublished",
  "date",
  "dcterms.date",
  "dcterms.issued",
  "dcterms.created",
  "dc.date",
  "dc.date.issued",
  "dc.date.created",
  "pubdate",
  "publish-date",
  "publication_date",
  "parsely-pub-date",
];

const element = /<(meta|time)\b([^<>]{1,2000})>/gi;
const attribute = /(?<![\w:-])([a-z][\w:-]{0,40})(?:\s{0,9}=\s{0,9}(?:"([^"]{0,200})"|'([^']{0,200})'|([^\s"'=]{1,200})))?/gi;
const maxLength = 100_000; // UTF-16 units

/**
 * Returns the date of publication that a page in HTML declares, as it is written: that of a `<meta>` element, or of a `<time>` that is
 * marked as such. Other dates in a text may be those of events. Returns undefined if no such date can be read.
 */
export function dateOfPage(html: string): string | undefined {
  const elements = elementsIn(html);
  const metas = elements.filter(({ tag }) => tag === "meta").map(({ attributes }) => attributes);
  const times = elements.filter(({ attributes, tag }) => tag === "time" && isPublication(attributes)).map(({ attributes }) => attributes);
  const named = dateMetas.flatMap((name) => metas.filter((meta) => nameOf(meta) === name).map((meta) => meta["content"]));
  return [...named, ...times.map((time) => time["datetime"])].find((date) => instantOf(date) !== undefined);
}

/** Returns the text of the first `<meta>` element with a name; undefined if it is empty. */
export function metaOfPage(html: string, name: string): string | undefined {
  const metas = elementsIn(html).filter(({ attributes, tag }) => tag === "meta" && nameOf(attributes) === name);
  return metas.map(({ attributes }) => plainText(attributes["content"] ?? "").trim()).find((text) => text !== "");
}

function elementsIn(html: string) {
  return [...html.slice(0, maxLength).matchAll(element)].map(([, tag = "", attributes = ""]) => {
    return { tag: tag.toLowerCase(), attributes: attributesIn(attributes) };
  });
}

function nameOf(meta: Readonly<Record<string, string>>): string | undefined {
  return (meta["property"] ?? meta["name"] ?? meta["itemprop"])?.toLowerCase();
}

function isPublication({ class: classes = "", itemprop = "", pubdate }: Readonly<Record<string, string>>): boolean {
  return pubdate !== undefined || itemprop.toLowerCase() === "datepublished" || /(?:^|\s)dt-published(?:\s|$)/.test(classes);
}

function attributesIn(text: string): Record<string, string> {
  const found = [...text.matchAll(attribute)].map(([, name = "", double, single, bare]): [string, string] => {
    return [name.toLowerCase(), double ?? single ?? bare ?? ""];
  });
  return Object.fromEntries(found);
}
