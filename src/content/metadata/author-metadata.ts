import { textIn } from "../../base/table-values.ts";
import type { Author } from "../../model/entry.ts";
import type { FrontMatterValue } from "../front-matter/front-matter-table.ts";
import { asTable } from "../front-matter/front-matter-value.ts";
import { readImage } from "./image-metadata.ts";
import { isLocal, isWebAddress } from "./web-address.ts";

const email = /^[\w.%+'-]+@[\w-]+(?:\.[\w-]+)+$/;

/**
 * Reads an author from `Ada`, `Ada <ada@example.com>`, `ada@example.com (Ada)` or a table. Returns undefined if there is no name. The
 * picture may be a path.
 * @param warn receives the faults of the URL and of the picture
 */
export function readAuthor(value: FrontMatterValue, warn: (message: string) => void = () => {}): Author | undefined {
  const written = readText(textIn(value));
  const table = asTable(value);
  const name = written.name ?? nameIn(table) ?? written.email;
  if (name === undefined) return undefined;
  const url = urlKeys.map((key) => textIn(table[key])).find((url) => url !== undefined);
  const page = url !== undefined && isWebAddress(url) ? new URL(url).href : undefined;
  if (url !== undefined && page === undefined)
    warn(`Cannot use the URL ${JSON.stringify(url)} of ${name}: it is not a URL that begins with https://; it was left out`);
  const address = written.email ?? textIn(table["email"]);
  const image = imageKeys.map((key) => readImage(table[key] ?? "")?.url).find((image) => image !== undefined);
  const picture = image === undefined || isLocal(image) ? image : isWebAddress(image) ? new URL(image).href : undefined;
  if (image !== undefined && picture === undefined)
    warn(
      `Cannot use the picture ${JSON.stringify(image)} of ${name}: it is neither a file nor a URL that begins with https://; it was left out`,
    );
  return {
    name: name.replace(/\s+/g, " "),
    ...(page !== undefined && { url: page }),
    ...(address !== undefined && email.test(address) && { email: address }),
    ...(picture !== undefined && { image: picture }),
  };
}

// Those of Docusaurus and of themes.
const imageKeys = ["image", "avatar", "image_url", "imageURL", "picture", "photo"];
const urlKeys = ["url", "link", "website", "uri", "homepage"];

/** Adds the values of keys next to the author's, such as Docusaurus' `authorURL`, to an author without them. */
export function withDetails(
  author: Author,
  { image = "", url = "" }: { readonly image?: FrontMatterValue | undefined; readonly url?: FrontMatterValue | undefined },
  warn: (message: string) => void,
): Author {
  return { ...readAuthor({ name: author.name, url, image }, warn), ...author };
}

// jekyll-import writes display_name and login for WordPress; Docusaurus has keys of authors.yml.
function nameIn(table: Readonly<Record<string, FrontMatterValue>>): string | undefined {
  return textIn(table["name"]) ?? textIn(table["display_name"]) ?? textIn(table["title"]) ?? textIn(table["login"]) ?? textIn(table["key"]);
}

function readText(text: string | undefined): { readonly name?: string | undefined; readonly email?: string | undefined } {
  if (text === undefined) return {};
  const [, called, inAngles] = /^([^<>]*)<([^<>\s@]+@[^<>\s]+)>$/.exec(text) ?? [];
  if (inAngles !== undefined) return { name: called?.trim() || undefined, email: inAngles };
  const [, before, inBrackets] = /^([^\s@]+@\S+)\s+\(([^()]+)\)$/.exec(text) ?? []; // the spelling of RSS
  return inBrackets === undefined ? { name: text } : { name: inBrackets.trim(), email: before };
}
