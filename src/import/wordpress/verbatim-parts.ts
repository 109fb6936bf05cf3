/** A part of HTML. `isVerbatim` marks code and comments, which must not change. */
export interface VerbatimPart {
  readonly text: string;
  readonly isVerbatim: boolean;
}

const start = /<(pre|code|script|style|textarea)\b|<!--/gi;

/** Splits HTML into code and comments, which must not change, and the text between them. */
export function verbatimParts(html: string): VerbatimPart[] {
  const parts: VerbatimPart[] = [];
  let done = 0;
  start.lastIndex = 0;
  for (let match = start.exec(html); match !== null; match = start.exec(html)) {
    const end = endOf(html, match.index, match[1]);
    parts.push({ text: html.slice(done, match.index), isVerbatim: false }, { text: html.slice(match.index, end), isVerbatim: true });
    done = end;
    start.lastIndex = end;
  }
  parts.push({ text: html.slice(done), isVerbatim: false });
  return parts;
}

// Browsers extend an element without an end tag to the end of the document.
function endOf(html: string, from: number, name: string | undefined): number {
  const closing = name === undefined ? /-->/g : new RegExp(`</${name}\\s*>`, "gi");
  closing.lastIndex = from;
  return closing.exec(html) === null ? html.length : closing.lastIndex;
}

/** Changes the HTML outside of code and comments. */
export function outsideVerbatim(html: string, change: (text: string) => string): string {
  return verbatimParts(html)
    .map(({ isVerbatim, text }) => (isVerbatim ? text : change(text)))
    .join("");
}
