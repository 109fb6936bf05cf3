import { tokenizeXml } from "../limits/xml-tokens.ts";

// feedsmith treats every object with a `length` as a list of that length: a document of 86 bytes would become a list of a billion
// elements. No feed format has a member or an element of this name.

/** Removes the members named `length` of a JSON value, in place. */
export function removeLengthMembers(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value) && "length" in value) delete value.length;
  for (const member of Object.values(value)) removeLengthMembers(member);
}

/** Renames the elements named `length` in XML, with or without a prefix. Text that looks like them, as in a CDATA section, is kept. */
export function renameLengthElements(xml: string): string {
  if (!/[<:/]length[\s/>]/i.test(xml)) return xml;
  const parts: string[] = [];
  let end = 0;
  const rename = (start: number, nameEnd: number) => {
    if (!/^(?:[^:]*:)?length$/i.test(xml.slice(start, nameEnd))) return;
    parts.push(xml.slice(end, nameEnd), "-");
    end = nameEnd;
  };
  tokenizeXml(xml, { onopentagname: rename, onclosetag: rename });
  return parts.join("") + xml.slice(end);
}
