import { fileOf } from "../content/article.ts";
import type { CompiledEntry } from "../content/compile-entry.ts";
import type { Problem } from "../content/problem.ts";
import { wholeSite } from "../content/selection.ts";
import { feedDocument } from "../feed/feed-document.ts";
import { type Format, formats } from "../feed/formats.ts";
import type { Site } from "../site.ts";

const maxBytes = 5_000_000; // the W3C validator reads no further (ValidatorLimit)

/** Renders every entry once in every format, so that nothing ships that cannot be rendered. */
export function verifyDocuments(site: Site, entries: readonly CompiledEntry[]): Problem[] {
  return formats.flatMap((format) => {
    const problems: Problem[] = [];
    for (let start = 0; start < Math.max(1, entries.length); start += site.limit) {
      problems.push(...verify(site, format, entries.slice(start, start + site.limit)));
    }
    return problems;
  });
}

function verify(site: Site, format: Format, entries: readonly CompiledEntry[]): Problem[] {
  const place = { file: fileOf(entries[0]?.source ?? ""), line: 1, column: 1, severity: "error" as const };
  try {
    const size = Buffer.byteLength(format.render(feedDocument(site, { selection: wholeSite, entries, archivePages: 0 }, format, entries)));
    if (size <= maxBytes) return [];
    const message = `Cannot serve ${entries.length} entries from here on as ${format.name}: ${size} bytes, and readers give up at ${maxBytes}; lower SITE.limit`;
    return [{ ...place, message }];
  } catch (error) {
    if (entries.length > 1) return entries.flatMap((entry) => verify(site, format, [entry]));
    return [{ ...place, message: `Cannot render as ${format.name}: ${(error as Error).message}` }];
  }
}
