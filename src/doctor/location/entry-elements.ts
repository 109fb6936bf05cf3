import { SaxesParser } from "saxes";

/** An element of an XML feed with one value: a text or an address. */
export interface EntryElement {
  /** Without its prefix, such as `pubDate`. */
  readonly local: string;
  /** The text or the address, as written, without white space around it. */
  readonly value: string;
  /** UTF-16 units before the element. */
  readonly offset: number;
}

/** An entry of an XML feed, as it is written. */
export interface WrittenEntry {
  /** UTF-16 units before the entry. */
  readonly offset: number;
  /** Its ids, dates and addresses, in the order of the document. */
  readonly elements: readonly EntryElement[];
}

const entryNames: ReadonlySet<string> = new Set(["item", "entry"]);
const ids = ["guid", "id"];
const dates = ["pubDate", "date", "created", "modified", "published", "updated"];
const wanted: ReadonlySet<string> = new Set([...ids, ...dates, "link", "enclosure"]);

/**
 * Returns the entries of an XML feed, in the order of the document. The namespaces of their elements are ignored, and so are links to
 * other things than their pages and files.
 */
export function entryElements(xml: string): WrittenEntry[] {
  const start = Math.max(0, xml.search(/[^\s\uFEFF]/));
  const document = xml.slice(start);
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: string[] = [];
  const entries: { offset: number; elements: EntryElement[] }[] = [];
  let current: (Omit<EntryElement, "value"> & { readonly isEmpty: boolean }) | undefined;
  let text = "";
  const addText = (part: string) => {
    if (current !== undefined && !current.isEmpty) text += part;
  };
  parser.on("error", () => {}); // another check reports it
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("opentag", ({ attributes, local }) => {
    const isInEntry = entryNames.has(open.at(-1) ?? "");
    const offset = start + document.lastIndexOf("<", parser.position - 1);
    if (entryNames.has(local) && !isInEntry) entries.push({ offset, elements: [] });
    open.push(local);
    if (!isInEntry || !wanted.has(local)) return;
    const { href, rel, url } = attributes;
    const address = local === "enclosure" ? url : href;
    if (local === "link" && href !== undefined && !/^(?:alternate|enclosure)$/.test(rel?.value ?? "alternate")) return;
    current = { local, offset, isEmpty: address !== undefined };
    text = address?.value ?? "";
  });
  parser.on("closetag", () => {
    open.pop();
    if (current === undefined || !entryNames.has(open.at(-1) ?? "")) return;
    const { isEmpty, ...element } = current;
    entries.at(-1)?.elements.push({ ...element, value: text.trim() });
    current = undefined;
  });
  parser.write(document);
  return entries;
}
