import { quotesIn } from "../../code/quotes-in.ts";
import { parseAttributeList } from "./attribute-list.ts";
import { isCalloutKind, statementKind } from "./callout-kinds.ts";
import { isHiddenOnWeb } from "./hidden-content.ts";
import type { MarkdownLine } from "./markdown-lines.ts";

/** A container: `:::tip[Title]` or `::: info Title` (Docusaurus, VitePress, Starlight, MyST, Pandoc, Quarto) until `:::`. */
export interface Container {
  /** The markers of quotations, and the spaces before the colons. */
  readonly prefix: string;
  /** `quotation` for one without a title. Undefined for a container without a meaning of its own: only its markers vanish. */
  readonly kind: string | undefined;
  readonly title: string;
  /** True for Quarto, where a heading at the start of a callout is its title. */
  readonly isQuarto: boolean;
  /** True for MyST, `:::{note}`, whose first lines may be options. */
  readonly isDirective: boolean;
  /** The id in its attributes: `::: tip Title {#id .class}`. */
  readonly id: string | undefined;
  /** The attributes that hide it on web pages: `.content-hidden`. */
  readonly hidden: string | undefined;
  /** True if its opening line cannot be text, even if nothing closes it. */
  readonly isCertain: boolean;
  /** The index of the line after its content. */
  readonly end: number;
  readonly isClosed: boolean;
}

