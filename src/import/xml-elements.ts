import { Parser } from "htmlparser2";

/** An element of XML with everything in it. */
export interface XmlElement {
  /** As it is written, with its prefix: `wp:post_id`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

type Open = { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string };

/**
 * Reads the elements of an XML document at a depth, each as soon as it is whole: a document may be larger than memory. It takes
 * what it can get of one that is not well-formed; an element that never ends is left out.
 * @param depth 0 is the root; 2 the items of RSS
 */
export async function* xmlElements(chunks: AsyncIterable<string>, depth: number): AsyncGenerator<XmlElement> {
  const open: Open[] = [];
  let whole: XmlElement[] = [];
  const handler = {
    onopentag(name: string, attributes: Record<string, string>) {
      const element = { name, attributes, children: [], text: "" };
      if (open.length > depth) open.at(-1)?.children.push(element);
      open.push(element);
    },
    onclosetag(_name: string, isImplied: boolean) {
      const element = open.pop();
      if (element !== undefined && open.length === depth && !isImplied) whole.push(element);
    },
    ontext(text: string) {
      const element = open.at(-1);
      if (element !== undefined && open.length > depth) element.text += text;
    },
  };
  const parser = new Parser(handler, { xmlMode: true });
  for await (const chunk of chunks) {
    parser.write(chunk);
    yield* whole;
    whole = [];
  }
  parser.end();
  yield* whole;
}

/** The text of the first child of a name, without white space around it; undefined where it is empty. */
export function childText(element: XmlElement, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.text.trim() || undefined;
}
