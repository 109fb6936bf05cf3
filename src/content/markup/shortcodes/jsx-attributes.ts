import { escapeMarkup, unescapeMarkup } from "../../../base/escape.ts";
import { isShownName } from "../../plain-html/convert-component.ts";
import { expressionFile } from "./expression-file.ts";
import { literalOf } from "./string-literal.ts";

const plainStart = /<[a-z][a-z\d]{0,20}(?=\s[^<>]{0,1000}=\{)/g;
const anyStart = /<[A-Za-z][\w.-]{0,40}(?=\s)(?=[^<]{0,1000}(?:=\{|\s[@#][A-Za-z[]|:\[|\n[ \t]{0,100}>))/g;
const attribute =
  /(?<space>\s{1,100})(?<name>[A-Za-z_:@#](?:[\w.:-]|\[[\w.$]{1,50}\]){0,50})(?:=(?<value>"[^"]{0,2000}"|'[^']{0,2000}'|\{|[^\s"'`=<>{}]{1,500}))?/y;
const ofVue = /^[@#]|\[/; // events, slots and names that are computed; its other names are those of HTML
const tagEnd = /\s{0,100}\/?>/y;
const isComponent = /^<(?:[A-Z]|[a-z][a-z\d]{0,40}[.-])/; // or a custom element
const splitEnd = /\n[ \t]*>$/;
const maxExpression = 1000;
const inner = /^(?:dangerouslySetInnerHTML|set:(?:html|text))$/;

interface Tag {
  /** Its attributes and its end, as they are to be written. */
  readonly attributes: string;
  readonly end: number;
}

/**
 * Writes the attributes of JSX in Markdown, such as `<img src={require("./a.png").default} style={{ width: 100 }} />`, as those of HTML:
 * strings, numbers and files stay, and other expressions are left out. HTML would show such a tag as text, and one with Vue's `@click`, or
 * a component over several lines with `>` on a line of its own. The number of lines stays the same.
 * @param kept names that stay as they are written: `src={name}`
 * @param components "plain" to do so in components, too; "jsx" to leave out only the attributes of Vue in them, since MDX reads the others;
 *   by default, they stay as they are
 */
export function plainAttributes(text: string, kept: ReadonlyMap<string, unknown> = new Map(), components?: "plain" | "jsx"): string {
  const tagStart = components === undefined ? plainStart : anyStart;
  let [written, done] = ["", 0];
  tagStart.lastIndex = 0;
  for (let match = tagStart.exec(text); match !== null; match = tagStart.exec(text)) {
    const start = match.index + match[0].length;
    const isOfMdx = components === "jsx" && isComponent.test(match[0]);
    const tag = tagAt(text, start, isOfMdx ? "all" : kept, components === "plain" && /^<[A-Z]/.test(match[0]));
    if (tag === undefined || isWords(match[0], text.slice(start, tag.end))) continue;
    const isSplit = components !== undefined && isSplitTag(text, match.index, tag);
    written += text.slice(done, match.index) + match[0] + (isSplit ? joined(tag.attributes) : tag.attributes);
    done = tag.end;
    tagStart.lastIndex = done;
  }
  return written + text.slice(done);
}

// An address such as <ada @example.org>: without a value, only a slot is an attribute of Vue.
function isWords(start: string, attributes: string): boolean {
  return !attributes.includes("=") && /\s[@#]/.test(attributes) && !(/^<(?:[A-Z]|[a-z]+-|div$)/.test(start) && !/\s@/.test(attributes));
}

const boundTag = /<[A-Za-z][\w-]{0,40}\s(?=[^<>]{0,500}[\s:]:?[a-z])[^<>]{1,1000}>/g;
const bound = /(?<=\s)(?:v-bind)?:([a-z][a-z-]{0,30})="([^"<>]{1,500})"/g;

/** Writes the attributes that Vue binds to a text or a file as those of HTML: `:src="$withBase('/a.png')"`. */
export function boundAttributes(text: string): string {
  if (!/\s(?:v-bind)?:[a-z-]+="/.test(text)) return text;
  return text.replace(boundTag, (tag) =>
    tag.replace(bound, (found, name: string, written: string) => {
      const value = /^[\d.-]+$/.test(written) ? written : staticValue(unescapeMarkup(written).trim());
      return value === undefined ? found : `${name}="${escapeMarkup(value).replaceAll("\n", "&#10;")}"`;
    }),
  );
}

// A component at the start of a line, with `>` on a line of its own, which Markdown takes for a quotation. With words after it, it is one.
function isSplitTag(text: string, start: number, { end }: Tag): boolean {
  const before = text.slice(Math.max(0, start - 100), start);
  const tag = text.slice(start, end);
  if (/^[ \t]{1,100}[^\s<]/.test(text.slice(end, end + 101))) return false;
  return /(?:^|\n)[ \t]*$/.test(before) && isComponent.test(tag) && tag.includes("=") && splitEnd.test(tag) && !/\n[ \t]*\n/.test(tag);
}

function joined(attributes: string): string {
  return attributes.replace(splitEnd, `\n${filler}>`);
}

// The attributes up to the end of the tag, with that; undefined if it is not a tag.
function tagAt(text: string, start: number, kept: ReadonlyMap<string, unknown> | "all", isWhole: boolean): Tag | undefined {
  let [attributes, index] = ["", start];
  for (;;) {
    tagEnd.lastIndex = index;
    const [end] = tagEnd.exec(text) ?? [];
    if (end !== undefined) return { attributes: attributes + end, end: index + end.length };
    attribute.lastIndex = index;
    const { 0: piece, groups = {} } = attribute.exec(text) ?? { 0: "" };
    if (piece === "") return undefined;
    index += piece.length;
    if (groups["value"] === "{") {
      const end = endOfExpression(text, index);
      if (end === undefined) return undefined;
      const expression = text.slice(index, end - 1);
      const value = staticValue(expression.trim()) ?? (inner.test(groups["name"] ?? "") ? innerValue(expression) : undefined);
      const lines = `\n${filler}`.repeat(expression.split("\n").length - 1);
      if (kept === "all" || kept.has(expression.trim().replace(/\.(?:src|default)$/, ""))) attributes += piece + text.slice(index, end);
      else if (value !== undefined)
        attributes += `${groups["space"]}${groups["name"]}="${escapeMarkup(value).replaceAll("\n", "&#10;")}"${lines}`;
      else attributes += leftOut(groups["space"] ?? "") + lines + (isWhole && isShownName(groups["name"] ?? "") ? ` ${lost}` : "");
      index = end;
    } else attributes += ofVue.test(groups["name"] ?? "") ? leftOut(piece.replace(/[^\n]+/g, " ")) : piece;
  }
}

const lost = 'data-lost=""'; // a picture or words that only a program finds
const filler = "data-expression"; // an empty line in a tag would end it

function leftOut(space: string): string {
  return space.replaceAll("\n", `\n${filler}`);
}

function endOfExpression(text: string, start: number): number | undefined {
  let depth = 1;
  for (let index = start; index < Math.min(text.length, start + maxExpression); index++) {
    if (text[index] === "{") depth++;
    if (text[index] === "}" && --depth === 0) return index + 1;
  }
  return undefined;
}

// The content of an element; empty if only a program finds it.
function innerValue(expression: string): string {
  const object = expression.trim();
  const key = "__html:";
  const content = object.startsWith("{") && object.endsWith("}") ? object.slice(1, -1).trim() : "";
  if (!content.startsWith(key)) return "";
  return literalOf(content.slice(key.length, content.endsWith(",") ? -1 : undefined)) ?? "";
}

// `"a"`, `12`, and named files.
function staticValue(expression: string): string | undefined {
  return literalOf(expression) ?? expressionFile(expression);
}
