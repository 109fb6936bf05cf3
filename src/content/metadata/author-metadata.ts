import type { Author } from "../../model/entry.ts";
import type { FrontMatterValue } from "../front-matter/front-matter-table.ts";
import { asTable, textOf } from "../front-matter/front-matter-value.ts";

const email = /^[\w.%+'-]+@[\w-]+(?:\.[\w-]+)+$/;

/** Reads an author from `Ada`, `Ada <ada@example.com>`, `ada@example.com (Ada)` or a table. Returns undefined if there is no name. */
export function readAuthor(value: FrontMatterValue): Author | undefined {
  const written = readText(textOf(value));
  const table = asTable(value);
  const name = written.name ?? nameIn(table) ?? written.email;
  if (name === undefined) return undefined;
  const url = urlKeys.map((key) => textOf(table[key])).find((url) => url !== undefined);
  const address = written.email ?? textOf(table["email"]);
  return {
    name: name.replace(/\s+/g, " "),
    ...(url !== undefined && /^https?:\/\//.test(url) && URL.canParse(url) && { url: new URL(url).href }),
    ...(address !== undefined && email.test(address) && { email: address }),
  };
}

const urlKeys = ["url", "link", "website", "uri", "homepage"];

/** Adds the URL of a key next to the author's, such as Docusaurus' `authorURL`, to an author without one. */
export function withUrl(author: Author, url: FrontMatterValue | undefined): Author {
  return author.url === undefined && url !== undefined ? { ...author, ...readAuthor({ name: author.name, url }) } : author;
}

// jekyll-import writes display_name and login for WordPress; Docusaurus has keys of authors.yml.
function nameIn(table: Readonly<Record<string, FrontMatterValue>>): string | undefined {
  return textOf(table["name"]) ?? textOf(table["display_name"]) ?? textOf(table["title"]) ?? textOf(table["login"]) ?? textOf(table["key"]);
}

function readText(text: string | undefined): { readonly name?: string | undefined; readonly email?: string | undefined } {
  if (text === undefined) return {};
  const [, called, inAngles] = /^([^<>]*)<([^<>\s@]+@[^<>\s]+)>$/.exec(text) ?? [];
  if (inAngles !== undefined) return { name: called?.trim() || undefined, email: inAngles };
  const [, before, inBrackets] = /^([^\s@]+@\S+)\s+\(([^()]+)\)$/.exec(text) ?? []; // the spelling of RSS
  return inBrackets === undefined ? { name: text } : { name: inBrackets.trim(), email: before };
}
