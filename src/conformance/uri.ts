import type { ReportViolation, Rule } from "./violation.ts";
import { placeOf, type XmlElement } from "./xml.ts";

const CHARACTERS = /[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,#]/;
const FULL_URI = new RegExp(`^[a-zA-Z][0-9a-zA-Z+.-]*:(//)?${CHARACTERS.source}+$`);
const TAG_URI =
  /^tag:([a-z0-9\-._]+@)?[a-z0-9.-]+,\d{4}(-\d{2}(-\d{2})?)?:[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,]*(#[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,]*)?$/;
const URN = /^urn:[a-z0-9][a-z0-9-]{1,31}:([a-z0-9()+,.:=@;$_!*'-]|%[0-9a-f]{2})+$/i;
const UUID_URN = /^urn:uuid:[a-f0-9]{8}(-[a-f0-9]{4}){3}-[a-f0-9]{12}$/i;
const HTTP_URL = /^https?:\/\/(?:\d{1,3}(?:\.\d{1,3}){3}|(?:[a-z0-9-]+\.)+[a-z0-9][a-z0-9-]*)(?::\d+)?(?:\/|$)/i;

/** The schemes that feeds and entries use; the validator accepts some more. */
const SCHEMES = new Set(["http", "https", "mailto", "ftp", "tag", "urn", "data", "info", "news", "tel", "xmpp", "gopher"]);

/** Returns the rule that a full URI breaks, and the reason. */
export function findUriFault(value: string): { rule: Rule; message: string } | undefined {
  const scheme = value.split(":")[0]?.toLowerCase() ?? "";
  if (scheme === "tag") return TAG_URI.test(value) ? undefined : { rule: "InvalidTAG", message: value };
  if (scheme === "urn") return findUrnFault(value);
  if (!FULL_URI.test(value)) return { rule: ruleForCharacters(value), message: value };
  if (/^(?:https?|ftp)$/.test(scheme) && !/^\w+:\/\/[^/]/.test(value)) return { rule: "InvalidFullLink", message: value };
  if (!SCHEMES.has(scheme)) return { rule: "SchemeNotIANARegistered", message: scheme };
  return undefined;
}

function findUrnFault(value: string): { rule: Rule; message: string } | undefined {
  if (/^urn:uuid:/i.test(value) && !UUID_URN.test(value)) return { rule: "InvalidUUID", message: value };
  return URN.test(value) ? undefined : { rule: "InvalidURN", message: value };
}

function ruleForCharacters(value: string): Rule {
  const outside = [...value].filter((character) => !CHARACTERS.test(character));
  if (outside.some((character) => character < "\u0080")) return "InvalidUriChar";
  return outside.length > 0 ? "UriNotIri" : "InvalidFullLink";
}

/** Returns whether a value is an http or https URL whose host contains a dot, as required for an enclosure. */
export function isHttpUrl(value: string): boolean {
  return HTTP_URL.test(value) && FULL_URI.test(value);
}

/** Checks an element that contains only a URI. */
export function checkUriElement(element: XmlElement, report: ReportViolation): void {
  if (element.children.length > 0) report("UndefinedElement", placeOf(element), "an element within a URI");
  checkUri(element.text.trim(), placeOf(element), report);
}

export function checkUri(value: string, place: string, report: ReportViolation): void {
  const fault = findUriFault(value);
  if (fault) report(fault.rule, place, fault.message);
}

/** Returns the canonical form of a full URI, so that equal resources have equal ids (RFC 3986 §6.2.2 and §6.2.3). */
export function canonicalize(uri: string): string | undefined {
  const match = /^([^:/?#]+):(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(uri);
  if (!match) return undefined;
  const [, scheme = "", authority, path = "", query, fragment] = match;
  try {
    const hierarchical = authority !== undefined || path.startsWith("/");
    return [
      `${scheme.toLowerCase()}:`,
      authority === undefined ? "" : `//${canonicalAuthority(authority, scheme.toLowerCase())}`,
      hierarchical ? canonicalPath(path) : canonicalEscapes(path, "/"),
      query === undefined ? "" : `?${canonicalEscapes(query, "/?")}`,
      fragment === undefined ? "" : `#${canonicalEscapes(fragment, "/?")}`,
    ].join("");
  } catch {
    return undefined;
  }
}

function canonicalAuthority(authority: string, scheme: string): string {
  const [, user = "", host = "", port = ""] = /^(.*@)?(.*?)(?::(\d*))?$/s.exec(authority) ?? [];
  const usual = { http: "80", https: "443", ftp: "21" }[scheme];
  const plainHost = host.toLowerCase().replace(/^([^.]*\..*)\.$/s, "$1");
  return `${user}${plainHost}${port === "" || port === usual ? "" : `:${port}`}`;
}

function canonicalPath(path: string): string {
  const segments: string[] = [];
  const parts = path.split("/").slice(1);
  for (const [index, part] of parts.entries()) {
    const last = index === parts.length - 1;
    if (part === "..") segments.pop();
    if (part !== "." && part !== "..") segments.push(canonicalEscapes(part, ""));
    else if (last) segments.push("");
  }
  return `/${segments.join("/")}`;
}

const RESERVED_ESCAPE = "%(?:2[1346789abcf]|3[abdf]|40|5[bd])";
const PIECES = new RegExp(`(${RESERVED_ESCAPE})|((?:(?!${RESERVED_ESCAPE})%[0-9a-f]{2})+)|[\\s\\S]`, "giu");

/** Writes escapes in upper case, and only where they are needed. A reserved character and its escape differ in meaning, so both stay. */
function canonicalEscapes(text: string, alsoPlain: string): string {
  const isPlain = (character: string) => /[A-Za-z0-9\-._~!$&'()*+,;=:@]/.test(character) || alsoPlain.includes(character);
  return text.replace(PIECES, (piece, reserved?: string, escapes?: string) => {
    if (piece === "%") throw new URIError(`Cannot decode ${text}: % without two digits`);
    if (reserved !== undefined) return reserved.toUpperCase();
    if (escapes !== undefined) return recode(escapes);
    return isPlain(piece) ? piece : encodeByte(piece);
  });
}

function recode(escapes: string): string {
  return [...decodeURIComponent(escapes).normalize("NFC")]
    .map((character) => (/[\w.~-]/.test(character) ? character : encodeByte(character)))
    .join("");
}

function encodeByte(character: string): string {
  return [...new TextEncoder().encode(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
}
