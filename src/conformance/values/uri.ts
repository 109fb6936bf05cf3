import type { Rule } from "../rules/violation.ts";

export type Fault = { readonly rule: Rule; readonly message: string };

const CHARACTERS = "[0-9a-zA-Z;/?:@&=+$.\\-_!~*'()%,#]";
const CHARACTER = new RegExp(CHARACTERS);
const FULL_URI = new RegExp(`^[a-zA-Z][0-9a-zA-Z+.-]*:(//)?${CHARACTERS}+$`);
const REFERENCE = new RegExp(`^([a-zA-Z][0-9a-zA-Z+.-]*:)?/{0,2}(\\[[0-9A-Fa-f:.]+\\])?${CHARACTERS}*$`);
const TAG_URI =
  /^tag:([a-z0-9\-._]+@)?[a-z0-9.-]+,\d{4}(-\d{2}(-\d{2})?)?:[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,]*(#[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,]*)?$/;
const URN = /^urn:[a-z0-9][a-z0-9-]{1,31}:([a-z0-9()+,.:=@;$_!*'-]|%[0-9a-f]{2})+$/i;
const UUID_URN = /^urn:uuid:[a-f0-9]{8}(-[a-f0-9]{4}){3}-[a-f0-9]{12}$/i;
const HOST = String.raw`(?:\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)`;
const HTTP_URL = new RegExp(`^https?://${HOST}(?::\\d+)?(?:/|$)`, "i");

/** The schemes of addresses in feeds that are registered at IANA. */
const SCHEMES = new Set(
  [
    "about acct cid crid data dav dict dns fax feed file ftp geo go gopher h323 http https im imap info ipfs ipp irc ldap magnet",
    "mailto matrix mid news nfs nntp pop pres rtsp service sip sips sms snmp spotify tag tel telnet tftp tip tv urn vemmi wais",
    "ws wss xmpp at did gemini",
  ].flatMap((line) => line.split(" ")),
);

/** Returns the rule that an absolute URI breaks, and the reason. */
export function findUriFault(value: string): Fault | undefined {
  return findFault(value, FULL_URI, "InvalidFullLink");
}

/**
 * Returns the rule that an IRI reference breaks, and the reason. It may be relative and contain characters outside ASCII, as everywhere in
 * Atom but in ids (RFC 4287 §2).
 */
export function findReferenceFault(value: string): Fault | undefined {
  const ascii = value.replace(/[^\u0000-\u009F]/gu, "%20");
  const fault = findFault(ascii, REFERENCE, "InvalidIRI");
  return fault?.message === ascii ? { ...fault, message: value } : fault;
}

function findFault(value: string, syntax: RegExp, otherwise: Rule): Fault | undefined {
  const scheme = value.split(":")[0]?.toLowerCase() ?? "";
  if (scheme === "tag") return TAG_URI.test(value) ? undefined : { rule: "InvalidTAG", message: value };
  if (scheme === "urn") return findUrnFault(value);
  if (!syntax.test(value)) return { rule: ruleForCharacters(value, otherwise), message: value };
  if (/^(?:https?|ftp)$/.test(scheme) && !/^\w+:\/\/[^/]/.test(value)) return { rule: otherwise, message: value };
  if (value.includes(":") && /^[a-z]+$/.test(scheme) && !SCHEMES.has(scheme)) return { rule: "SchemeNotIANARegistered", message: scheme };
  return undefined;
}

function findUrnFault(value: string): Fault | undefined {
  if (/^urn:uuid:/i.test(value) && !UUID_URN.test(value)) return { rule: "InvalidUUID", message: value };
  return URN.test(value) ? undefined : { rule: "InvalidURN", message: value };
}

function ruleForCharacters(value: string, otherwise: Rule): Rule {
  const outside = [...value].filter((character) => !CHARACTER.test(character));
  if (outside.some((character) => character < "\u0080")) return "InvalidUriChar";
  return outside.length > 0 ? "UriNotIri" : otherwise;
}

/** Returns whether a value is an http or https URL, as required for an enclosure. */
export function isHttpUrl(value: string): boolean {
  return HTTP_URL.test(value) && REFERENCE.test(value);
}
