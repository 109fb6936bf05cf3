import type { LimitError } from "../limits/limit-error.ts";

/** An element of a document that is read in chunks, with its content. */
export interface StreamedElement {
  /** As written, with its prefix: `wp:post_id`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly StreamedElement[];
  /** Its own text, without the text of its children. */
  readonly text: string;
  /** The number of its unneeded children, which are not among the others, by name. */
  readonly unneeded: ReadonlyMap<string, number>;
  /** The limit that it exceeds. Such an element has only its short children. */
  readonly refusal?: LimitError | undefined;
}

/** The inputs of reading the elements of a document. */
export interface XmlElementOptions {
  /** The depth of the elements: 0 is the root; 2 the items of RSS. */
  readonly depth: number;
  /** Returns whether a child of such an element is unneeded. Called when it begins, and again after each of its own children. */
  readonly isUnneeded?: (child: Pick<StreamedElement, "name" | "children">) => boolean;
  /** The remedy for a document that is too large. */
  readonly advice: string;
}

/** Returns the trimmed text of the first child with a name; undefined if it is empty. */
export function childText(element: Pick<StreamedElement, "children">, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.text.trim() || undefined;
}
