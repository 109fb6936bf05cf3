import { mapProse } from "./dialects/lines/markdown-lines.ts";

const tag = /<[a-z][a-z0-9-]{0,40}\s[^<>]{1,10000}>/gi;
const value = /"[^"]*"|'[^']*'|(\s[a-z][\w:-]{0,100}=)([^\s"'`<>=][^\s"'`<>]*)/gi;

/**
 * Quotes the values of attributes in the HTML of a Markdown text: `<img src=https://e.com/a.png>`. HTML allows them without quotation
 * marks, but the native parser takes a tag with a slash in such a value for text, and CommonMark (§6.6) one with an equals sign.
 */
export function quoteAttributes(text: string): string {
  if (!/=[^\s"'`<>]*[/=]/.test(text)) return text;
  return mapProse(text, quoteTags, (code) => (code.startsWith("<") ? quoteTags(code) : code)); // <code> may contain a picture
}

function quoteTags(html: string): string {
  return html.replace(tag, quoteIn);
}

function quoteIn(written: string): string {
  return written.replace(value, (found, name: string | undefined, text: string, offset: number) => {
    if (name === undefined || !/[/=]/.test(text)) return found;
    const isClosed = /^<img\s/i.test(written) && text.endsWith("/") && offset + found.length === written.length - 1; // <img src=a.png/>
    return isClosed ? `${name}"${text.slice(0, -1)}"/` : `${name}"${text}"`;
  });
}
