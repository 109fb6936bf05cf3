import { firstPlaceholder } from "../lines/attribute-list.ts";
import { cellMark, optionLines, optionsOf } from "../lines/directive-options.ts";
import { isBlankText } from "../lines/markdown-lines.ts";
import { type Block, type FenceContext, takeLabel } from "./fence-block.ts";

/**
 * Converts a block to code with the bare name of its language, and after it the attributes that {@link convertListings} reads: the id of
 * Pandoc's `{#id .python}`, and the caption of Quarto's `lst-cap` and of MyST's `:caption:`. Of a figure or table that a cell would make, its
 * code gets the caption and the id.
 */
export function codeBlock(block: Block, context: FenceContext): readonly string[] {
  const { argument, closing, content, marks, name, prefix, sign } = block;
  const words = /^(?:code|code-block|code-cell|code-tab|sourcecode)$/.test(name);
  const language = words ? (argument.trim().split(/\s/)[0] ?? "") : name;
  const options = sign === "" ? optionLines(content) : 0;
  const count = options > 0 && isBlankText(content[options] ?? "") ? options + 1 : options;
  const code = content.slice(count);
  const [mark, blanks] = takeLabel(
    block,
    content.slice(0, count).map(() => prefix.trimEnd()),
    context,
  ); // after the code, which would begin with blank lines
  const isOfColons = marks.startsWith(":");
  const [first, last] = isOfColons ? [marks.replaceAll(":", "`"), `${prefix}${marks.replaceAll(":", "`")}`] : [marks, closing];
  return [...mark, `${prefix}${first}${language}${attributesOf(block)}`, ...code, last, ...blanks];
}

const idInSettings = /(?:^|\s)#([\w:.-]{1,100})(?=\s|$)/;
const captionInSettings = /(?:^|[\s,])lst-cap=(?:"([^"]*)"|'([^']*)')/;
const captionOfKnitr = /(?:^|[\s,])(?:fig|tbl|lst)[.-]cap[ \t]{0,9}=[ \t]{0,9}(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')/;
const cellOption = new RegExp(`^[ \\t>]*${cellMark}[ \\t]+((?:lst|fig|tbl)[.-]cap|(?:lst-)?label):(.*)$`);

function attributesOf({ argument, content, id, name, settings, sign }: Block): string {
  const options = content.slice(0, optionLines(content)).map((line) => cellOption.exec(line) ?? []);
  const cell = new Map(options.map(([, option = "", value = ""]) => [option.replace(".", "-"), unquoted(value)]));
  const [, double, single = double] = captionInSettings.exec(settings) ?? [];
  const title = name === "code-tab" ? argument.trim().replace(/^\S+\s*/, "") : ""; // sphinx-tabs
  const ofOutput = cell.get("fig-cap") || cell.get("tbl-cap") || captionIn([settings, ...cellSettings(content)].join(", "));
  const caption = sign === "" ? title || (optionsOf(content).get("caption") ?? (cell.get("lst-cap") || ofOutput)) : single;
  const ofCell = cell.get("lst-label") ?? (ofOutput ? cell.get("label") : undefined);
  const label = sign === "" ? ofCell : (id ?? idInSettings.exec(settings)?.[1]);
  const parts = [
    ...(label === undefined || !/^[\w:.-]{1,100}$/.test(label) ? [] : [`#${label}`]),
    ...(caption ? [`lst-cap="${hidden(caption)}"`] : []),
  ];
  return parts.length === 0 ? "" : ` {${parts.join(" ")}}`;
}

// knitr: {r, fig.cap="…"}, #| fig.cap = "…".
function captionIn(settings: string): string | undefined {
  const [, double, single = double] = captionOfKnitr.exec(settings) ?? [];
  return single?.replace(/\\(.)/g, "$1");
}

function cellSettings(content: readonly string[]): string[] {
  return content.slice(0, optionLines(content)).map((line) => /^[ \t>]*#\|([^:=]*=.*)$/.exec(line)?.[1] ?? "");
}

function unquoted(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, "$2");
}

// Backticks would end the fence, and other signs may be constructs.
function hidden(caption: string): string {
  return caption.replace(/[!-/:-@[-`{-~]/g, (sign) => String.fromCharCode(firstPlaceholder + sign.charCodeAt(0)));
}
