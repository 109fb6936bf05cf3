import { digest } from "../base/digest.ts";
import type { ParsedEntry } from "../feed-parser/parsed-entry.ts";

/**
 * Computes an id for an entry without id and address. Equal entries get equal ids, so that a second import recognizes them.
 * @returns a UUID of version 8 (RFC 9562 §5.8), as a URN
 */
export async function derivedId({ content, published, title }: ParsedEntry): Promise<string> {
  const hex = await digest(JSON.stringify([title, published ?? "", content]));
  const groups = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20)];
  return `urn:uuid:${groups.join("-")}`;
}
