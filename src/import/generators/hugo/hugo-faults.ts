/** The reason why the address of an HTML file is unknown. */
export const plainPageFault =
  "Hugo before 0.123 published an HTML file without front matter at its own path (/a/b.html), and later versions publish it as a page (/a/b/); write the version into HUGO_VERSION of netlify.toml, and import again";

/** The kind of pages whose addresses depend on the version of Hugo. */
export const versionFault =
  "Hugo before 0.123 made other addresses of several spaces or hyphens in a name (/one-two/ instead of /one--two/), and of the last section of a folder without _index.md; the address of later versions was assumed, so if yours was older, write the version into HUGO_VERSION of netlify.toml, and import again";

/** The kind of pages to which such a key may apply. */
export const nestedFault =
  "A key of [permalinks] names a folder below a section, which Hugo before 0.161 ignores, as was assumed here; if the old address was another one, write it into permalink";

/** Returns the kind of pages whose dates are not in their files. @param source such as `:git of date` */
export function unreadDates(source: string): string {
  return `Cannot evaluate ${source} in [frontmatter], so the copies have the next date of the list, if there is one: compare them with the old site`;
}

/** The kind of pages that section pages hide by their dates. */
export const sectionDatesFault =
  "Hugo before 0.123 published no page before the publishDate or after the expiryDate of its section, as was assumed here; if yours was newer, remove the key from the copy";
