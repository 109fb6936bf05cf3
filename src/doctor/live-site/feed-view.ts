import { decodeText, encodingBytes, findEncoding } from "../../feed-parser/decode-text.ts";
import { parseFeedDocument } from "../../feed-parser/parse-feed.ts";
import type { ImportedDocument } from "../../feed-parser/parsed-entry.ts";
import { describeDocument } from "./describe-document.ts";
import { type DocumentKind, documentKindOf } from "./document-kind.ts";
import { type FeedLinks, readFeedLinks } from "./feed-links.ts";

/** A feed document as readers parse it. */
export interface FeedView extends FeedLinks {
  readonly kind: Exclude<DocumentKind, "html" | "unknown">;
  /** Decoded. */
  readonly text: string;
  /** The parsed entries, and the address of the next document of the archive. */
  readonly document: ImportedDocument;
}

/** A document that cannot be read as a feed, and the reason. */
export interface NoFeed {
  readonly kind: DocumentKind;
  readonly reason: string;
}

/** Parses a response as a feed. @param url the final URL, absolute */
export function readFeed(bytes: Uint8Array, contentType: string, url: string): FeedView | NoFeed {
  let kind: DocumentKind = "unknown";
  let text = "";
  try {
    text = decode(bytes, contentType);
    kind = documentKindOf(text);
    if (kind === "html") return { kind, reason: "it is a web page" };
    if (kind === "unknown") return { kind, reason: describeDocument(text) };
    const document = parseFeedDocument(text, url);
    return { kind, text, document, ...(kind === "json" ? linksOfJson(text) : readFeedLinks(text)) };
  } catch (error) {
    const isDeep = error instanceof RangeError;
    return { kind, reason: isDeep ? "it is nested too deeply" : reasonOf(error as Error, text) };
  }
}

const startLength = 200_000; // bytes that show whether a document is a page

/** Returns whether a response is HTML, without parsing it. */
export function isPage(bytes: Uint8Array, contentType: string): boolean {
  try {
    return documentKindOf(decode(bytes.subarray(0, startLength), contentType)) === "html";
  } catch {
    return false; // its encoding is unknown, or it is compressed twice
  }
}

/** Returns the reason why a document cannot be parsed: the first syntax error, or the parser's reason without its advice for an import. */
function reasonOf({ message }: Error, text: string): string {
  const [, external] = /<!ENTITY\s+[\w:.-]+\s+(?:SYSTEM|PUBLIC\s+"[^"]*")\s+["']([^"']*)/.exec(text.slice(0, 100_000)) ?? [];
  if (external !== undefined) return `it uses an external entity, ${external}, which readers do not load`;
  const mistake = message.includes("not well-formed") ? readFeedLinks(text).mistake : undefined;
  if (mistake !== undefined) return mistake;
  return message
    .replace(/^Cannot (?:find entries|decode the document): /, "")
    .replace(/; (?:give the address or the file of|unpack it, and|import it in) .*$/s, "")
    .replace(/\s+/g, " ");
}

// Invalid UTF-8 without a declared encoding is reported by the charset check. Most readers show it with replacement characters.
function decode(bytes: Uint8Array, contentType: string): string {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) throw new Error("it is compressed twice: there is gzip within the gzip");
  try {
    return decodeText(bytes, contentType);
  } catch (error) {
    if (findEncoding(bytes.subarray(0, encodingBytes), contentType).isDeclared) throw error;
    return new TextDecoder().decode(bytes);
  }
}

function linksOfJson(text: string): FeedLinks {
  const { feed_url, hubs } = JSON.parse(text) as { readonly feed_url?: unknown; readonly hubs?: unknown };
  const addresses = Array.isArray(hubs) ? hubs.map((hub: { readonly url?: unknown } | null) => hub?.url) : [];
  return { selves: [feed_url].filter((url) => typeof url === "string"), hubs: addresses.filter((url) => typeof url === "string") };
}
