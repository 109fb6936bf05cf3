import { escapeMarkup, escapeNumerically } from "../../base/escape.ts";
import { articleLink } from "../../content/links/locate-article.ts";
import { codeEnd, codeStart } from "../../content/markup/code/find-code.ts";
import { KnownLines } from "../../content/markup/code/known-lines.ts";
import { findEndTag } from "../../content/markup/shortcodes/find-end-tag.ts";
import { isKnownTag } from "../../content/markup/shortcodes/shortcodes.ts";
import type { TemplateLanguage } from "../site-rules/old-site.ts";
import { evaluateExpression, type TemplateValues } from "./template-expression.ts";

/** A text whose template tags are filled in. */
export interface FilledText {
  readonly text: string;
  /** The tags that were removed, as they are written, once each. */
  readonly removed: ReadonlySet<string>;
}

/** The inputs of filling in tags. */
export interface FillOptions {
  readonly values: TemplateValues;
  /** The origin of the old site; a link that begins with it starts at the root of the new one. */
  readonly origin: string | undefined;
  /** Finds the file that a tag such as `{% link about.md %}` names, and returns its path below the articles folder. */
  readonly locate?: ((reference: string) => string | undefined) | undefined;
  /** True if the generator runs tags in code, too. */
  readonly runsInCode: boolean;
  /** True for a text in HTML, which has no code in backticks or indented lines. */
  readonly isHtml?: boolean;
  readonly language?: TemplateLanguage;
}

// The lengths are bounded: otherwise a text with many start marks would take quadratic time.
const tag = "\\{%(?:[^%]|%(?!\\})){0,2000}%\\}";
const output = "\\{\\{(?![<%])(?:[^{}\\n]|\\{(?!\\{)|\\}(?!\\})){0,500}\\}\\}";
const comment = "\\{#(?:[^#]|#(?!\\})){0,2000}#\\}";
const value = "(?<!\\$)\\{[ \\t]{0,9}(?:props\\.)?front[mM]atter[.[][^{}\\n]{1,200}\\}";
const verbatimBlock = "^:{3,9}[ \\t]{0,9}v-pre\\b";
const syntax = {
  liquid: new RegExp(`${codeStart}|${tag}|${output}`, "gm"),
  nunjucks: new RegExp(`${codeStart}|${tag}|${output}|${comment}`, "gm"),
  vue: new RegExp(`${codeStart}|${output}|${verbatimBlock}`, "gm"),
  mdx: new RegExp(`${codeStart}|${value}`, "gm"),
} satisfies Record<TemplateLanguage, RegExp>;
const inCode = new RegExp(`${tag}|${output}|${comment}`, "g");

