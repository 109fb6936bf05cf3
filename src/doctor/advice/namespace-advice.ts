import type { Rule } from "../../conformance/rules/violation.ts";
import { ATOM, likeness, namespaceOf, usualPrefixOf } from "../../conformance/xml/namespaces.ts";

const declared = /^([\w.-]+) is declared as (\S+), and not as (\S+)$/;
const avoidable = /^the prefix ([\w.-]+) for (\S+)$/;
const unusual = /^([\w.-]+) for (\S+), usually ([\w.-]+)$/;

/** Returns the remedy for a namespace or its prefix; undefined for other rules. @param message, place those of the violation */
export function adviceForNamespace(rule: Rule, message: string, place: string): string | undefined {
  if (rule === "AvoidNamespacePrefix") return adviceForAvoidable(message, place);
  if (rule === "ReservedPrefix") return adviceForReserved(message);
  if (rule === "InvalidNamespace" && message.endsWith("RSS has no namespace")) return adviceForRss(message);
  const [, prefix, uri, usual] = (rule === "NonstdPrefix" ? unusual.exec(message) : null) ?? [];
  if (prefix !== undefined && uri !== undefined && usual !== undefined) return rename(prefix, usual, uri);
  const [, right] = /, and not (\S+)$/.exec(message) ?? [];
  return rule === "UnknownNamespace" && right !== undefined ? `Write it exactly as specified: ${right}` : undefined;
}

function rename(prefix: string, usual: string, uri: string): string {
  return `Write ${usual} instead of ${prefix}, as the prefix of all its names and in its declaration: xmlns:${usual}="${uri}"`;
}

// A namespace without a prefix on the root of RSS would be that of its own elements, and so would that of XHTML on the root of Atom.
function adviceForAvoidable(message: string, place: string): string | undefined {
  const [, prefix, uri] = avoidable.exec(message) ?? [];
  if (prefix === undefined || uri === undefined) return undefined;
  const usual = usualPrefixOf(uri);
  if (place.startsWith("/rss") && usual !== undefined) return rename(prefix, usual, uri);
  const where = uri === ATOM ? `<feed xmlns="${uri}">` : `<div xmlns="${uri}"> into each content`;
  return `Write ${where}, its elements without the prefix ${prefix}, and remove xmlns:${prefix}: some readers do not support prefixes here`;
}

function adviceForReserved(message: string): string | undefined {
  const [, prefix, uri = "", right] = declared.exec(message) ?? [];
  if (prefix === undefined || right === undefined) return undefined;
  const usual = usualPrefixOf(uri);
  if (usual !== undefined) return rename(prefix, usual, uri);
  const isMeant = likeness(uri) === prefix;
  return `Write xmlns:${prefix}="${right}"${isMeant ? "" : ", or another prefix for a namespace of your own"}: readers ignore elements of another namespace`;
}

function adviceForRss(message: string): string {
  const remedy = "Remove xmlns from <rss>";
  if (!message.includes(`"${ATOM}"`)) return remedy;
  return `${remedy}, and write links of Atom as <atom:link> with xmlns:atom="${namespaceOf("atom")}"`;
}