// The tabs of VuePress may have an id, ::: code-tabs#shell, and its playgrounds a kind, ::: playground#vue.
const opener =
  /^((?:[ \t]*>)*[ \t]*)(:{3,})[ \t]*(?:\{((?:[^{}"]|"[^"]*")*|[^{}]*)\}|((?:code-)?tabs(?=#)|[A-Za-z][\w-]*)(?:(?<=tabs|playground|sandpack)#[\w-]{1,60})?)/;
const closer = /^((?:[ \t]*>)*[ \t]*)(:{3,})[ \t]*$/;

// Zenn's and Qiita's boxes, whose second word is their kind.
const boxes = new Map([
  ["message alert", "warning"],
  ["note info", "info"],
  ["note warn", "warning"],
  ["note alert", "danger"],
]);

const maxOpen = 16; // more containers in each other are text: each level copies its lines

interface Open extends Omit<Container, "end" | "isClosed"> {
  /** True for the name of a statement of mathematics, such as `theorem`. */
  readonly isStatement: boolean;
  readonly start: number;
  readonly colons: number;
  /** True for a div of Pandoc or Quarto: `::: {.class}`, or a class of Quarto such as `::: columns`. */
  readonly isDiv: boolean;
  readonly quotes: number;
  /** The least indentation of its lines: that of its list item. */
  readonly indentation: number;
}

/** Finds the containers in lines, by the index of their first line. */
export function findContainers(lines: readonly MarkdownLine[]): Map<number, Container> {
  const found = new Map<number, Found>();
  const open: Open[] = [];
  const close = (index: number, from: number, isClosed: boolean) => {
    for (const [place, { start, ...rest }] of open.splice(from).entries())
      found.set(start, { ...rest, end: index, isClosed: isClosed && place === 0 });
  };
  let openInHtml = 0;
  for (const [index, line] of lines.entries()) {
    const left = open.findIndex((one) => isOutside(line.text, one));
    if (left >= 0) close(index, left, false);
    if (!line.isHtml) openInHtml = 0;
    if ((line.isVerbatim && !line.isHtml) || !line.text.includes(":::")) continue;
    const [, , ending] = closer.exec(line.text) ?? [];
    const opened = ending === undefined ? openedBy(line, index) : undefined;
    if (line.isHtml && (opened !== undefined || openInHtml > 0)) {
      openInHtml += opened === undefined ? -1 : 1; // in a block of HTML, only the end of a container around it counts
      continue;
    }
    if (opened !== undefined && open.length < maxOpen) open.push(opened);
    if (ending !== undefined) {
      const from = closedBy(ending, open);
      if (from >= 0) close(index, from, true);
    }
  }
  close(lines.length, 0, false);
  const uncertain = [...found].filter(([, { isCertain, isClosed }]) => !isClosed && !isCertain).toSorted(([a], [b]) => b - a);
  for (const [start, one] of uncertain) {
    const end = endOfInner(start, one, found);
    if (end !== undefined) found.set(start, { ...one, end });
    else if (!one.isStatement) found.delete(start);
  }
  return found;
}

type Found = Omit<Open, "start"> & Pick<Container, "end" | "isClosed">;

// VuePress: the same colons end the container in another one and that, too, which shows that its opening line is no text.
function endOfInner(start: number, { colons, end }: Found, found: ReadonlyMap<number, Found>): number | undefined {
  let last = 0;
  for (let index = start + 1; index < end; index++) {
    const inner = found.get(index);
    if (inner === undefined) continue;
    last = Math.max(last, inner.isClosed ? inner.end + 1 : inner.end);
    if (inner.isClosed && inner.colons === colons) return last === inner.end + 1 ? last : undefined;
  }
  return undefined;
}

// Pandoc: any line of three or more colons ends the innermost div. Others: the colons of the container, or more.
function closedBy({ length }: string, open: readonly Open[]): number {
  if (open.at(-1)?.isDiv) return open.length - 1;
  const same = open.findLastIndex(({ colons }) => colons === length);
  return same >= 0 ? same : open.findLastIndex(({ colons }) => colons <= length);
}

// A quotation or a list item ends, and with it what is in it.
function isOutside(line: string, { quotes, indentation }: Open): boolean {
  if (quotes === 0 && indentation === 0) return false;
  const [start = ""] = /^(?:[ \t]*>)*[ \t]*/.exec(line) ?? [];
  if (quotesIn(start) < quotes) return true;
  return start.length < line.length && quotes === 0 && start.length < indentation;
}

function openedBy({ isContinued, text }: MarkdownLine, start: number): Open | undefined {
  const [found = "", prefix = "", colons = "", attributes, word] = opener.exec(text) ?? [];
  if (colons === "") return undefined;
  const box = word === undefined ? undefined : boxes.get(`${word} ${text.slice(found.length).trim()}`);
  const name =
    box ?? word?.replace(/^callout-/, "") ?? /^[ \t]*(?:#\S+[ \t]+)?\.?(?:callout-)?([A-Za-z][\w-]*)/.exec(attributes ?? "")?.[1] ?? "";
  const written = box === undefined ? text.slice(found.length) : "";
  const after = word === undefined ? written : (titleOfPairs(written) ?? written);
  const isNamed = isCalloutKind(name) || demos.test(name) || after !== written;
  const isPhrase = word !== undefined && !isNamed && /^[ \t]+[^\s{[:]/.test(after); // not a name before a title
  const rest = titleIn(isPhrase ? `${word}${after}` : after);
  const isDirective = /^[A-Za-z]/.test(attributes ?? "");
  const statement = isDirective || attributes === undefined ? undefined : statementOf(attributes);
  const given =
    isDirective && !hasTitle(name)
      ? ""
      : rest.title || ((statement === undefined ? titleAttribute : nameAttribute).exec(attributes ?? "")?.[1] ?? "");
  const id = rest.id ?? parseAttributeList(attributes ?? "")?.id;
  const isQuotation = given === "" && quotations.test(name);
  const kind = isQuotation ? "quotation" : (statement ?? (isCalloutKind(name) || given !== "" ? name || "note" : undefined));
  const quotes = quotesIn(prefix);
  const indentation = isContinued && quotes === 0 ? prefix.length : 0;
  const isQuarto = statement !== undefined || /\.callout-/.test(attributes ?? "") || word?.startsWith("callout-") === true; // a bare word is a class
  const list = attributes ?? (after.trim() === "" ? `.${word}` : "");
  const hidden = isHiddenOnWeb(list) ? list : undefined;
  const isDiv = attributes === undefined ? classWord.test(word ?? "") : !isDirective;
  const isWritten =
    attributes === undefined
      ? containerNames.test(word ?? "")
      : /^[a-z][\w:-]*$/.test(attributes) || parseAttributeList(attributes) !== undefined;
  const isCertain = hidden !== undefined || isCalloutKind(kind ?? "") || (isWritten && !isPhrase);
  const isStatement = word !== undefined && statementKind(word) !== undefined;
  const all = { prefix, hidden, isStatement, isQuarto, isDirective, isDiv, isCertain, kind, id, quotes, indentation };
  return { ...all, start, colons: colons.length, title: given };
}

/** The names of containers that are no callouts. */
export const containerNames =
  /^(?:callout-.+|card|card-grid|center|code-group|code-tabs|columns?|details|div|figure|grid|message|raw|spoiler|steps|tabs?|tab-.+)$/i;

const classWord = /^(?:callout-[a-z]+|columns?|column-[a-z-]+|panel-[a-z]+|content-(?:visible|hidden)|fragment|(?:non)?incremental)$/;

// Of Sphinx and MyST. Their text is a quotation without a title.
const quotations = /^(?:epigraph|pull-quote|highlights|blockquote)$/;

// VuePress Plume and Hope: `::: card title="A" icon="b"`, `::: md-demo A`, `::: chart A`.
const demos = /^(?:(?:md|vue|html|react|normal|code|demo)-(?:demo|playground|wrapper)|chart|echarts|markmap|playground|sandpack)$/;
const pair = "([a-z][a-z-]{0,30})=(?:\"([^\"]{0,500})\"|'([^']{0,500})')";
const eachPair = new RegExp(`(?<=[ \\t])${pair}`, "g");
const pairs = new RegExp(`^((?:[ \\t]{1,20}${pair}){1,20})((?:[ \\t]{1,20}[a-z][a-z-]{0,30}){0,10})[ \\t]*$`);

const pictureNames = /^(?:logo|img|image|cover|poster)$/;
const pictureFile = /^[^\s<>]{1,500}\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

// The title among attributes without braces, with its picture and its link, as it would be written after the name.
function titleOfPairs(rest: string): string | undefined {
  const found = pairs.exec(rest);
  if (found === null) return undefined;
  const given = [...(found[1] ?? "").matchAll(eachPair)].map(([, name, double, single]) => [name, double ?? single ?? ""]);
  const { href, link = href, title = "" } = Object.fromEntries(given) as Partial<Record<string, string>>;
  const pictures = given.flatMap(([name = "", value = ""]) =>
    pictureNames.test(name) && pictureFile.test(value) ? [`![](<${value}>)`] : [],
  );
  if (title === "" && found.at(-1) !== "") return undefined;
  const words = title === "" || link === undefined || /[\s<>]/.test(link) ? title : `[${title}](<${link}>)`;
  return [...pictures, words].map((part) => ` ${part}`.trimEnd()).join("");
}

const titleAttribute = /\btitle="([^"]*)"/;
const nameAttribute = /\b(?:title|name)="([^"]*)"/;

/** Returns whether the argument of a directive is a title, and not a number of columns, a group or names for a style sheet. */
export function hasTitle(name: string): boolean {
  return !/^(?:grid|grid-item|tab-set|tab-set-code|tabs|card-carousel|div|container|compound|class|toggle|only)$/.test(name);
}

// Quarto and bookdown: `{#thm-line}`, `{.theorem #line name="Line"}`, `{.proof}`. A name that is also that of a callout is one.
const idKinds = new Map(
  "thm:theorem lem:lemma cor:corollary prp:proposition cnj:conjecture def:definition exm:example exr:exercise sol:solution rem:remark alg:algorithm"
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]),
);

function statementOf(attributes: string): string | undefined {
  const [, ofId = "", ofClass = ""] = /^[ \t]*(?:#([a-z]{3})-[^\s{}]+|\.([a-z]+))(?=[ \t]|$)/.exec(attributes) ?? [];
  return isCalloutKind(ofClass) ? undefined : statementKind(idKinds.get(ofId) ?? ofClass);
}

// Attributes may follow the title: {#id .class}, {title="x"}, {open}.
function titleIn(rest: string): { readonly title: string; readonly id: string | undefined } {
  const words = withoutColons(rest.trim()).trim();
  const start = words.endsWith("}") ? words.lastIndexOf("{") : -1;
  const inner = start < 0 ? "" : words.slice(start + 1, -1).replace(/^:/, "");
  const before = start < 0 ? words : words.slice(0, start).replace(/\\$/, "").trim(); // escaped in MDX
  const attributes = parseAttributeList(inner);
  const isList = attributes !== undefined || /^$|^\[.*\]$/.test(before) || /^\s*(?:open|[\w-]+="[^"]*")\s*$/.test(inner);
  const text = isList ? before : words;
  const title = (/^\[(.*)\]$/.exec(text)?.[1] ?? text).trim() || (titleAttribute.exec(inner)?.[1] ?? "");
  return { title, id: attributes?.id };
}

// Pandoc may close the line with colons.
function withoutColons(words: string): string {
  let end = words.length;
  while (words[end - 1] === ":") end--;
  return words.length - end >= 3 ? words.slice(0, end) : words;
}
