import type { CompiledContent } from "../model/compiled-content.ts";
import { encodeEntry } from "./cache/encoded-entry.ts";

/**
 * The JSON of compiled content in UTF-8, in pieces: what entries hold is taken as it is stored. It is to the byte what
 * `JSON.stringify` makes of the content.
 */
export function contentPieces({ entries, redirects, ...others }: CompiledContent): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let text = `${JSON.stringify(others).slice(0, -1)},"entries":[`;
  for (const [index, entry] of entries.entries()) {
    const { content, fields } = encodeEntry(entry);
    const { hash, ...first } = fields;
    pieces.push(Buffer.from(`${text}${index === 0 ? "" : ","}${JSON.stringify(first).slice(0, -1)},"content":`), content);
    text = `,"hash":${JSON.stringify(hash)}}`;
  }
  pieces.push(Buffer.from(`${text}],"redirects":${JSON.stringify(redirects)}}`));
  return pieces;
}
