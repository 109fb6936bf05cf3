import { codeEnd, codeStart } from "../../content/markup/code/find-code.ts";
import { KnownLines } from "../../content/markup/code/known-lines.ts";

/** A link or a picture in a text. */
export interface Destination {
  /** The destination as it is written, without angle brackets or quotation marks. */
  readonly written: string;
  /** False if it is the value of an attribute of HTML or of a tag, or a module. */
  readonly isMarkdown: boolean;
  /** True if readers can follow it: not the address of a script or a module. */
  readonly isLink: boolean;
}

// The lengths are bounded: otherwise a text with many start marks would take quadratic time.
const inline = "\\]\\([ \\t]{0,9}(?:<([^<>\\n]{1,1000})>|((?:[^\\s<>()]|\\([^\\s<>()]{0,200}\\)){1,1000}))";
const definition = "^ {0,3}\\[(?!\\^)[^\\]\\n]{1,300}\\]:[ \\t]{1,9}(?:<([^<>\\n]{1,1000})>|([^\\s<>]{1,1000}))";
const attribute = "(?<=[\\w-])=(?:\"([^\"\\n]{1,1000})\"|'([^'\\n]{1,1000})')";
const imported = "\\b(?:from[ \\t]{1,9}|(?:require|import|new URL|useBaseUrl|withBase)\\()(?:\"([^\"\\n]{1,1000})\"|'([^'\\n]{1,1000})')";
// The end of the name before a value: of an attribute, or of a function of Docusaurus and VuePress.
const linkName = /\b(?:(?:href|to|url|link|file)=|(?:useBaseUrl|withBase)\()$/;
// `{% image "./src/moon.png", "The moon" %}`
const tag = "\\{%-?[ \\t]{0,9}[\\w-]{1,60}[ \\t(]([^%]{1,1000})%\\}";
const tagIndex = 8; // of its group
const quoted = /(?:"([^"\n]{1,1000})"|'([^'\n]{1,1000})')/g;
const pieces = new RegExp(`${codeStart}|${inline}|${definition}|${attribute}|${imported}|${tag}`, "gm");

type Replace = (destination: Destination) => string | undefined;

/**
 * Replaces destinations of links and pictures in Markdown, HTML and MDX: of `[a](b.md)`, `[a]: b.md`, `src="b.png"`,
 * `import b from "b.png"` and `{% image "b.png" %}`. Code is copied unchanged.
 * @param replace returns the new destination; undefined to keep the old one
 * @param isHtml true for a text in HTML, which has no code in backticks or indented lines
 */
export function replaceDestinations(body: string, replace: Replace, isHtml = false): string {
  const lines = new KnownLines(body, isHtml ? "html" : "markdown");
  let [text, done] = ["", 0];
  pieces.lastIndex = 0;
  for (let match = pieces.exec(body); match !== null; match = pieces.exec(body)) {
    const [piece, ...groups] = match;
    const index = groups.findIndex((group) => group !== undefined);
    const written = groups[index];
    if (written === undefined) {
      pieces.lastIndex = Math.max(codeEnd(body, match.index, piece, lines), match.index + 1);
      continue;
    }
    const start = match.index + piece.lastIndexOf(written);
    const isMarkdown = index < 4;
    const isLink = isMarkdown || isNamedLink(body, start);
    const replacement = index === tagIndex ? replaceInTag(written, replace) : replace({ written, isMarkdown, isLink });
    if (replacement === undefined) continue;
    text += body.slice(done, start) + replacement;
    done = start + written.length;
  }
  return text + body.slice(done);
}

// The texts of a tag in quotation marks: the values of names, and the names of files.
function replaceInTag(text: string, replace: Replace): string {
  return text.replace(quoted, (whole: string, double: string | undefined, single: string | undefined, at: number) => {
    const written = double ?? single ?? "";
    const isPath = text[at - 1] === "=" || /\.\w{1,5}(?:[?#]|$)/.test(written);
    const replacement = isPath ? replace({ written, isMarkdown: false, isLink: isNamedLink(text, at + 1) }) : undefined;
    return replacement === undefined ? whole : whole[0] + replacement + whole[0];
  });
}

// @param start that of a value, after its quotation mark
function isNamedLink(text: string, start: number): boolean {
  return linkName.test(text.slice(Math.max(0, start - 12), start - 1));
}
