import { tokenizeXml } from "../limits/xml-tokens.ts";

// The local names of an entry and its parent.
const entries: ReadonlySet<string> = new Set(["channel item", "rdf item", "feed entry"]);

/** Counts the entries of a well-formed XML feed: the items of a channel (or of RDF), or the entries of an Atom feed. */
export function countXmlEntries(xml: string): number {
  const open: string[] = []; // local names in lower case
  let count = 0;
  tokenizeXml(xml, {
    onopentagname(start, end) {
      const name = xml
        .slice(start, end)
        .replace(/^[^:]*:/, "")
        .toLowerCase();
      if (entries.has(`${open.at(-1)} ${name}`)) count++;
      open.push(name);
    },
    onselfclosingtag: () => void open.pop(),
    onclosetag: () => void open.pop(),
  });
  return count;
}
