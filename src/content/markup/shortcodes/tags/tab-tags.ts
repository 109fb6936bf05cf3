import { escapeMarkup } from "../../../../base/escape.ts";
import { titleLabel } from "./callout-tags.ts";
import { type ShortcodeArguments, writtenWords } from "./shortcode-arguments.ts";

/** A set of tabs, whose titles may be in its own arguments. */
export interface TabSet {
  readonly name: string;
  /** Jekyll: the name of the set, which its tabs repeat. */
  readonly group: string | undefined;
  /** The titles of the tabs without one of their own, in their order: `items="A,B"` (Hextra). */
  readonly titles: string[];
}

/** Returns whether a tag with this name is a set of tabs. */
export function isTabSetTag(name: string): boolean {
  return /^(?:tabs|tabpane|tab-?group)$/.test(name);
}

/** Returns whether a tag with this name is a tab. */
export function isTabTag(name: string): boolean {
  return /^tab(?:Item|-?item)?$/.test(name);
}

/** Returns an open set of tabs. */
export function tabSet(name: string, { named, positional }: ShortcodeArguments): TabSet {
  const titles = (named["items"] ?? "").split(",").map((title) => title.trim());
  return { name, group: positional[0], titles };
}

/**
 * Returns the start of a tab with its title, as a container of Markdown and as HTML. Removes the title from the set if it is there.
 * Hugo: `{{< tab "Title" >}}`, `{{< tab name="Title" >}}`. GitBook: `{% tab title="Title" %}`. Jekyll: `{% tab group Title %}`.
 */
export function tabStart(
  { named, positional, text }: ShortcodeArguments,
  set?: TabSet,
): { readonly container: string; readonly html: string } {
  const isInGroup = positional.length > 1 && positional[0] === set?.group;
  const words = writtenWords(
    isInGroup ? text.slice(text.indexOf(set?.group ?? "") + (set?.group ?? "").length).replace(/^["']/, "") : text,
  );
  const ofSet = set?.titles.shift();
  const own = [named["title"], named["name"], named["label"], named["header"], named["tabname"], words];
  const title = [...own, ofSet].find((one) => one?.trim());
  if (title === undefined) return { container: ":::tab", html: "<blockquote>" };
  return {
    container: `:::tab${titleLabel(title)}`,
    html: `<blockquote><p><strong>${escapeMarkup(title)}</strong></p>`,
  };
}
