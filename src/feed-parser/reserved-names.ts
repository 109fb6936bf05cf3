import { tokenizeXml } from "../limits/xml-tokens.ts";

// Names that the parsers of JSON and XML trees mistake for properties of JavaScript. No feed format has a member or an element of such
// a name. feedsmith treats every object with a `length` as a list of that length, so that a document of 86 bytes would become a list of
// a billion elements; an object with a `constructor` is not an object to it; fast-xml-parser refuses a document with the others.
// feedsmith also reads only those items of RSS 1.0 that rdf:Seq lists, and each of them once. Readers show all items.
const reservedMembers = ["length", "constructor"];
const reservedElement = /^(?:[^:]*:)?(?:length|constructor|prototype|__proto__)$|^[^:]*:seq$/i;
const mayHaveReservedElement = /[<:/](?:length|constructor|prototype|__proto__|seq)[\s/>]/i;

/** Removes the members with reserved names of a JSON value, in place. */
export function removeReservedMembers(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) for (const name of reservedMembers) if (Object.hasOwn(value, name)) Reflect.deleteProperty(value, name);
  for (const member of Object.values(value)) removeReservedMembers(member);
}

/** Renames the elements with reserved names in XML, with or without a prefix. Text that looks like them, as in CDATA, is unchanged. */
export function renameReservedElements(xml: string): string {
  if (!mayHaveReservedElement.test(xml)) return xml;
  const parts: string[] = [];
  let end = 0;
  const rename = (start: number, nameEnd: number) => {
    if (!reservedElement.test(xml.slice(start, nameEnd))) return;
    parts.push(xml.slice(end, nameEnd), "-");
    end = nameEnd;
  };
  tokenizeXml(xml, { onopentagname: rename, onclosetag: rename });
  return parts.join("") + xml.slice(end);
}
