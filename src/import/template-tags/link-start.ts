// Liquid's values before such a tag are those of its own address. The compiler's links begin at the articles folder.
const linkTag = /(\/?)(?=(?:\{\{[^{}\n]{1,100}\}\}\/?)?\{%-?[ \t]{0,9}(?:post_url|link|asset_path|post_path)\b)/y;

// The start of a link or of an attribute. The lengths are bounded.
const destinationStart = /(?<=\]\([ \t]{0,9}<?|=["']|^ {0,3}\[(?!\^)[^\]\n]{1,300}\]:[ \t]{1,9}<?)/my;

/** Returns whether the destination of a link, or an attribute, starts at an offset. */
export function isDestination(body: string, offset: number): boolean {
  destinationStart.lastIndex = offset;
  return destinationStart.test(body);
}

/** Returns the slash before a tag for a link at an offset, or an empty text; undefined if there is no such tag. */
export function slashBeforeLinkTag(body: string, offset: number): string | undefined {
  linkTag.lastIndex = offset;
  return linkTag.exec(body)?.[1];
}
