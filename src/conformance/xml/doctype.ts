import { parseFragment } from "parse5";
import type { ReportViolation } from "../rules/violation.ts";
import { HTML_ENTITIES } from "../values/html-vocabulary.ts";

/** The longest text of an entity that is kept: a short document must not grow without limit (a "billion laughs"). */
const MAXIMUM_ENTITY = 100;

/** Reports a document type, and returns the entities that it declares. */
export function readDoctype(doctype: string, report: ReportViolation): Record<string, string> {
  const isPublic = /^\s*rss\s+PUBLIC\s+(["'])-\/\/Netscape Communications\/\/DTD RSS 0\.91\/\/EN\1/.test(doctype);
  if (isPublic && doctype.includes("http://my.netscape.com/publish/formats/rss-0.91.dtd"))
    report("DeprecatedDTD", "/", "the DTD of Netscape");
  const external = /^\s*[\w:.-]+\s+(?:PUBLIC|SYSTEM)\s/.test(doctype);
  if (external && !isPublic) report("ContainsSystemEntity", "/", "a document type declaration");
  const declarations = doctype.matchAll(/<!ENTITY\s+([\w:.-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g);
  const literals = new Map([...declarations].map(([, name = "", double, single]) => [name, double ?? single ?? ""] as const));
  const externalEntities = [...doctype.matchAll(/<!ENTITY\s+([\w:.-]+)\s+(?:SYSTEM|PUBLIC)\s/g)].map(
    ([, name = ""]) => [name, ""] as const,
  );
  if (externalEntities[0]) report("ContainsSystemEntity", "/", `the external entity ${externalEntities[0][0]}`);
  return { ...(isPublic ? htmlEntities() : {}), ...Object.fromEntries(externalEntities), ...expandEntities(literals) };
}

const predefined = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);
const maxDepth = 20; // entities within entities

/** Returns the texts of entities, in which those of the entities that they use are inserted. */
function expandEntities(literals: ReadonlyMap<string, string>): Record<string, string> {
  const texts = new Map<string, string>();
  const expand = (name: string, open: readonly string[]): string => {
    const known = texts.get(name);
    if (known !== undefined) return known;
    if (open.includes(name) || open.length > maxDepth) return "";
    const text = textOfEntity(literals.get(name) ?? "").replace(/&([\w:.-]{1,100});/g, (reference, inner: string) =>
      literals.has(inner) ? expand(inner, [...open, name]) : (predefined.get(inner) ?? reference),
    );
    texts.set(name, text.slice(0, MAXIMUM_ENTITY));
    return text.slice(0, MAXIMUM_ENTITY);
  };
  return Object.fromEntries([...literals.keys()].map((name) => [name, expand(name, [])]));
}

function textOfEntity(literal: string): string {
  const decode = (digits: string, base: number) => String.fromCodePoint(Math.min(Number.parseInt(digits, base), 0xfffd));
  const value = literal.replace(/&#(?:x([\da-f]+)|(\d+));/gi, (_, hex?: string, decimal?: string) =>
    hex === undefined ? decode(decimal ?? "", 10) : decode(hex, 16),
  );
  return value.slice(0, MAXIMUM_ENTITY);
}

/** Returns the characters of the entities of HTML, which the document type of RSS 0.91 declares. */
function htmlEntities(): Record<string, string> {
  const characters = (name: string) => {
    const [node] = parseFragment(`&${name};`).childNodes;
    return node !== undefined && "value" in node ? node.value : "";
  };
  return Object.fromEntries([...HTML_ENTITIES].map((name) => [name, characters(name)]));
}
