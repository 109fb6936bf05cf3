import { outputAdvice } from "../../conformance/xml/after-root.ts";
import { findUsedEntity, type UsedEntity } from "../../conformance/xml/external-entities.ts";
import { findNestedError } from "../../conformance/xml/nested-error.ts";
import { conflictAdvice, hasPhpSource, isConflict, phpSourceAdvice } from "../../conformance/xml/published-source.ts";
import { positionOf, type XmlError } from "../../conformance/xml/xml-error.ts";
import { charsetOf, decodeText, encodingBytes, findEncoding } from "../../feed-parser/decode-text.ts";
import { parseFeedEntries } from "../../feed-parser/parse-feed.ts";
import type { ImportedDocument } from "../../feed-parser/parsed-entry.ts";
import { LimitError } from "../../limits/limit-error.ts";
import { explainCutOff } from "./cut-off-json.ts";
import { describeDocument } from "./describe-document.ts";
import { type DocumentKind, documentKindOf } from "./document-kind.ts";
import { type DeclaredLinks, readFeedLinks } from "./feed-links.ts";
import type { Finding } from "./finding.ts";
import { adviceBeforeJson, adviceForSyntax, findWrapper, isTrailingComma, trailingCommaAdvice } from "./json-mistakes.ts";
import { locateError } from "./locate-error.ts";
import { findOutputBefore, type OutputBefore } from "./output-before.ts";
import { loginKind, quoteTitle, resemblesErrorPage } from "./page-title.ts";
import { isUtf8Despite } from "./utf8-despite.ts";

/** A feed document as readers parse it. */
export interface FeedView extends DeclaredLinks {
  readonly kind: Exclude<DocumentKind, "html" | "unknown">;
  /** Decoded. */
  readonly text: string;
  /** The parsed entries, and the address of the next document of the archive. */
  readonly document: ImportedDocument;
}

/** A document that cannot be read as a feed, and the reason. */
export interface NoFeed extends Fault {
  readonly kind: DocumentKind;
  /** True if the bytes are compressed, after the server's Content-Encoding was undone. */
  readonly isCompressed?: boolean;
  /** The decoded document; undefined if it is not a feed that is broken. */
  readonly text?: string;
}

/** The reason why a document cannot be parsed. */
interface Fault {
  /** True if its encoding is unknown. */
  readonly isUndecodable?: boolean;
  /** A clause. */
  readonly reason: string;
  /** The remedy if it is a special one, a sentence without its full stop. */
  readonly advice?: string;
  /** The rule that it breaks if it is well-formed. */
  readonly rule?: "MissingElement";
  readonly location?: NonNullable<Finding["location"]>;
}

/** Parses a response as a feed. @param url the final URL, absolute */
export function readFeed(bytes: Uint8Array, contentType: string, url: string): FeedView | NoFeed {
  if (isGzip(bytes)) return { kind: "unknown", reason: "it is compressed by gzip", isCompressed: true };
  let kind: DocumentKind = "unknown";
  let text: string | undefined;
  try {
    text = decode(bytes, contentType);
    const before = findOutputBefore(text);
    if (before !== undefined) return { kind: before.kind, text, ...describeOutput(before, text) };
    kind = documentKindOf(text);
    if (kind === "html") return { kind, reason: describePage(text, url) };
    if (kind === "unknown") return { kind, ...describeDocument(text) };
    const wrapper = kind === "json" ? findWrapper(text) : undefined;
    if (wrapper !== undefined) return { kind, text, ...wrapper };
    const document = parseFeedEntries(kind === "json" ? withKnownVersion(text) : text, url);
    return { kind, text, document, ...linksIn(kind, text) };
  } catch (error) {
    if (text === undefined) return describeUndecodable(bytes, error as Error, contentType);
    if (isEmptyFeed(error as Error, kind, text)) return { kind, text, document: noEntries, ...linksIn(kind, text) };
    return { kind, text, ...faultOf(error as Error, text) };
  }
}

const channel = /<(?:[\w.-]+:)?channel[\s/>]/;
const noEntries: ImportedDocument = { entries: [], next: undefined, nextName: undefined, site: {}, notes: [] };

