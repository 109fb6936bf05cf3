import { escapeMarkup, escapeNumerically } from "../../base/escape.ts";
import { articleLink } from "../../content/links/locate-article.ts";
import { codeEnd } from "../../content/markup/code/find-code.ts";
import { KnownLines } from "../../content/markup/code/known-lines.ts";
import { FormulaPlaces } from "../../content/markup/formulas/formula-places.ts";
import { findEndTag } from "../../content/markup/shortcodes/find-end-tag.ts";
import { isInsideMarkup } from "../../content/markup/shortcodes/inside-markup.ts";
import { isKnownTag } from "../../content/markup/shortcodes/shortcodes.ts";
import type { TemplateLanguage } from "../site-rules/old-site.ts";
import type { TemplateEngine } from "../site-rules/template-engine.ts";
import { isDestination, slashBeforeLinkTag } from "./link-start.ts";
import { RenderedParts } from "./rendered-parts.ts";
import { splitsBlock } from "./splits-block.ts";
import { type DroppedText, TemplateBlocks } from "./template-blocks.ts";
import { evaluateExpression, type TemplateValues } from "./template-expression.ts";
import { tagsInCode, templateSyntax } from "./template-syntax.ts";
import { withoutRaw } from "./without-raw.ts";

/** A text whose template tags are filled in. */
export interface FilledText {
  readonly text: string;
  /** The tags that were removed, as they are written, once each. */
  readonly removed: ReadonlySet<string>;
  /** The texts that were left out, because the condition before them is unknown. */
  readonly dropped: readonly DroppedText[];
}

/** The inputs of filling in tags. */
export interface FillOptions {
  readonly values: TemplateValues;
  /** True if the names that `values` lacks are nil. A name with the value undefined is unknown. */
  readonly isComplete?: boolean;
  /** The origin of the old site; a link that begins with it starts at the root of the new one. */
  readonly origin: string | undefined;
  /** Finds the file that a tag such as `{% link about.md %}` names, and returns its path below the articles folder. */
  readonly locate?: ((reference: string) => string | undefined) | undefined;
  /** Renders includes, loops and filters; undefined for a generator with another engine. */
  readonly engine?: TemplateEngine | undefined;
  /** True if the generator runs tags in code, too. */
  readonly runsInCode: boolean;
  /** True for a text in HTML, which has no code in backticks or indented lines. */
  readonly isHtml?: boolean;
  readonly language?: TemplateLanguage;
}

/** The tags whose content is text (`raw`), is ignored (`comment`) or is code. The compiler knows them. */
const verbatim = new Set(["raw", "verbatim", "comment", "highlight", "codeblock", "code"]);

/**
 * Fills in the template tags of an article: known values are inserted, the branches of conditions that the old site hid are left out, and
 * other tags are removed. The compiler's own tags stay, and so does the Markdown around.
 */
export function fillTags(body: string, options: FillOptions): FilledText {
  return new TagFiller(body, options).fill();
}

/** The replacement of a part of a text. */
interface Step {
  /** The end of the part. */
  readonly end: number;
  readonly text: string;
  /** True if the origin or the base of a link was left out: a tag at the end still begins the link. */
  readonly isLinkStart?: boolean;
}

/** Fills in the tags of one text, from its start to its end. */
class TagFiller {
  readonly #body: string;
  readonly #options: FillOptions;
  readonly #language: TemplateLanguage;
  readonly #scope: Record<string, unknown>;
  readonly #ownAddresses: ReadonlySet<string | undefined>;
  readonly #lines: KnownLines;
  readonly #formulas: FormulaPlaces;
  readonly #removed = new Set<string>();
  readonly #unclosed = new Set<string>();
  /** The names of the tags that stay, whose end tags stay, too. */
  readonly #kept = new Set<string>();
  readonly #blocks: TemplateBlocks;
  readonly #parts: RenderedParts;
  /** The end of code in which a block begins or ends that began or ends elsewhere. */
  #splitCodeEnd = 0;

