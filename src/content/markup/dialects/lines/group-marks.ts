import { guard } from "./guard.ts";

/** The mark after a group of figures, tables or listings: a comment of HTML, which no text can contain. */
export const groupEnd = `<!--${guard})${guard}-->`;

const start = new RegExp(`^\\s{0,9}<!--${guard}\\(([^<>]{0,100})${guard}-->`);

/** Returns whether an id is that of a figure, a table or a listing of Quarto. */
export function isGroupId(id: string): boolean {
  return /^(?:fig|tbl|lst)-/.test(id);
}

/** Returns the mark before a group with an id, which may be empty. */
export function groupStart(id: string): string {
  return `<!--${guard}(${id}${guard}-->`;
}

/** Returns the id in a mark of {@link groupStart}. */
export function idOfGroup(html: string): string | undefined {
  return start.exec(html)?.[1];
}
