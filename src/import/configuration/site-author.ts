import { type Table, tableOf, textIn } from "../../base/table-values.ts";
import { readAuthor } from "../../content/metadata/author-metadata.ts";
import type { OldSettings } from "../site-rules/old-site.ts";
import { starterValues } from "../site-rules/starter-values.ts";
import { nameOfAuthor } from "./named-authors.ts";

/**
 * Reads the author of a configuration from the places where it may be: a name, a table with `name`, or a list of these. The first one with a
 * name counts, unless it is a value of a starter that another one replaces.
 * @param email the address next to a name that has none
 */
export function siteAuthor(places: readonly unknown[], email?: unknown): OldSettings["author"] {
  const found = places.flatMap((place) => authorIn(Array.isArray(place) ? place[0] : place) ?? []);
  const author = found.find((each) => starterValues({ author: each }).author === undefined) ?? found[0];
  return author && { ...author, email: author.email ?? textIn(email) };
}

function authorIn(written: unknown): OldSettings["author"] {
  const name = textIn(written);
  if (name !== undefined) return /^https?:/.test(name) ? undefined : readAuthor(name);
  const { email, mail, title: _, ...table } = tableOf(written);
  const own = nameOfAuthor(table);
  return own === undefined ? undefined : { name: own, email: textIn(email) ?? textIn(mail), url: urlIn(table) };
}

function urlIn(table: Table): string | undefined {
  return ["url", "uri", "link", "website", "homepage", "home"].map((key) => textIn(table[key])).find((url) => url !== undefined);
}

/** Returns the author that a list of elements of `<head>` names: `["meta", { name: "author", content: "Ann" }]`, or only the table. */
export function authorOfHead(elements: unknown): string | undefined {
  const tables = [elements].flat(1).map((element) => tableOf(Array.isArray(element) ? element[1] : element));
  return textIn(tables.find(({ name }) => name === "author")?.["content"]);
}