  constructor(body: string, options: FillOptions) {
    const { isComplete = false, isHtml, language = "liquid", origin, values } = options;
    const base = evaluateExpression("site.baseurl", values) ?? "";
    this.#body = body;
    this.#parts = new RenderedParts(body, options.engine, options.origin);
    this.#options = options;
    this.#language = language;
    this.#scope = { ...values };
    this.#ownAddresses = new Set([origin, base, `${origin ?? ""}${base}`]);
    this.#lines = new KnownLines(body, isHtml ? "html" : "markdown");
    this.#formulas = new FormulaPlaces(body, isHtml ? "html" : "markdown");
    this.#blocks = new TemplateBlocks(body, { values: this.#scope, isComplete, isNunjucks: language === "nunjucks" });
  }

  fill(): FilledText {
    const pieces = templateSyntax[this.#language];
    pieces.lastIndex = 0;
    let last: Step = { end: 0, text: "" };
    for (let match = pieces.exec(this.#body); match !== null; match = pieces.exec(this.#body)) {
      const before = this.#body.slice(last.end, match.index);
      this.#blocks.append(before);
      last = this.#step(match[0], match.index, last.isLinkStart === true && before === "");
      this.#blocks.append(last.text);
      pieces.lastIndex = Math.max(last.end, match.index + 1);
    }
    this.#blocks.append(this.#body.slice(last.end));
    const text = this.#blocks.finish((name) => this.#removed.add(`{% ${name} %}`));
    return { text, removed: this.#removed, dropped: this.#blocks.dropped };
  }

  /** @param isContinued true if the start of the link was left out directly before the piece */
  #step(piece: string, offset: number, isContinued: boolean): Step {
    const end = offset + piece.length;
    if (piece.startsWith("{#")) return { end, text: "" };
    if (piece.startsWith(":::")) return this.#keepBlock(offset, end);
    if (!piece.startsWith("{")) return this.#fillCodeAt(offset, piece);
    if (this.#language === "mdx") return { end, text: this.#valueInMdx(piece, this.#body[offset - 1] === "=") ?? piece };
    const beginsLink = () => isContinued || isDestination(this.#body, offset);
    return piece.startsWith("{{") ? this.#fillOutput(piece, offset, beginsLink) : this.#fillTag(piece, offset, beginsLink);
  }

  #keepBlock(offset: number, end: number): Step {
    const closing = this.#body.indexOf("\n:::", end);
    const blockEnd = closing < 0 ? this.#body.length : closing;
    return { end: blockEnd, text: this.#body.slice(offset, blockEnd) };
  }

  #fillCodeAt(offset: number, start: string): Step {
    const end = codeEnd(this.#body, offset, start, this.#lines);
    const code = this.#body.slice(offset, end);
    if (this.#options.runsInCode && end > this.#splitCodeEnd && splitsBlock(code)) this.#splitCodeEnd = end;
    if (end <= this.#splitCodeEnd) return { end: offset + start.length, text: start };
    return { end, text: this.#codeOf(code) };
  }

  // The compiler names the expressions that it removes.
  #valueInMdx(piece: string, isAttribute: boolean): string | undefined {
    const text = evaluateExpression(piece.slice(1, -1), this.#scope);
    if (text === undefined || isAttribute) return text && `"${escapeMarkup(text)}"`;
    return escapeNumerically(text, /[&<{}]/g, 10);
  }

  #fillOutput(piece: string, offset: number, beginsLink: () => boolean): Step {
    const end = offset + piece.length;
    const value = this.#valueOf(piece);
    if (value === undefined && this.#formulas.hasOutput(offset, piece)) return { end, text: piece };
    if (value === undefined)
      return { end, text: this.#parts.output(piece, offset, this.#scope) ?? this.#remove(piece) + this.#parts.capturedIn(piece) };
    const slash = this.#ownAddresses.has(value) ? slashBeforeLinkTag(this.#body, end) : undefined;
    if (slash !== undefined) return { end: end + slash.length, text: "", isLinkStart: beginsLink() };
    if (/\{[{%]/.test(value)) return { end, text: `{% raw %}${value}{% endraw %}` };
    return beginsLink() ? this.#withoutOrigin(value, end) : { end, text: value };
  }

  // Such a link starts at the root of the new site. Elsewhere the URL is text, or a part of another one.
  #withoutOrigin(value: string, end: number): Step {
    const { origin } = this.#options;
    if (origin === undefined || !value.startsWith(origin)) return { end, text: value };
    const path = value.slice(origin.length);
    if (path !== "") return { end, text: /^\/[^/]/.test(path) ? path : value }; // `//a` would be another host
    const isFollowed = /^(?:\/|\{\{)/.test(this.#body.slice(end, end + 2));
    return isFollowed ? { end, text: "", isLinkStart: true } : { end, text: value };
  }

  #fillTag(piece: string, offset: number, beginsLink: () => boolean): Step {
    const end = offset + piece.length;
    const [, name = "", rest = ""] = /^\{%-?\s*([\w.-]*)\s*([\s\S]*?)-?%\}$/.exec(piece) ?? [];
    if (this.#formulas.hasTag(offset, piece, name) && !isKnownTag(name, rest)) return { end: offset + 2, text: "{%" };
    const part = this.#isShown ? this.#parts.partAt({ name, rest: rest.trim(), offset, end }, this.#scope) : undefined;
    if (part !== undefined) return part;
    if (this.#blocks.read({ piece, name, rest, offset }, beginsLink)) return { end, text: "", isLinkStart: this.#blocks.beginsLink };
    const block = verbatim.has(name) ? this.#fillBlock(piece, end, name) : undefined;
    if (block !== undefined) return block;
    const target = name === "link" ? this.#options.locate?.(rest.trim().replace(/^(["'])(.*)\1$/, "$2")) : undefined;
    if (target !== undefined) return { end, text: beginsLink() ? articleLink(target) : `{% link ${target} %}` };
    if (name === "assign" || name === "set") return { end, text: this.#assign(rest) ? "" : this.#remove(piece) };
    if (name === "capture") this.#scope[rest.trim()] = undefined;
    if (this.#isKept(name, rest, offset)) return { end, text: piece };
    return { end, text: isEnd(name) ? "" : this.#remove(`{% ${name} %}`) + this.#parts.capturedIn(rest) };
  }

  // Callouts, formulas and diagrams have end tags, which mean nothing alone.
  #isKept(name: string, rest: string, offset: number): boolean {
    const isKnown = isKnownTag(name, rest, () => isInsideMarkup(this.#body, offset));
    if (isKnown) this.#kept.add(name);
    return isKnown || (name.startsWith("end") && this.#kept.has(name.slice("end".length)));
  }

  // Undefined if the tag is not closed.
  #fillBlock(piece: string, end: number, name: string): Step | undefined {
    const closing = findEndTag(this.#body, end, name, new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, "g"), this.#unclosed);
    if (closing === undefined) return undefined;
    const content = this.#body.slice(end, closing.start);
    const isCode = /^(?:highlight|codeblock|code)$/.test(name);
    return {
      end: closing.end,
      text: piece + (isCode ? this.#codeOf(content) : content) + this.#body.slice(closing.start, closing.end),
    };
  }

  // In code, an unknown tag is probably text that the author forgot to mark as such.
  #codeOf(code: string): string {
    if (!this.#options.runsInCode) return code;
    return withoutRaw(code)
      .replace(tagsInCode, (piece) => {
        if (piece.startsWith("{#") && this.#language === "nunjucks") return "";
        return (piece.startsWith("{{") ? this.#valueOf(piece) : undefined) ?? this.#parts.inCode(piece, this.#scope) ?? piece;
      })
      .replaceAll("\0", "{");
  }

  #valueOf(output: string): string | undefined {
    return evaluateExpression(output.slice(2, -2).replace(/^-|-$/g, ""), this.#scope);
  }

  #assign(statement: string): boolean {
    const [, name = "", expression = ""] = /^(\w+)\s*=\s*([\s\S]+)$/.exec(statement.trim()) ?? [];
    if (name === "" || this.#blocks.visibility === "hidden") return name !== "";
    this.#scope[name] = this.#blocks.isUncertain
      ? undefined
      : (this.#parts.value(expression, this.#scope) ?? evaluateExpression(expression, this.#scope));
    return this.#scope[name] !== undefined;
  }

  get #isShown(): boolean {
    return this.#blocks.visibility === "shown";
  }

  #remove(piece: string): string {
    if (this.#isShown) this.#removed.add(piece.replace(/\s+/g, " "));
    return "";
  }
}

function isEnd(name: string): boolean {
  return /^(?:end.*|else|elsif|elif|when|break|continue)$/.test(name);
}
