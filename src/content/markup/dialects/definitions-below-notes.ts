import { isBlank, markdownLines } from "./lines/markdown-lines.ts";

const note = /^ {0,3}\[\^[^[\]\s]{1,100}\]:/;
const definition =
  /^ {0,3}\[(?!\^)([^[\]]{1,100})\]:[ \t]{1,20}(<[^<>]{1,2000}>|[^\s<]\S{0,2000})(?:[ \t]{1,20}(?:"[^"]{0,500}"|'[^']{0,500}'|\([^()]{0,500}\)))?[ \t]{0,20}$/;
const title = /^[ \t]{0,20}(?:"[^"]{1,500}"|'[^']{1,500}'|\([^()]{1,500}\))[ \t]{0,20}$/;
const address = /^<?(?:[a-z][a-z\d+.-]{1,20}:\S|[/#]|\.{1,2}\/)/i;
const startOfBlock = /^ {0,3}(?:#{1,6}[ \t]|>|`{3}|~{3}|[*+-][ \t]|\*\[|-{3}|<[!/a-z]|\{[:%{])/i;
const reference = /\[(?!\^)([^[\]]{1,100})\](?!:)/g;

/**
 * Moves the definitions of links directly below a footnote, as kramdown reads them, to the end of the text: CommonMark takes them for
 * words of the footnote. The number of lines before them stays the same.
 */
export function moveDefinitionsBelowNotes(text: string): string {
  if (!mayHave(text)) return text;
  const found = definitionsIn(text);
  if (found.length === 0) return text;
  const lines = text.split("\n");
  const moved = found.map((index) => (lines[index] as string).trim());
  for (const index of found) lines[index] = "";
  const rewritten = `${lines.join("\n")}\n\n${moved.join("\n")}\n`;
  const last = markdownLines(rewritten, false).at(-2);
  return last?.isVerbatim === false ? rewritten : text; // unclosed code extends to the end of the text
}

function mayHave(text: string): boolean {
  if (!text.includes("[^")) return false;
  const lines = text.split("\n");
  return lines.some((line) => note.test(line)) && lines.some((line, index) => definition.test(line) && lines[index - 1]?.trim() !== "");
}

// The numbers of the lines with definitions and their titles. Words after them make them a part of the footnote's paragraph.
function definitionsIn(text: string): number[] {
  const lines = markdownLines(text, false);
  const found: number[] = [];
  let run: number[] = [];
  let [isInNote, wasBlank] = [false, true];
  const used = labelsIn(text);
  for (const [index, line] of lines.entries()) {
    const isEnd = isBlank(line) || note.test(line.text);
    const [, label = "", target = ""] = isInNote && !isEnd && !line.isVerbatim ? (definition.exec(line.text) ?? []) : [];
    if (label !== "" && (address.test(target) || used.has(normalized(label)))) run.push(index);
    else if (run.at(-1) === index - 1 && title.test(line.text) && !definition.test(line.text)) run.push(index);
    else {
      if (isEnd || startOfBlock.test(line.text)) found.push(...run);
      run = [];
    }
    if (note.test(line.text) && !line.isVerbatim) isInNote = true;
    else if (!isBlank(line) && wasBlank && !/^(?: {4}|\t)/.test(line.text)) isInNote = false;
    wasBlank = isBlank(line);
  }
  return [...found, ...run];
}

function labelsIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(reference)].map(([, label = ""]) => normalized(label)));
}

function normalized(label: string): string {
  return label.trim().replace(/\s+/g, " ").toLowerCase();
}
