/** The settings in the first line of fenced code, as Zola parses it. */
export interface ZolaFence {
  readonly language: string | undefined;
  /** The ranges of hidden lines, from 1. */
  readonly hidden: readonly (readonly [first: number, last: number])[];
}

const setting = /^(?:linenos|(?:linenostart|hl_lines|hide_lines|name)[ \t]*=)/;

/**
 * Parses the first line of fenced code: `rust, linenos, hl_lines=1 3, hide_lines=2-4 6, name=main.rs`. Commas separate its parts, and
 * spaces the ranges. Returns undefined without a setting of Zola.
 */
export function parseZolaFence(info: string): ZolaFence | undefined {
  const parts = info.split(",").map((part) => part.trim());
  if (!parts.some((part) => setting.test(part))) return undefined;
  const language = parts.find((part) => part !== "" && !part.includes("=") && part !== "linenos");
  const hidden = parts.filter((part) => part.startsWith("hide_lines")).flatMap((part) => (part.split("=")[1] ?? "").split(" "));
  return { language, hidden: hidden.flatMap(rangeOf) };
}

function rangeOf(written: string): (readonly [number, number])[] {
  const [, from, to = from] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(written.trim()) ?? [];
  const [first, last] = [Number(from), Number(to)];
  return from === undefined ? [] : [[Math.min(first, last), Math.max(first, last)]];
}
