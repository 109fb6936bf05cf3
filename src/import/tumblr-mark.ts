const mark =
  /<p>\s{0,100}\[\[MORE\]\]\s{0,100}<\/p>|(?<=^|<\/(?:p|figure|div)>|<br ?\/?>)\s{0,100}\[\[MORE\]\]\s{0,100}(?=$|<(?:p|figure|div|h[1-6]|br)\b)/g;

/**
 * Replaces the mark `[[MORE]]` of Tumblr, where its page shows a link to the rest, with `<!--more-->`. Further marks, and one before all
 * words, are removed.
 */
export function replaceTumblrMark(html: string): string {
  let isFirst = true;
  return html.replace(mark, (_, offset: number) => {
    const hasBeginning =
      isFirst &&
      html
        .slice(0, offset)
        .replace(/<[^<>]*>/g, "")
        .trim() !== "";
    isFirst = false;
    return hasBeginning ? "<!--more-->" : "";
  });
}
