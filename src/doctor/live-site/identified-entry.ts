import type { ParsedEntry } from "../../feed-parser/parsed-entry.ts";
import { parseInstant } from "./parse-instant.ts";

/** The properties by which readers recognize an entry. */
export interface IdentifiedEntry {
  /** The id as readers use it: the feed's id, or the address if it has no id, or an empty string. */
  readonly id: string;
  /** Absolute URL of its page. */
  readonly url?: string;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly published?: number;
}

/** Returns the properties of an entry that are compared. */
export function identifyEntry({ id, link, published, title }: ParsedEntry): IdentifiedEntry {
  const instant = parseInstant(published);
  return {
    id: id?.trim() || link || "",
    title,
    ...(link !== undefined && { url: link }),
    ...(instant !== undefined && { published: instant }),
  };
}
