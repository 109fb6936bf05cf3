import { parseFeed } from "feedsmith";
import { httpUrl } from "../entry-address.ts";
import type { ImportedDocument } from "../imported-entry.ts";
import { findXmlMistake } from "../xml-mistake.ts";
import { atomEntry } from "./atom-entry.ts";
import { jsonEntry } from "./json-entry.ts";
import { rdfEntry, rssEntry } from "./rss-entry.ts";

/**
 * Reads RSS 2.0, RSS 1.0, Atom or JSON Feed.
 * @param documentUrl where the document is, absolute; undefined for a file
 * @throws Error saying why it is no feed
 */
export function feedEntries(text: string, documentUrl: string | undefined): ImportedDocument {
  const found = parse(text);
  const notes = found.format === "json" ? [] : mistakesOf(text).map((mistake) => `Cannot be sure that all of it was read: ${mistake}`);
  switch (found.format) {
    case "json": {
      const { feed } = found;
      const entries = (feed.items ?? []).map((item) => jsonEntry(item, feed, documentUrl));
      return { entries, next: nextOf(feed.next_url, documentUrl), notes };
    }
    case "atom": {
      const { feed } = found;
      const entries = (feed.entries ?? []).map((entry) => atomEntry(entry, feed, documentUrl));
      return { entries, next: nextOf(archiveOf(feed.links), documentUrl), notes };
    }
    case "rss": {
      const { feed } = found;
      const entries = (feed.items ?? []).map((item) => rssEntry(item, feed, documentUrl));
      return { entries, next: nextOf(archiveOf(feed.atom?.links), documentUrl), notes };
    }
    case "rdf": {
      const { feed } = found;
      const entries = (feed.items ?? []).map((item) => rdfEntry(item, feed, documentUrl));
      return { entries, next: nextOf(archiveOf(feed.atom?.links), documentUrl), notes };
    }
  }
}

function parse(text: string) {
  const advice = "give the address or the file of an RSS, Atom or JSON Feed";
  if (/^\s*(?:<!doctype html|<html)/i.test(text)) throw new Error(`Cannot find entries: it is a web page; ${advice}`);
  try {
    return parseFeed(text, { parseDateFn: (date) => date });
  } catch (error) {
    const mistakes = text.trimStart().startsWith("<") ? mistakesOf(text) : [];
    throw new Error(`Cannot find entries: ${[...mistakes, (error as Error).message].join("; ")}; ${advice}`);
  }
}

// RFC 5005 §4.
function archiveOf(links: readonly { readonly rel?: string; readonly href?: string }[] = []): string | undefined {
  return links.find(({ rel }) => rel === "prev-archive")?.href;
}

function nextOf(reference: string | undefined, documentUrl: string | undefined): string | undefined {
  return httpUrl(reference, documentUrl)?.href;
}

function mistakesOf(text: string): string[] {
  const mistake = findXmlMistake();
  mistake.write(text.replace(/^\uFEFF/, ""));
  const found = mistake.close();
  return found === undefined ? [] : [found];
}