// The parser refuses a feed without content. The rules name what is missing, unless it is in an entity.
function isEmptyFeed(error: Error, kind: DocumentKind, text: string): kind is FeedView["kind"] {
  if (!error.message.includes("Invalid feed format") || kind === "html" || kind === "unknown") return false;
  if (kind === "json") return true;
  return !text.includes("<!ENTITY") && readFeedLinks(text).mistake === undefined && (kind !== "rss" || channel.test(text));
}

function linksIn(kind: DocumentKind, text: string): DeclaredLinks {
  return kind === "json" ? linksOfJson(text) : readFeedLinks(text);
}

// The markup of almost every encoding is ASCII.
function describeUndecodable(bytes: Uint8Array, error: Error, contentType: string): NoFeed {
  const text = new TextDecoder().decode(bytes);
  const kind = documentKindOf(text);
  const name = /^\s*<\?xml\s[^>]*?\sencoding\s*=\s*["']/.exec(text.slice(0, encodingBytes));
  const place = name === null ? undefined : positionOf(text, name[0].length);
  return {
    kind: kind === "html" ? "unknown" : kind,
    text,
    reason: reasonIn(error.message),
    isUndecodable: true,
    advice:
      place === undefined && charsetOf(contentType) !== undefined
        ? "Send charset=utf-8 in Content-Type"
        : "Write it in UTF-8, and declare it",
    ...(place !== undefined && { location: { line: place.line, column: place.column } }),
  };
}

// The parser refuses an unknown version, and nothing else depends on it. The rules report it.
function withKnownVersion(json: string): string {
  const feed = JSON.parse(json.replace(/^\uFEFF/, "")) as Record<string, unknown>;
  const isKnown = typeof feed["version"] === "string" && /jsonfeed\.org\/version\/1(?:\.1)?$/.test(feed["version"]);
  return isKnown ? json : JSON.stringify({ ...feed, version: undefined });
}

function describePage(html: string, url: string): string {
  const title = quoteTitle(html);
  const isError = title !== undefined && resemblesErrorPage(html);
  const kind = isError ? "an error page" : (loginKind(html, url) ?? "a web page");
  return `it is ${kind}${title === undefined ? "" : `, ${title}`}`;
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function describeOutput({ afterDeclaration, isFrontMatter, kind, offset, output }: OutputBefore, text: string): Fault {
  const begin = positionOf(text, offset);
  const { column, line } = afterDeclaration === undefined ? begin : positionOf(text, afterDeclaration);
  const advice = isFrontMatter
    ? "Make the generator read the front matter: it was published as it is"
    : (adviceForSource(output) ?? (kind === "json" ? adviceBeforeJson(output) : undefined) ?? outputAdvice);
  const place = afterDeclaration === undefined ? "before it" : "between the XML declaration and it";
  const reason = `the feed begins on line ${begin.line} only; ${place}, there is other output: ${JSON.stringify(output)}`;
  return { reason, advice, location: { line, column } };
}

const escapedAdvice =
  'Make the template write <?xml without escaping it: in Go, parse it with text/template; in Hugo, write {{ printf "<?xml …?>" | safeHTML }}';

function adviceForSource(output: string): string | undefined {
  if (isConflict(output)) return conflictAdvice;
  if (/^&(?:lt|#60|#x3c);\?xml\s/i.test(output)) return escapedAdvice;
  return hasPhpSource(output) ? phpSourceAdvice : undefined;
}

const startLength = 200_000; // bytes that show whether a document is a page

/** Returns whether a response is HTML, without parsing it. */
export function isPage(bytes: Uint8Array, contentType: string): boolean {
  try {
    const text = isGzip(bytes) ? "" : decode(bytes.subarray(0, startLength), contentType);
    return documentKindOf(text) === "html" && findOutputBefore(text) === undefined;
  } catch {
    return false; // its encoding is unknown
  }
}

const nesting = "Nest fewer elements: look for one that is not closed, or for a template that contains itself";

/** Returns the first syntax error, or the parser's reason without its advice for an import. */
function faultOf(error: Error, text: string): Fault {
  if (error instanceof RangeError) return { reason: "it is nested too deeply", advice: nesting };
  const entity = findUsedEntity(text);
  if (entity !== undefined) return describeEntity(entity, text);
  const { message } = error;
  const mistake = message.includes("not well-formed") ? readFeedLinks(text).mistake : undefined;
  if (mistake !== undefined) return faultOfXml(mistake);
  if (error instanceof LimitError && message.includes("elements are nested")) {
    const unclosed = findNestedError(text);
    return unclosed === undefined ? { reason: reasonIn(message), advice: nesting } : faultOfXml(unclosed);
  }
  if (error instanceof LimitError) return { reason: reasonIn(message), ...(message.includes("nested") && { advice: nesting }) };
  if (/<rss[\s>]/i.test(text) && !channel.test(text)) {
    const advice = "Put everything within <rss> into one <channel>: the title, the link and the items";
    const { column, line } = positionOf(text, text.search(/<rss[\s>]/i));
    return {
      reason: "it has no <channel>, so that readers find nothing in it",
      rule: "MissingElement",
      advice,
      location: { line, column },
    };
  }
  if (message.includes("are not an array")) return { reason: reasonIn(message), advice: itemsAdvice, ...locateItems(text) };
  const cutOff = explainCutOff(text, reasonIn(message));
  if (cutOff !== undefined) return cutOff;
  const place = locateError(reasonIn(message), text);
  const isComma = place.location !== undefined && isTrailingComma(text, place.location);
  const usual = error instanceof SyntaxError ? adviceForSyntax(text, message) : undefined;
  const advice = isComma ? trailingCommaAdvice : usual;
  return { reason: reasonIn(message), ...place, ...(advice !== undefined && { advice }) };
}

function describeEntity({ address, offset }: UsedEntity, text: string): Fault {
  const { column, line } = positionOf(text, offset);
  const reason = `it uses an external entity, ${address}, which readers do not load`;
  return { reason, location: { line, column }, advice: "Remove the entity, and write its text where it is used" };
}

const itemsAdvice =
  'Write items as an array: "items": [ … ], or "items": [] without entries. In PHP, json_encode() writes an array with gaps in its keys as an object: use array_values()';

function locateItems(text: string): Pick<Fault, "location"> {
  const { index } = /"items"\s*:/i.exec(text) ?? {};
  return index === undefined ? {} : { location: positionOf(text, index) };
}

function reasonIn(message: string): string {
  return message
    .replace(/^Cannot (?:find entries|decode the document): /, "")
    .replace(/^Cannot decode ("[^"]*"): no such encoding is known; .*$/s, "no encoding is called $1")
    .replace(/; (?:give the address or the file of|unpack it, and|import it in) .*$/s, "")
    .replace(/\s+/g, " ");
}

/** Returns a well-formedness error as the reason why a document cannot be parsed. */
export function faultOfXml({ advice, column, line, reason }: XmlError): Fault & { readonly location: NonNullable<Finding["location"]> } {
  return { reason: `line ${line}: ${reason}`, location: { line, column }, ...(advice !== undefined && { advice }) };
}

// Invalid UTF-8 without a declared encoding is reported by the charset check. Most readers show it with replacement characters.
// So is a wrong declaration of an encoding; the other checks see the text that was meant.
function decode(bytes: Uint8Array, contentType: string): string {
  try {
    const { label } = findEncoding(bytes.subarray(0, encodingBytes), contentType);
    return isUtf8Despite(label, bytes) ? new TextDecoder().decode(bytes) : decodeText(bytes, contentType);
  } catch (error) {
    if (findEncoding(bytes.subarray(0, encodingBytes), contentType).isDeclared) throw error;
    return new TextDecoder().decode(bytes);
  }
}

function linksOfJson(text: string): DeclaredLinks {
  const { feed_url, hubs } = JSON.parse(text) as { readonly feed_url?: unknown; readonly hubs?: unknown };
  const addresses = Array.isArray(hubs) ? hubs.map((hub: { readonly url?: unknown } | null) => hub?.url) : [];
  return {
    selves: [feed_url].filter((url) => typeof url === "string"),
    selfOffsets: [],
    hubs: addresses.filter((url) => typeof url === "string"),
  };
}
