import type { ImportedEntry } from "../feed-parser/parsed-entry.ts";
import { instantOf } from "./parse-instant.ts";

/** What readers know an entry by. */
export interface KnownEntry {
  /** Its id as readers take it: that of the feed, or its address where it has none; empty where it has neither. */
  readonly id: string;
  /** Absolute URL of its page. */
  readonly url?: string;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly published?: number;
}

/** An entry without what nobody compares. */
export function knownEntry({ id, link, published, title }: ImportedEntry): KnownEntry {
  const instant = instantOf(published);
  return {
    id: id?.trim() || link || "",
    title,
    ...(link !== undefined && { url: link }),
    ...(instant !== undefined && { published: instant }),
  };
}
