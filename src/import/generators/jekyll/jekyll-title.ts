/** Returns the title of a document that has only the slug of its name (Jekyll::Utils.titleize_slug). */
export function titleOfSlug(slug: string): string {
  return slug
    .split("-")
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase())
    .join(" ")
    .trim();
}

const heading = /^\s*(?:#{1,6}[ \t]|<h[1-6][\s>]|[^\s\n][^\n]*\n[ ]{0,3}(?:=+|-{2,})[ \t]*(?:\n|$))/i;

/** Returns whether a text begins with a heading, which our compiler reads as its title. */
export function beginsWithHeading(body: string): boolean {
  return heading.test(body);
}
