import { includesAny } from "../../../../base/includes-any.ts";
import type { ReportAtNode } from "../../../../model/report-at-node.ts";
import { type Admonition, admonitionAt } from "./admonitions.ts";
import { writeAttributeMark } from "./attribute-marks.ts";
import { type Container, findContainers } from "./containers.ts";
import { labelIn, linkedTitle, withFooterBelow, withoutOptions } from "./directive-options.ts";
import { groupEnd, groupStart, isGroupId } from "./group-marks.ts";
import { describeHidden } from "./hidden-content.ts";
import { isBlankText, type MarkdownLine, markdownLines } from "./markdown-lines.ts";

const container = /^[ \t>]*:::/m;
const admonition = /^[ \t>]*(?:!!!|\?\?\?|===[!+]?[ \t]+")/m;

const mayHaveContainers = (text: string) => text.includes(":::") && container.test(text);
const mayHaveAdmonitions = (text: string) => includesAny(text, "!!!", "???", "===") && admonition.test(text);

const maxLevels = 16; // of admonitions in each other: each level reads its lines again

/** The state of rewriting one article. */
interface Rewriting {
  readonly isMdx: boolean;
  readonly reportAtNode: ReportAtNode;
  readonly level: number;
  /** The number of lines before the text. */
  readonly before: number;
}

/**
 * Writes containers and admonitions as callouts of Obsidian, `> ###### [!tip] Title`, which {@link convertCallouts} reads. The number
 * of lines stays the same.
 */
export function rewriteBlocks(text: string, isMdx: boolean, reportAtNode: ReportAtNode): string {
  if (!mayHaveContainers(text) && !mayHaveAdmonitions(text)) return text;
  return rewrite(text, { isMdx, reportAtNode, level: 0, before: 0 }).join("\n");
}

function rewrite(text: string, state: Rewriting): string[] {
  const lines = markdownLines(text, state.isMdx);
  const containers = mayHaveContainers(text) ? findContainers(lines) : new Map<number, Container>();
  const hasAdmonitions = mayHaveAdmonitions(text) && state.level < maxLevels;
  return rewriteRange(lines, 0, lines.length, { ...state, containers, hasAdmonitions });
}

interface Range extends Rewriting {
  readonly containers: ReadonlyMap<number, Container>;
  readonly hasAdmonitions: boolean;
}

function rewriteRange(lines: readonly MarkdownLine[], from: number, to: number, range: Range): string[] {
  const written: string[] = [];
  for (let index = from; index < to; index++) {
    const { text } = lines[index] as MarkdownLine;
    const found = range.containers.get(index);
    const noted = found === undefined && range.hasAdmonitions ? admonitionAt(lines, index) : undefined;
    if (found?.hidden !== undefined) {
      const last = found.isClosed ? found.end : found.end - 1;
      written.push(...lines.slice(index, last + 1).map(() => found.prefix.trimEnd()));
      const hidden = lines.slice(index + 1, found.end).map((line) => line.text.replace(/^[ \t>]+/, ""));
      report(describeHidden(hidden.join(" "), found.hidden), range.before + index + 1, range.reportAtNode);
      if (!found.isClosed) report(describeUnclosed(text), range.before + index + 1, range.reportAtNode);
      index = last;
    } else if (found !== undefined) {
      const within = innerLines(lines, index, found, range);
      const inner = found.isDirective ? withFooterBelow(within) : within;
      const label = found.isDirective && !range.isMdx ? labelIn(inner) : undefined;
      const { content, title } = titled(found, inner, label?.line);
      if (label !== undefined) written.push(found.prefix + label.mark);
      written.push(...writeContainer({ ...found, title }, content, range.isMdx));
      if (!found.isClosed) report(describeUnclosed(text), range.before + index + 1, range.reportAtNode);
      index = found.isClosed ? found.end : found.end - 1;
    } else if (noted !== undefined) {
      written.push(...writeAdmonition(noted, { ...range, level: range.level + 1, before: range.before + index + 1 }));
      index += noted.lines.length;
    } else written.push(text);
  }
  return written;
}

// Quarto: a heading on the first line of a callout is its title.
function titled(found: Container, lines: readonly string[], labelLine: number | undefined): { content: readonly string[]; title: string } {
  const { isDirective, isQuarto, title } = found;
  const options = isDirective ? withoutOptions(lines, title) : lines;
  const content = labelLine === undefined ? options : options.toSpliced(labelLine, 1); // the label is before the container
  const first = isQuarto && title === "" ? content.findIndex((line) => !isBlankText(line)) : -1;
  const [, prefix = "", heading] = /^([ \t>]*)#{1,6}[ \t]+(?!\[!)(\S.*)$/.exec(content[first] ?? "") ?? [];
  if (isDirective) return { content, title: linkedTitle(title, lines) };
  return heading === undefined ? { content, title } : { content: content.with(first, prefix.trimEnd()), title: heading.trim() };
}

function describeUnclosed(text: string): string {
  return `Cannot find the end of ${JSON.stringify(text.trim())}: write a line with as many colons after its text`;
}

function report(message: string, line: number, reportAtNode: ReportAtNode): void {
  const start = { line, column: 1 };
  reportAtNode({ position: { start, end: start } }, "warning", message);
}

// In MDX, braces are JavaScript.
function writeContainer({ id, isClosed, kind, prefix, title }: Container, content: readonly string[], isMdx: boolean): string[] {
  const blank = prefix.trimEnd();
  const end = isClosed ? [blank] : [];
  if (kind === undefined && id !== undefined && isClosed && !isMdx && isGroupId(id))
    return [prefix + groupStart(id), ...content, prefix + groupEnd];
  const first = id === undefined || isMdx ? blank : prefix + writeAttributeMark({ isOfBefore: false, list: `#${id}` });
  if (kind === undefined) return [first, ...content, ...end];
  if (kind === "quotation") return [first, ...content.map((line) => quoted(line, prefix)), ...end];
  return [
    `${prefix}${marker(kind, title)}${id === undefined || isMdx ? "" : ` {#${id}}`}`,
    ...content.map((line) => quoted(line, prefix)),
    ...end,
  ];
}

// VuePress: the tabs of `::: tabs` and `::: code-tabs` begin with `@tab Title`, `@tab:active Title` or `@tab Title#id`, and the files of a
// playground with `@file App.vue`.
const tabs = /^[ \t>]*:{3,}[ \t]*(?:(?:code-)?tabs|playground|sandpack)\b/;
const tabLine = /^[ \t>]*@(?:tab(?::active)?|file)[ \t]+(\S[^\n]{0,200})$/;

function innerLines(lines: readonly MarkdownLine[], start: number, { end, prefix }: Container, range: Range): readonly string[] {
  const inner = rewriteRange(lines, start + 1, end, range);
  if (!tabs.test(lines[start]?.text ?? "")) return inner;
  let isInTab = false;
  return inner.map((line, index) => {
    const [, title] = lines[start + 1 + index]?.isVerbatim ? [] : (tabLine.exec(line) ?? []);
    if (title !== undefined) isInTab = true;
    if (title !== undefined) return prefix + marker("tab", title.trim().replace(/(?<=\S)#[\w-]{1,60}$/, ""));
    return isInTab ? quoted(line, prefix) : line;
  });
}

function writeAdmonition({ kind, lines, prefix, title }: Admonition, state: Rewriting): string[] {
  const content = lines.length === 0 ? [] : rewrite(lines.join("\n"), state);
  const first = title === "" ? `${prefix}>` : `${prefix}${marker(kind, title ?? "")}`;
  return [first, ...content.map((line) => quotedFrom(prefix, line))];
}

// A heading ends with its line, so that anything may follow it. A number sign at its end would be a closing sequence.
function marker(kind: string, title: string): string {
  return `> ###### [!${kind}] ${title.replace(/#$/, "\\#")}`.trimEnd();
}

// Inserts the marker of a quotation after the prefix of the container.
function quoted(line: string, prefix: string): string {
  const [start = ""] = (prefix.includes(">") ? /^(?:[ \t]*>)*[ \t]*/ : /^[ \t]*/).exec(line) ?? [];
  const length = Math.min(prefix.length, start.length);
  return quotedFrom(prefix.includes(">") ? line.slice(0, length) : prefix, line.slice(length));
}

function quotedFrom(prefix: string, rest: string): string {
  return rest.trim() === "" ? `${prefix}>` : `${prefix}> ${rest}`;
}
