import { labelIn } from "../lines/directive-options.ts";
import { isBlankText } from "../lines/markdown-lines.ts";

/** A block between fences. */
export interface Block {
  readonly prefix: string;
  readonly marks: string;
  /** The id before the name in the braces. */
  readonly id: string | undefined;
  /** Pandoc: `{=html}` for text in this format, `{.html}` for code in this language. */
  readonly sign: string;
  readonly name: string;
  /** The text after the name in the braces. */
  readonly settings: string;
  readonly argument: string;
  readonly content: readonly string[];
  readonly closing: string;
}

/** The context of a conversion. */
export interface FenceContext {
  /** Reports text in another format than HTML, with the number of its line, from 1. */
  readonly reportRaw?: (format: string, line: number) => void;
  /** True to write the labels of directives as attributes, which the tree of MDX does not have. */
  readonly hasLabels?: boolean;
  /** Reports a directive without a known meaning, with the number of its line, from 1. */
  readonly reportUnknown?: (name: string, line: number) => void;
  /** Reports code that its settings hide, or a directive that its option hides. */
  readonly reportHidden?: (line: number, directive?: string) => void;
  /** Reports a cell whose output cannot be shown, with the number of its line, from 1. */
  readonly reportOutput?: (line: number) => void;
  /** The language of the article. */
  readonly language?: string;
  /** The number of lines before the text. */
  readonly before?: number;
  readonly isMdx?: boolean;
}

/** Returns as many blank lines as the block has. */
export function blankLines({ content, prefix }: Block): readonly string[] {
  return ["", ...content, ""].map(() => prefix.trimEnd());
}

/** Returns whether no line has a text. */
export function isBlank(lines: readonly string[]): boolean {
  return lines.every((line) => isBlankText(line));
}

/** Returns the label of a directive as a line before it, and the lines without that of its option, so that their number stays the same. */
export function takeLabel(
  { content, prefix, sign }: Block,
  lines: readonly string[],
  { hasLabels }: FenceContext,
): readonly [mark: readonly string[], lines: readonly string[]] {
  const label = hasLabels && sign === "" ? labelIn(content) : undefined;
  return label === undefined ? [[], lines] : [[prefix + label.mark], lines.toSpliced(label.line, 1)];
}
