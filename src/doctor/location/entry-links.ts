import { SaxesParser } from "saxes";

const entries: ReadonlySet<string> = new Set(["item", "entry"]);

/** Returns the addresses in the links and the enclosures of each entry of an XML feed, as written, in the order of the document. */
export function entryLinks(xml: string): string[][] {
  const parser = new SaxesParser({ xmlns: true });
  const open: string[] = [];
  const links: string[][] = [];
  let text: string | undefined; // within a link of RSS
  const add = (url: string | undefined) => {
    if (url !== undefined && url.trim() !== "") links.at(-1)?.push(url.trim());
  };
  const addText = (part: string) => {
    if (text !== undefined) text += part;
  };
  parser.on("error", () => {}); // another check reports it
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("opentag", ({ attributes, local }) => {
    const isInEntry = entries.has(open.at(-1) ?? "");
    if (entries.has(local) && !isInEntry) links.push([]);
    open.push(local);
    if (!isInEntry) return;
    const { href, rel, url } = attributes;
    if (local === "enclosure") add(url?.value);
    if (local !== "link") return;
    if (href === undefined) text = "";
    else if (/^(?:alternate|enclosure)$/.test(rel?.value ?? "alternate")) add(href.value);
  });
  parser.on("closetag", ({ local }) => {
    open.pop();
    if (local !== "link") return;
    add(text);
    text = undefined;
  });
  parser.write(xml.replace(/^[\s\uFEFF]+/, ""));
  return links;
}
