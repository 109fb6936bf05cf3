import { slug } from "github-slugger";

const maxLength = 1000; // UTF-16 units of a heading that its anchor uses

interface Heading {
  readonly isTop: boolean;
  readonly anchor: string;
  /** The id that the author gave to it. */
  readonly id: string | undefined;
}

/** Returns the anchor of a title by GitHub's rule; empty for a title without letters. */
export function titleAnchor(title: string): string {
  return slug(title.slice(0, maxLength));
}

/**
 * Returns the anchors of the heading that is the title of an article. It is not in the content, so that links to it have to lead to the
 * article. An anchor that another heading or an element may have is left out: only the parsed text shows it, but articles link to each
 * other before that.
 * @param titles the title as it is shown and as it is written
 */
export function titleAnchors(titles: readonly string[], text: string): string[] {
  const anchors = new Set(titles.map(titleAnchor).filter((anchor) => anchor !== ""));
  const headings = headingsIn(text);
  const own = headings.find(({ anchor, isTop }) => isTop && anchors.has(anchor));
  const others = headings.filter((heading) => heading !== own);
  const isFree = (anchor: string) =>
    !others.some((other) => other.anchor === anchor) && !marksOf(anchor).some((mark) => text.includes(mark));
  return [...[...anchors].filter(isFree), ...(own?.id === undefined ? [] : [own.id])];
}

// The ways in which dialects and HTML write an id.
function marksOf(anchor: string): string[] {
  return [`#${anchor}}`, `#${anchor}]`, `#${anchor} `, `"${anchor}"`, `'${anchor}'`, `=${anchor}>`, `(${anchor})=`, `^${anchor}`];
}

function headingsIn(text: string): Heading[] {
  const lines = text.split("\n");
  return lines.flatMap((line, index): Heading[] => {
    if (!mayBeHeading(line, lines[index + 1])) return [];
    const written = line.replace(/^[ \t>]+/, "").slice(0, maxLength);
    const sign = /^(?:#{1,6}(?=[ \t])|<h[1-6]\b)/i.exec(written)?.[0];
    const underline = /^ {0,3}(?:(=+)|-+)\s*$/.exec((lines[index + 1] ?? "").slice(0, maxLength));
    if (written === "" || (sign === undefined && underline === null)) return [];
    const id = /(?:\{:?[ \t]?(?:-[ \t]?)?#|[ \t]\[#(?=[A-Za-z])|^<[^<>]*\sid=["']?)([\w:.-]+)/.exec(written)?.[1];
    const isTop = sign === undefined ? underline?.[1] !== undefined : /^(?:#|<h1)$/i.test(sign);
    return [{ isTop, anchor: slug(wordsOf(written)), id }];
  });
}

// A quick check.
function mayBeHeading(line: string, next = ""): boolean {
  return line.includes("#") || line.includes("<") || /^ {0,3}[=-]/.test(next);
}

function wordsOf(heading: string): string {
  return heading
    .replace(/<[^<>]*>|\{[^{}]*\}|[ \t]\[#[A-Za-z][^[\]]*\]/g, "")
    .replace(/^#{1,6}/, "")
    .trim()
    .replace(/(?:^|[ \t])#+$/, "")
    .trim();
}
