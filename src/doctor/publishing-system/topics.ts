import { ofSvg } from "../../conformance/elements/html.ts";
import type { Finding } from "../live-site/finding.ts";
import { checkTopics } from "./check-topics.ts";
import type { Topic } from "./topic.ts";

/** The topics of elements that are missing or empty. */
const elements: readonly (readonly [path: RegExp, topic: Topic])[] = [
  [/\/(?:item|entry)\/title$/, "entry title"],
  [/^\/(?:rss\/channel|feed)\/(?:title|subtitle|description)$/, "title"],
  [/\/author(?:\/name)?$/, "author"],
  [/\/(?:updated|published|pubDate|dc:date)$/, "date"],
  [/\/(?:guid|id)$/, "ids"],
  [/\/channel\/language$/, "language"],
];

/** @param place the path of the element that is empty, or that lacks the element `value` */
function topicOfElement(check: string, place: string, value: string): Topic {
  const parent = place.replace(/^line \d+, /, "").replace(/\[\d+\]/g, "");
  const path = check === "MissingElement" ? `${parent}/${value.split(",", 1)[0]}` : parent;
  return elements.find(([pattern]) => pattern.test(path))?.[1] ?? checkTopics.get(check) ?? "value";
}

/** Returns whether all places of a finding are links of Atom: the rules judge the attribute title. */
function isAboutLinks(evidence: string): boolean {
  const places = evidence.split("; ").map((part) => part.split(": ", 1)[0] ?? "");
  return places.every((place) => place === "…" || /\/feed(?:\/entry(?:\[\d+\])?)?\/link(?:\[\d+\])?$/.test(place));
}

/** Returns whether an address has a host, so that the base address of the site is right, and something else is wrong in it. */
function isComplete(value: string): boolean {
  return /^https?:\/\/[^\s/]{1,253}\//.test(value) && !/^https?:\/\/(?:localhost|127\.)/.test(value);
}

/** Returns the topic of HTML that systems write themselves; undefined for other HTML. */
function topicOfHtml(check: string, place: string, value: string): Topic | undefined {
  if (/^(?:NotHtml|SecurityRisk|SecurityRiskAttr)$/.test(check) && /\/title(?:\[\d+\])?(?: <[\w-]+>)?$/.test(place)) return "plain text";
  if (/^Contains(?:Undeclared)?HTML$/.test(check) && /\/(?:category|name|dc:creator|dc:subject)(?:\[\d+\])?$/.test(place)) return "value";
  if (check === "NotHtml" && value.endsWith(ofSvg)) return "svg";
  if (check === "ContainsRelRef" && place.endsWith(" <use> href") && value.startsWith("#")) return "svg";
  if (check === "SecurityRiskAttr" && place.endsWith(" <img>")) return "picture event";
  return check === "ContainsRelRef" && place.endsWith(" <a> href") && value.startsWith("#") ? "same page" : undefined;
}

function topicOfCharacter(evidence: string): Topic {
  if (/: (?:U\+FFFD|a lone surrogate)|was encoded twice/.test(evidence)) return "damaged character";
  return /: U\+00[89]/.test(evidence) ? "character" : "value"; // or the encoding that it declares
}

/** Returns whether the template, and not the base address of the site, is wrong: in "SELF, and not ADDRESS", only the ends differ. */
function isOtherPath(evidence: string): boolean {
  const [self, address] = evidence.split(", and not ").map((url) => URL.parse(url));
  if (!self || self.origin !== address?.origin) return false;
  const hasOtherStart = address.pathname.endsWith(self.pathname) || self.pathname.endsWith(address.pathname);
  return !hasOtherStart || self.search !== address.search;
}

/** Returns whether a date is empty, or made from 0000-00-00: `Wed, 30 Nov -0001 00:00:00 +0000`. */
function isMissingDate(check: string, value: string | undefined): boolean {
  return /^InvalidRFC(?:2822|3339)Date$/.test(check) && value !== undefined && /^$|(?:^| )-000[01]\b/.test(value.trim());
}

