import { quotedStart } from "./quoted-start.ts";

const condition = /(?:^|\s)(when|unless)-(format|profile|meta)=(?:"([^"]*)"|'([^']*)'|([\w:.-]+))/g;
const webFormats = /^(?:html[45]?|html:js)$/;

/**
 * Returns whether attributes of Pandoc or Quarto hide a block or a span on web pages: `.hidden`, `.content-hidden when-format="html"`,
 * `.content-visible when-profile="solutions"`. No profile is active, and nothing is known about metadata, which might hide an answer.
 */
export function isHiddenOnWeb(attributes: string): boolean {
  const classes = new Set(attributes.split(/\s+/));
  if (classes.has(".hidden")) return true;
  const isVisible = classes.has(".content-visible");
  if (!isVisible && !classes.has(".content-hidden")) return false;
  const found = [...attributes.matchAll(condition)];
  const applies = found.every(([, word, kind, ...values]) => {
    if (kind === "meta") return !isVisible;
    const value = values.find((one) => one !== undefined) ?? "";
    const isTrue = kind === "format" && value.split(/[\s,]+/).some((format) => webFormats.test(format));
    return word === "when" ? isTrue : !isTrue;
  });
  return isVisible ? !applies : applies;
}

/** Describes content that was removed because {@link isHiddenOnWeb} returns true for its attributes. */
export function describeHidden(text: string, attributes: string): string {
  return `Removed ${quotedStart(text)}: {${attributes.trim()}} hides it on web pages; to show it, remove these attributes`;
}
