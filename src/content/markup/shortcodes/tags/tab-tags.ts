import { escapeMarkup } from "../../../../base/escape.ts";
import { titleLabel } from "./callout-tags.ts";
import { wordsHtml } from "./card-tags.ts";
import { type ShortcodeArguments, writtenWords } from "./shortcode-arguments.ts";

/** A set of tabs, whose titles may be in its own arguments. */
export interface TabSet {
  readonly name: string;
  /** Jekyll: the name of the set, which its tabs repeat. */
  readonly group: string | undefined;
  /** The titles of the tabs without one of their own, in their order: `items="A,B"` (Hextra), `{{< tabs A B >}}` (Zzo, Dapr). */
  readonly titles: string[];
  /** For Docsy, whose tabs contain code: its language, or true if the titles are the languages. */
  readonly code?: { readonly language: string; readonly isTitle: boolean };
}

/** Returns whether a tag with this name is a set of tabs. */
export function isTabSetTag(name: string): boolean {
  return /^(?:tabs|tabpane|tab-?group)$/.test(name);
}

/** Returns whether a tag with this name is a tab. */
export function isTabTag(name: string): boolean {
  return /^(?:tab(?:Item|-?item)?|codetab)$/.test(name);
}

/** Returns an open set of tabs. */
export function tabSet(name: string, values: ShortcodeArguments): TabSet {
  const { named, positional } = values;
  const set = { name, group: positional[0], titles: titlesIn(values) };
  if (name !== "tabpane" || named["text"] === "true" || named["code"] === "false") return set;
  return { ...set, code: { language: named["lang"] ?? "", isTitle: named["langequalsheader"] === "true" } };
}

// A single word is a name for the set.
function titlesIn({ named, positional }: ShortcodeArguments): string[] {
  const list = ["items", "titles", "names", "labels", "tabs"].map((key) => named[key]).find(Boolean);
  if (list !== undefined) return list.split(list.includes("|") ? "|" : ",").map((title) => title.trim());
  const numbered = Object.entries(named).filter(([key]) => /^tab-?(?:name|title)\d{1,3}$/.test(key)); // tabName1="A"
  return numbered.length > 0 ? numbered.map(([, title]) => title) : positional.length > 1 ? [...positional] : [];
}

/** Returns the arguments of a set of tabs without its names, which are not shown. */
export function wordsOfTabSet({ named, text }: ShortcodeArguments): ShortcodeArguments {
  const shown = Object.entries(named).filter(([key]) => !/^(?:name|id|tab-?id|group.*|default.*|active|persist.*)$/.test(key));
  return { named: Object.fromEntries(shown), positional: [], text };
}

/** Returns the words of a set of tabs that are before them, as HTML. */
export function tabSetHtml({ named }: ShortcodeArguments): string {
  return wordsHtml([{ text: named["title"], isTitle: true }], false);
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
