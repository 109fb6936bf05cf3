import type { FrontMatterTable } from "../../content/front-matter/front-matter-table.ts";
import { metadataKeys } from "../../content/front-matter/keys/metadata-keys.ts";
import type { NewKeys } from "../../content/front-matter/set-keys.ts";
import type { Metadata } from "../../content/metadata/metadata.ts";
import { parseFileName } from "../../model/file-name.ts";
import { slugify } from "../../model/slug.ts";
import { describeAddressFault, hasTags } from "../site-rules/address-fault.ts";
import type { ArticlePlan } from "../site-rules/old-site.ts";
import type { ArticleNote } from "./article-note.ts";

const addressKeys = new Set(metadataKeys.permalink.map((key) => key.toLowerCase()));

/** Returns the keys of front matter that make an address, without their values. */
export function emptyAddressKeys(frontMatter: FrontMatterTable): NewKeys {
  return Object.fromEntries(Object.keys(frontMatter).flatMap((key) => (addressKeys.has(key.toLowerCase()) ? [[key, ""]] : [])));
}

/** Returns whether the generator's rules determine the path of an article. */
export function hasKnownAddress({ address }: ArticlePlan): boolean {
  return address !== undefined && "path" in address;
}

/** Returns the key of a slug with the name of the file, if its value has template tags, which would become words of the address. */
export function computableSlug(plan: ArticlePlan, target: string, { keys, slug }: Metadata, notes: ArticleNote[]): NewKeys {
  if (slug === undefined || !hasTags(slug) || hasKnownAddress(plan)) return {};
  const key = keys["slug"] ?? "slug";
  notes.push({ kind: `${describeAddressFault(key, slug)}${byName}` });
  return { [key]: slugify(parseFileName(target).name) };
}

const byName = ", so the address comes from the file name; write the old one";

/**
 * Adds a note about an address that is unknown: one for all articles with the same cause.
 * @param unusable the metadata if its permalink is replaced
 */
export function noteFault({ addressFault }: ArticlePlan, unusable: Metadata | undefined, notes: ArticleNote[]): void {
  const { keys = {}, permalink } = unusable ?? {};
  const fault = addressFault ?? (permalink === undefined ? undefined : describeAddressFault(keys["permalink"] ?? "permalink", permalink));
  if (fault !== undefined) notes.push({ kind: fault + (unusable === undefined ? ", so the old address is unknown; write it" : byName) });
}