// Liquid's values before such a tag are those of its own address. The compiler's links begin at the articles folder.
const linkTag = /(\/?)(?=(?:\{\{[^{}\n]{1,100}\}\}\/?)?\{%-?[ \t]{0,9}(?:post_url|link|asset_path|post_path)\b)/y;

// The start of a link or of an attribute. The lengths are bounded, as above.
const destinationStart = /(?<=\]\([ \t]{0,9}<?|=["']|^ {0,3}\[(?!\^)[^\]\n]{1,300}\]:[ \t]{1,9}<?)/my;

/** The tags whose content is text (`raw`), is ignored (`comment`) or is code. The compiler knows them. */
const verbatim = new Set(["raw", "verbatim", "comment", "highlight", "codeblock", "code"]);

/**
 * Fills in the template tags of an article: known values are inserted, and other tags are removed. The compiler's own
 * tags stay, and so does the Markdown around.
 */
export function fillTags(body: string, { isHtml, language = "liquid", locate, origin, runsInCode, values }: FillOptions): FilledText {
  const removed = new Set<string>();
  const unclosed = new Set<string>();
  const scope: Record<string, unknown> = { ...values };
  const base = evaluateExpression("site.baseurl", values) ?? "";
  const ownAddresses = new Set([origin, base, `${origin ?? ""}${base}`]);
  const pieces = syntax[language];
  pieces.lastIndex = 0;
  const lines = new KnownLines(body, isHtml);
  let [text, done] = ["", 0];
  let omitted = -1; // the end of an origin or a base that was left out: the next tag still begins its link
  for (let match = pieces.exec(body); match !== null; match = pieces.exec(body)) {
    const [piece] = match;
    const { end, replacement } = stepAt(piece, match.index);
    text += body.slice(done, match.index) + replacement;
    done = end;
    pieces.lastIndex = Math.max(end, match.index + 1);
  }
  return { text: text + body.slice(done), removed };

  function stepAt(piece: string, offset: number): { readonly end: number; readonly replacement: string } {
    const end = offset + piece.length;
    if (piece.startsWith("{#")) return { end, replacement: "" };
    if (piece.startsWith(":::")) {
      const closing = body.indexOf("\n:::", end);
      return { end: closing < 0 ? body.length : closing, replacement: body.slice(offset, closing < 0 ? body.length : closing) };
    }
    if (!piece.startsWith("{")) {
      const codeEnds = codeEnd(body, offset, piece, lines);
      const code = body.slice(offset, codeEnds);
      return { end: codeEnds, replacement: runsInCode ? fillCode(code) : code };
    }
    if (language === "mdx") return { end, replacement: valueInMdx(piece, body[offset - 1] === "=") ?? piece };
    if (piece.startsWith("{{")) return fillOutput(piece, offset, end);
    const [, name = "", rest = ""] = /^\{%-?\s*([\w.-]*)\s*([\s\S]*?)-?%\}$/.exec(piece) ?? [];
    const closing = verbatim.has(name)
      ? findEndTag(body, end, name, new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, "g"), unclosed)
      : undefined;
    if (closing !== undefined)
      return {
        end: closing.end,
        replacement: piece + insideOf(name, body.slice(end, closing.start)) + body.slice(closing.start, closing.end),
      };
    const target = name === "link" ? locate?.(rest.trim().replace(/^(["'])(.*)\1$/, "$2")) : undefined;
    if (target !== undefined) return { end, replacement: beginsLink(offset) ? articleLink(target) : `{% link ${target} %}` };
    if (name === "assign" || name === "set") return { end, replacement: assign(rest) ? "" : remove(piece) };
    return { end, replacement: isKnownTag(name, rest) ? piece : isEnd(name) ? "" : remove(`{% ${name} %}`) };
  }

  function fillOutput(piece: string, offset: number, end: number): { readonly end: number; readonly replacement: string } {
    const value = outputOf(piece);
    linkTag.lastIndex = end;
    const slash = value !== undefined && ownAddresses.has(value) ? linkTag.exec(body)?.[1] : undefined;
    if (slash !== undefined) {
      if (beginsLink(offset)) omitted = end + slash.length;
      return { end: end + slash.length, replacement: "" };
    }
    if (value === undefined) return { end, replacement: remove(piece) };
    return { end, replacement: beginsLink(offset) ? withoutOrigin(value, end) : value };
  }

  // The compiler names the expressions that it removes.
  function valueInMdx(piece: string, isAttribute: boolean): string | undefined {
    const text = evaluateExpression(piece.slice(1, -1), scope);
    if (text === undefined || isAttribute) return text && `"${escapeMarkup(text)}"`;
    return escapeNumerically(text, /[&<{}]/g, 10);
  }

  function beginsLink(offset: number): boolean {
    destinationStart.lastIndex = offset;
    return offset === omitted || destinationStart.test(body);
  }

  // Such a link starts at the root of the new site. Elsewhere the URL is text, or a part of another one.
  function withoutOrigin(value: string, end: number): string {
    if (origin === undefined || !value.startsWith(origin)) return value;
    const path = value.slice(origin.length);
    if (path === "" && !/^(?:\/|\{\{)/.test(body.slice(end, end + 2))) return value;
    if (path === "") omitted = end;
    return path === "" || /^\/[^/]/.test(path) ? path : value; // `//a` would be another host
  }

  function insideOf(name: string, content: string): string {
    return /^(?:highlight|codeblock|code)$/.test(name) && runsInCode ? fillCode(content) : content;
  }

  // In code, an unknown tag is probably text that the author forgot to mark as such.
  function fillCode(code: string): string {
    return withoutRaw(code)
      .replace(inCode, (piece) => {
        if (piece.startsWith("{#") && language === "nunjucks") return "";
        return (piece.startsWith("{{") ? outputOf(piece) : undefined) ?? piece;
      })
      .replaceAll("\0", "{");
  }

  function outputOf(piece: string): string | undefined {
    return evaluateExpression(piece.slice(2, -2).replace(/^-|-$/g, ""), scope);
  }

  function assign(statement: string): boolean {
    const [, name = "", expression = ""] = /^(\w+)\s*=\s*([\s\S]+)$/.exec(statement.trim()) ?? [];
    const value = name === "" ? undefined : evaluateExpression(expression, scope);
    if (value === undefined) return false;
    scope[name] = value;
    return true;
  }

  function remove(piece: string): string {
    removed.add(piece.replace(/\s+/g, " "));
    return "";
  }
}

// Removes the tags of raw text, and replaces the braces in it with a character that no text has.
function withoutRaw(code: string): string {
  let isRaw = false;
  return code
    .split(/(\{%-?[ \t]{0,9}(?:end)?raw[ \t]{0,9}-?%\})/)
    .map((part, index) => {
      if (index % 2 === 0) return isRaw ? part.replaceAll("{", "\0") : part;
      isRaw = !part.includes("endraw");
      return "";
    })
    .join("");
}

function isEnd(name: string): boolean {
  return /^(?:end.*|else|elsif|elif|when|break|continue)$/.test(name);
}
