import { linkTargets } from "../../conformance/links.ts";
import { childOf, childrenOf, parseXml } from "../../conformance/xml/xml.ts";
import { decodeText, encodingBytes, findEncoding } from "../../feed-parser/decode-text.ts";
import { parseFeedDocument } from "../../feed-parser/parse-feed.ts";
import type { ImportedDocument } from "../../feed-parser/parsed-entry.ts";
import { type DocumentKind, documentKindOf } from "./document-kind.ts";

/** A feed document as readers parse it. */
export interface FeedView {
  readonly kind: Exclude<DocumentKind, "html" | "unknown">;
  /** Decoded. */
  readonly text: string;
  /** The parsed entries, and the address of the next document of the archive. */
  readonly document: ImportedDocument;
  /** Its own addresses, as written in the document. */
  readonly selves: readonly string[];
  /** Its hubs (WebSub §4), as written in the document. */
  readonly hubs: readonly string[];
  /** The syntax error; undefined if the document is well-formed. */
  readonly mistake?: string;
}

/** A document that cannot be read as a feed, and the reason. */
export interface NoFeed {
  readonly kind: DocumentKind;
  readonly reason: string;
}

/** Parses a response as a feed. @param url the final URL, absolute */
export function readFeed(bytes: Uint8Array, contentType: string, url: string): FeedView | NoFeed {
  let kind: DocumentKind = "unknown";
  try {
    const text = decode(bytes, contentType);
    kind = documentKindOf(text);
    if (kind === "html" || kind === "unknown") return { kind, reason: kind === "html" ? "it is a web page" : "it is not a feed" };
    const document = parseFeedDocument(text, url);
    return { kind, text, document, ...(kind === "json" ? linksOfJson(text) : linksOfXml(text)) };
  } catch (error) {
    const isDeep = error instanceof RangeError;
    return { kind, reason: isDeep ? "it is nested too deeply" : (error as Error).message };
  }
}

// Invalid UTF-8 without a declared encoding is reported by the charset check. Most readers show it with replacement characters.
function decode(bytes: Uint8Array, contentType: string): string {
  try {
    return decodeText(bytes, contentType);
  } catch (error) {
    if (findEncoding(bytes.subarray(0, encodingBytes), contentType).isDeclared) throw error;
    return new TextDecoder().decode(bytes);
  }
}

type Links = Pick<FeedView, "selves" | "hubs" | "mistake">;

function linksOfJson(text: string): Links {
  const { feed_url, hubs } = JSON.parse(text) as { readonly feed_url?: unknown; readonly hubs?: unknown };
  const addresses = Array.isArray(hubs) ? hubs.map((hub: { readonly url?: unknown } | null) => hub?.url) : [];
  return { selves: [feed_url].filter((url) => typeof url === "string"), hubs: addresses.filter((url) => typeof url === "string") };
}

function linksOfXml(text: string): Links {
  let mistake: string | undefined;
  const root = parseXml(text, (rule, _place, message) => {
    if (rule === "SAXError") mistake ??= message;
  });
  if (root === undefined) return { selves: [], hubs: [], mistake: mistake ?? "no XML" };
  const feed = childOf(root, "channel") ?? root;
  const links = [...childrenOf(feed, "link"), ...childrenOf(feed, "atom:link")];
  return { selves: linkTargets(links, "self"), hubs: linkTargets(links, "hub") };
}
