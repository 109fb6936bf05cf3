import type { CompiledContent } from "../model/compiled-content.ts";
import { encodeEntry } from "./cache/encoded-entry.ts";

/**
 * Writes compiled content as JSON in UTF-8, in pieces: encoded entries are copied. The bytes are those of `JSON.stringify`.
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
