import { codeEnd, codeStart } from "../../../content/markup/code/find-code.ts";
import { KnownLines } from "../../../content/markup/code/known-lines.ts";

const title = "^([ \\t]{0,40})<!--[ \\t]{0,9}tab(?:[ \\t]([^<>\\n]{1,300}))?-->[ \\t]{0,9}$";
const pieces = new RegExp(`${title}|${codeStart}`, "gm");

/**
 * Writes the titles of tabs as bold lines. Themes of Hexo (NexT, Butterfly) read them in comments, `<!-- tab Title@icon -->`, and the text
 * of each tab stays without them.
 */
export function withTabTitles(body: string): string {
  if (!/\{%-?[ \t]{0,9}tabs\b/.test(body)) return body;
  const lines = new KnownLines(body);
  let [text, done] = ["", 0];
  pieces.lastIndex = 0;
  for (let match = pieces.exec(body); match !== null; match = pieces.exec(body)) {
    const { 0: piece, 1: indentation, 2: written = "", index } = match;
    if (indentation === undefined) pieces.lastIndex = Math.max(codeEnd(body, index, piece, lines), index + 1);
    const words = written.replace(/@[^@]*$/, "").trim();
    if (words === "") continue;
    text += `${body.slice(done, index)}\n${indentation}**${words.replace(/[*_`[\]\\]/g, "\\$&")}**\n`;
    done = index + piece.length;
  }
  return text + body.slice(done);
}
