import { escapeMarkup } from "../../base/escape.ts";

/** A footnote of the block editor. */
export interface BlockFootnote {
  readonly id: string;
  /** HTML. */
  readonly content: string;
}

/** Parses the field `footnotes` of a post: JSON. Returns undefined without one, and for other values. */
export function parseFootnotes(field: string | undefined): readonly BlockFootnote[] | undefined {
  try {
    const value: unknown = JSON.parse(field ?? "");
    return Array.isArray(value) && value.every(isFootnote) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isFootnote(value: unknown): value is BlockFootnote {
  if (typeof value !== "object" || value === null) return false;
  const { content, id } = value as Partial<Record<string, unknown>>;
  return typeof content === "string" && typeof id === "string";
}

/** Returns whether a text refers to a footnote. */
export function refersTo(html: string, { id }: BlockFootnote): boolean {
  return html.includes(`"#${id}"`) || html.includes(`data-fn="${id}"`);
}

/** Returns the list of footnotes that WordPress shows in place of the block `wp:footnotes`. */
export function footnotesHtml(notes: readonly BlockFootnote[]): string {
  const items = notes.map(({ content, id }) => {
    const name = escapeMarkup(id);
    return `<li id="${name}">${content} <a href="#${name}-link">↩︎</a></li>`;
  });
  return items.length === 0 ? "" : `<ol>\n${items.join("\n")}\n</ol>`;
}
