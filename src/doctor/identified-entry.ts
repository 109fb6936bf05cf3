import type { ParsedEntry } from "../feed-parser/parsed-entry.ts";
import { parseInstant } from "./parse-instant.ts";

/** What readers know an entry by. */
export interface IdentifiedEntry {
  /** Its id as readers take it: that of the feed, or its address where it has none; empty where it has neither. */
  readonly id: string;
  /** Absolute URL of its page. */
  readonly url?: string;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly published?: number;
}

/** An entry without what nobody compares. */
export function identifyEntry({ id, link, published, title }: ParsedEntry): IdentifiedEntry {
  const instant = parseInstant(published);
  return {
    id: id?.trim() || link || "",
    title,
    ...(link !== undefined && { url: link }),
    ...(instant !== undefined && { published: instant }),
  };
}
