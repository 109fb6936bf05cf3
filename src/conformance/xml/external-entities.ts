const maxLength = 100_000; // UTF-16 units of a document up to the end of its document type declaration
const external = /^<!ENTITY\s{1,100}([\w:.-]{1,100})\s{1,100}(?:SYSTEM|PUBLIC)\s/;
const parameter = /^<!ENTITY\s{1,100}%\s/;

/** An external entity that a document uses. */
export interface UsedEntity {
  /** As declared. */
  readonly address: string;
  /** UTF-16 units before the reference. */
  readonly offset: number;
}

/** Returns the first external entity that a document uses; undefined without one. */
export function findUsedEntity(xml: string): UsedEntity | undefined {
  const { end, start } = findSubset(xml);
  for (const text of splitDeclarations(xml.slice(start, end))) {
    const offset = offsetOfUse(text, xml, end);
    if (offset >= 0) return { address: text.split(/["']/).at(-2) ?? "", offset };
  }
  return undefined;
}

/**
 * Removes the declarations of external entities that a document does not use, and of parameter entities: nothing external is ever loaded,
 * and the parser of feeds refuses them. Entities of HTML are often declared so.
 */
export function withoutExternalEntities(xml: string): string {
  const { end, start } = findSubset(xml);
  if (start === end) return xml;
  const isNeedless = (text: string) => parameter.test(text) || (external.test(text) && offsetOfUse(text, xml, end) < 0);
  const subset = splitDeclarations(xml.slice(start, end))
    .filter((text) => !isNeedless(text))
    .join("");
  return xml.slice(0, start) + subset + xml.slice(end);
}

/** Splits declarations into those of entities and the texts between them. */
function splitDeclarations(subset: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = subset.indexOf("<!ENTITY"); at >= 0; at = subset.indexOf("<!ENTITY", from)) {
    const end = endOfDeclaration(subset, at);
    parts.push(subset.slice(from, at), subset.slice(at, end));
    from = end;
  }
  return [...parts, subset.slice(from)];
}

// A value in quotation marks may contain >.
function endOfDeclaration(subset: string, start: number): number {
  let quote: string | undefined;
  for (let at = start; at < subset.length; at++) {
    const character = subset.charAt(at);
    if (quote !== undefined) quote = character === quote ? undefined : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === ">") return at + 1;
  }
  return subset.length;
}

// The declarations of a document are between [ and ].
function findSubset(xml: string): { readonly start: number; readonly end: number } {
  const beginning = xml.slice(0, maxLength);
  const doctype = beginning.indexOf("<!DOCTYPE");
  const bracket = doctype < 0 ? -1 : beginning.slice(doctype).search(/[[>]/);
  const start = doctype + bracket + 1;
  const length = bracket < 0 || beginning[start - 1] === ">" ? -1 : beginning.slice(start).search(/\]\s{0,100}>/);
  return length < 0 ? { start: 0, end: 0 } : { start, end: start + length };
}

/** @param text a declaration @param end UTF-16 units up to the end of the declarations */
function offsetOfUse(text: string, xml: string, end: number): number {
  const name = external.exec(text)?.[1];
  return name === undefined ? -1 : xml.indexOf(`&${name};`, end);
}