/** The messages about the charset in the header Content-Type. */
const ofCharset = /\((?:EncodingMismatch|UnknownEncoding)\)|^The server declares \S{1,100}, but it is written in /;

/** The end of the message about headers that PHP sends with a session. */
export const phpSession = "a session of PHP (session_start()) sends this";

/** The end of the message about dates that are written and are no dates. */
export const invalidDate = "an invalid date";

/** The message about a feed with an ETag alone. */
export const noLastModified = "There is no Last-Modified, the only validator that some readers support";

/** The beginning of the message about a validator that does not give a 304. */
export const isIgnored = "It is ignored";

/** The message about redirects that readers follow once, and then store the new address. */
export const movedPermanently = "It has moved permanently";

/** The message about a document with new bytes after a second. */
export const changesAlways = "The document differs with every request: it cannot be cached";

/** The beginning of the message about a response without a lifetime. */
export const noLifetime = "There is no Cache-Control";

/** The beginning of the further places in the evidence of a broken rule. */
export const alsoAt = "; also ";

function isAboutLastModified(check: string, message: string): boolean {
  return message === noLastModified || (check === "If-Modified-Since" && message.startsWith(isIgnored));
}

/** Returns the subject of a finding; undefined if no system has advice about it. */
export function topicOf({ check, evidence = "", message, severity }: Finding): Topic | undefined {
  const [place = "", written] = evidence.split(alsoAt, 1)[0]?.split(": ") ?? [];
  const value = written ?? "";
  if (isRule(check) && (check.includes("Itunes") || place.includes("/itunes:"))) return "podcast";
  const element = /^(?:line \d+, )?\/rss\/channel(?:\/item(?:\[\d+\])?)?\/(enclosure|image)\b(?!:)/.exec(place)?.[1];
  if (/^Image(?:Title|Link)DoesntMatch$/.test(check)) return "template"; // another picture changes nothing
  if (element !== undefined && isRule(check)) return element as "enclosure" | "image";
  if (check === "MissingElement" || check === "NotBlank") return topicOfElement(check, place, value);
  if (check === "ContainsHTML" && isAboutLinks(evidence)) return "link title";
  if (check === "well-formed" && evidence.includes("character that XML forbids")) return "character";
  if (check === "well-formed" && evidence.includes("a CDATA section ends here")) return "CDATA end";
  if (check === "BadCharacters") return topicOfCharacter(evidence);
  if (check === "entries" && severity === "note") return undefined; // a feed of comments
  if (check === "self link" && /^There (?:is no|are) /.test(message)) return "self link";
  if (check === "self link" && isOtherPath(evidence)) return "self link";
  if (isMissingDate(check, written)) return "missing date";
  if (check === "freshness" && message.endsWith(phpSession)) return "session";
  if (check === "dates" && message.endsWith(invalidDate)) return "date form";
  if (isAboutLastModified(check, message)) return "last modified";
  if (check === "compression" && message.includes("without Vary")) return "headers";
  if (check === "redirects" && message === movedPermanently) return undefined; // nothing is wrong in the system
  if (check === "two fetches" && message === changesAlways) return "changing document";
  if (check === "freshness" && message.startsWith(noLifetime)) return "lifetime";
  if (check === "InvalidFullLink" && (place.endsWith("/uri") || isComplete(value))) return "value";
  if (check === "JSON Feed 1.1 title" && place.startsWith("$.items")) return "entry title";
  if (checkTopics.get(check) === "value" && /\/(?:guid|id)(?:\[\d+\])?$/.test(place)) return "ids";
  if (check === "rules") return severity === "error" ? "content" : undefined; // the HTML is too large, or rules are not checked
  if (check === "charset" && ofCharset.test(message)) return "media type"; // its parameter
  return topicOfHtml(check, place, value) ?? checkTopics.get(check) ?? (isRule(check) ? "value" : undefined);
}

// Other checks have names in small letters, or are those of headers.
function isRule(check: string): boolean {
  return /^[A-Z]/.test(check) && !/headers$|^requests$/.test(checkTopics.get(check) ?? "");
}
