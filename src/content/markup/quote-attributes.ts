import { mapProse } from "./dialects/lines/markdown-lines.ts";

const tagStart = /^<[a-z][a-z0-9-]{0,40}\s/i;
// A tag that shows its quotation marks is in words of the author: in the title of a link, or the alternative text of a picture.
const titleStart = /^\][(:][ \t]*(?:<[^<>\n]*>|[^\s<>()]+)\s+["']/;
const alternative = /^!\[[^[\]]*\][([]/;
const starts = /<[a-z]|\][(:]|!\[/gi;

const value = /"[^"]*"|'[^']*'|(\s[a-z][\w:-]{0,100}=)([^\s"'`<>=][^\s"'`<>]*)/gi;

/**
 * Quotes the values of attributes in the HTML of a Markdown text: `<img src=https://e.com/a.png>`. HTML allows them without quotation
 * marks, but the native parser takes a tag with a slash in such a value for text, and CommonMark (§6.6) one with an equals sign.
 */
export function quoteAttributes(text: string): string {
  if (!/=[^\s"'`<>]*[/=]/.test(text)) return text;
  return quoteTags(text, codeOf(text));
}

interface Range {
  readonly start: number;
  readonly end: number;
}

// Returns the places of code in Markdown. <code> may contain a picture, and a srcdoc a <style>.
function codeOf(text: string): Range[] {
  const found: Range[] = [];
  mapProse(
    text,
    () => "",
    (code, start) => {
      if (!code.startsWith("<")) found.push({ start, end: start + code.length });
      return "";
    },
  );
  return found;
}

function quoteTags(html: string, code: readonly Range[]): string {
  let [written, done, next] = ["", 0, 0];
  starts.lastIndex = 0;
  for (let place = starts.exec(html); place !== null; place = starts.exec(html)) {
    const { index } = place;
    while ((code[next]?.end ?? Number.POSITIVE_INFINITY) <= index) next++;
    const around = code[next];
    if (around !== undefined && around.start <= index) {
      starts.lastIndex = around.end;
      continue;
    }
    const end = html[index] === "<" ? endOfTag(html, index) : endOfWords(html, index);
    if (end === undefined) continue;
    if (html[index] === "<") {
      written += html.slice(done, index) + quoteIn(html.slice(index, end));
      done = end;
    }
    starts.lastIndex = end;
  }
  return written + html.slice(done);
}

// A quoted value may contain any signs, but no tag contains a blank line.
function endOfTag(html: string, start: number): number | undefined {
  if (!tagStart.test(html.slice(start, start + 50))) return undefined;
  const signs = /["'<>]/g;
  signs.lastIndex = start + 1;
  for (let sign = signs.exec(html); sign !== null && sign.index < start + 10_000; sign = signs.exec(html)) {
    const [character] = sign;
    if (character === "<") return undefined;
    if (character === ">") return /\n[ \t]*\n/.test(html.slice(start, sign.index)) ? undefined : sign.index + 1;
    if (!/=\s*$/.test(html.slice(Math.max(start, sign.index - 10), sign.index))) continue;
    const end = html.indexOf(character, sign.index + 1);
    if (end < 0) return undefined;
    signs.lastIndex = end + 1;
  }
  return undefined;
}

function endOfWords(html: string, start: number): number | undefined {
  const text = html.slice(start, start + 500);
  const words = alternative.exec(text)?.[0];
  if (words !== undefined) return start + words.length - 2;
  const beforeTitle = titleStart.exec(text)?.[0];
  if (beforeTitle === undefined) return undefined;
  const end = html.indexOf(beforeTitle.slice(-1), start + beforeTitle.length);
  return end < 0 || end > start + 2000 ? undefined : end + 1;
}

function quoteIn(written: string): string {
  return written.replace(value, (found, name: string | undefined, text: string, offset: number) => {
    if (name === undefined || !/[/=]/.test(text)) return found;
    const isClosed = /^<img\s/i.test(written) && text.endsWith("/") && offset + found.length === written.length - 1; // <img src=a.png/>
    return isClosed ? `${name}"${text.slice(0, -1)}"/` : `${name}"${text}"`;
  });
}
