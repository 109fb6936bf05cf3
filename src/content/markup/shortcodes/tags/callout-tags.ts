import { escapeMarkup } from "../../../../base/escape.ts";
import { calloutTitle, isCalloutKind } from "../../dialects/lines/callout-kinds.ts";
import { type ShortcodeArguments, writtenWords } from "./shortcode-arguments.ts";

// Hextra, Docsy, Relearn, LoveIt, Blowfish, Book (Hugo), NexT, Butterfly (Hexo), GitBook.
const names = /^(?:callout|admonition|alert|notice|hint|note|tip|info|warning|caution|danger|important|attention)$/;

// The words of themes for colors, icons and the like, which are not titles.
const settings =
  /^(?:no-icon|simple|modern|flat|disabled|open|closed?|true|false|icon|default|primary|secondary|light|dark|blue|pink|red|purple|orange|green|fa[srbl]?)$|^fa[srbl]?[ -]/;

const percentTag = /\{%-?\s{0,20}([\w-]{1,60})/g;
const braceTag = /\{\{[<%]\s{0,20}((?:\/\s{0,20})?[\w-]{1,60})/g;

/** Returns whether a shortcode or tag with this name shows a callout in a theme. */
export function isCalloutTag(name: string): boolean {
  return names.test(name);
}

/**
 * Returns the offsets of the tags with a name that have an end tag, with that of the nearest one: a theme may use the same name for `{{<
 * note "Text" >}}`.
 * @param kind the characters after the first brace
 */
export function closedTags(body: string, kind: string, name: string): ReadonlyMap<number, number> {
  const closed = new Map<number, number>();
  const open: number[] = [];
  for (const { 1: found = "", index } of body.matchAll(kind === "%" ? percentTag : braceTag)) {
    const isEnd = kind === "%" ? found === "end" || found === `end${name}` : found.replace(/^\/\s*/, "/") === `/${name}`;
    if (found === name) open.push(index);
    else if (isEnd && open.length > 0) closed.set(open.pop() as number, index);
  }
  return closed;
}

/** Returns the first line of a callout as a container of Markdown, which ends with `:::`. */
export function calloutContainer(name: string, values: ShortcodeArguments): string {
  const { kind = "note", title } = readCallout(name, values);
  return `:::${kind}${title === undefined ? "" : titleLabel(title)}`;
}

/** Returns a title of Markdown in the brackets of a container. Its links stay links. */
export function titleLabel(title: string): string {
  return `[${title.replace(linkOrSign, (found) => (found.length > 1 ? found : `\\${found}`))}]`;
}

const linkOrSign = /`[^`]{1,200}`|\[[^[\]]{1,200}\]\([^()\s]{1,1000}\)|[[\]{}]/g;

/** Returns the start of a callout as HTML, which ends with `</blockquote>`. */
export function calloutStart(name: string, values: ShortcodeArguments, language: string): string {
  const { kind, title = kind === undefined ? undefined : calloutTitle(kind, language) } = readCallout(name, values);
  return `<blockquote>${title === undefined ? "" : `<p><strong>${escapeMarkup(title)}</strong></p>`}`;
}

/** Returns a callout whose text is an argument, as HTML: `note.html content="a *b*"`. Undefined without a text. */
export function wholeCallout(name: string, values: ShortcodeArguments, language: string): string | undefined {
  const { named, positional } = values;
  const text = named["content"] ?? named["text"] ?? named["body"] ?? named["message"] ?? positional.find((word) => /\s/.test(word));
  if (text === undefined || text.trim() === "") return undefined;
  const others = { named, positional: positional.filter((word) => word !== text), text: "" };
  return `${calloutStart(name, others, language)}<p markdown="1">${text.replace(/\s+/g, " ")}</p></blockquote>`;
}

interface Callout {
  readonly kind: string | undefined;
  readonly title: string | undefined;
}

function readCallout(name: string, values: ShortcodeArguments): Callout {
  const { named, positional } = values;
  const kinds = ["type", "kind", "context", "color", "style", "variant", "level"].map((key) => named[key]);
  const kind = [...kinds, ...positional.map(withoutMark), name].find(isKind)?.toLowerCase();
  const title = [named["title"], named["heading"], named["header"], wordsOf(name, values), named["emoji"]].find((words) => words?.trim());
  return { kind, title };
}

// Book writes {{% hint [!NOTE] %}}.
function withoutMark(word: string): string {
  return word.replace(/^\[!(.*)\]$/, "$1");
}

function isKind(word: string | undefined): word is string {
  return word !== undefined && isCalloutKind(word) && !/^(?:admonition|secondary)$/i.test(word);
}

// A title in quotes, or Hexo's words: {% note info no-icon A few words %}. One word after `alert` is the name of an icon.
function wordsOf(name: string, { positional, text }: ShortcodeArguments): string | undefined {
  if (name === "alert" || name === "callout")
    return positional.find((word) => /\s/.test(word) && text.includes(`"${word}"`) && !settings.test(word));
  const words = positional.filter((word, index) => !settings.test(word) && !(index === 0 && isKind(withoutMark(word))));
  if (words.length === 0) return undefined;
  const [first = ""] = /^[^\s"'`]+(?=\s|$)/.exec(text) ?? [];
  const rest = (isKind(withoutMark(first)) ? text.slice(first.length) : text).replace(leading, "");
  const written = writtenWords(rest) ?? words[0];
  return name === "admonition" ? written?.replace(/\s(?:true|false)$/, "") : written; // LoveIt: whether it is open
}

const leading = /^\s*(?:(?:no-icon|default|primary|secondary)(?=\s)\s*)*/; // of NexT
