import { escapeMarkup } from "../../../base/escape.ts";
import { markdownLines } from "../dialects/lines/markdown-lines.ts";
import { titleLabel } from "./tags/callout-tags.ts";

const start = /^([ \t>]{0,40})<!--[ \t]{0,9}tab(?:[ \t]([^<>\n]{0,300}))?-->[ \t]{0,9}$/;
const whole =
  /^([ \t>]{0,40})<!--[ \t]{0,9}tab(?:[ \t]([^<>\n]{0,300}))?-->[ \t]{0,9}(\S[^\n]{0,2000}?)[ \t]{0,9}<!--[ \t]{0,9}endtab[ \t]{0,9}-->[ \t]{0,9}$/;
const end = /^([ \t>]{0,40})<!--[ \t]{0,9}endtab[ \t]{0,9}-->[ \t]{0,9}$/;

/**
 * Converts tabs in comments to containers: `<!-- tab Title@icon -->` until `<!-- endtab -->` in `{% tabs %}`, of Hexo's themes (NexT,
 * Butterfly, Volantis), and `<!-- tab id:a 'title:Some words' -->` of Icarus. A tab without a title or an end stays as it is. The number of lines stays the same.
 */
export function convertTabComments(text: string): string {
  if (!/\{%-?[ \t]{0,9}tabs\b/.test(text) || !text.includes("endtab")) return text;
  const lines = text.split("\n");
  const withoutMarks = lines.map((line) => (start.test(line) || end.test(line) || whole.test(line) ? line.replace(/<!--.*/, "x") : line));
  let open: { readonly line: number; readonly first: string } | undefined;
  for (const [index, { isVerbatim }] of markdownLines(withoutMarks.join("\n"), false).entries()) {
    const line = lines[index] ?? "";
    if (isVerbatim || line === withoutMarks[index]) continue;
    const [isWhole, before = "", given = "", content = ""] = whole.exec(line) ?? [];
    if (isWhole !== undefined) {
      lines[index] = before + wholeTab(titleIn(given), content);
      open = undefined;
      continue;
    }
    const [isStart, prefix = "", words = ""] = start.exec(line) ?? [];
    if (isStart === undefined && open !== undefined) {
      lines[open.line] = open.first;
      lines[index] = `${end.exec(line)?.[1] ?? ""}:::`;
    }
    const title = titleIn(words);
    open = title === "" ? undefined : { line: index, first: `${prefix}:::tab${titleLabel(title)}` };
  }
  return lines.join("\n");
}

// NexT: Some words@icon. Icarus: id:a active 'icon:fas fa-a' 'title:Some words'.
function titleIn(words: string): string {
  const [, single, double = single, word = double] = /(?:^|\s)(?:'title:([^']*)'|"title:([^"]*)"|title:(\S+))/.exec(words) ?? [];
  const isOfIcarus = /^(?:id|icon|title):\S|^["'](?:id|icon|title):/.test(words.trim());
  return (word ?? (isOfIcarus ? "" : words.replace(/@[^@]*$/, ""))).trim();
}

// A container needs lines of its own.
function wholeTab(title: string, content: string): string {
  const head = title === "" ? "" : `<p><strong>${escapeMarkup(title)}</strong></p>`;
  return `<blockquote>${head}<div markdown="1">${content}</div></blockquote>`;
}
