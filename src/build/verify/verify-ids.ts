import { findUriFault } from "../../conformance/values/uri.ts";
import type { LocationOfField } from "../../content/compile/compile.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { CompiledEntry } from "../../model/entry.ts";

/**
 * Reports ids that are not valid URIs (RFC 4287 §4.2.6). They are published nevertheless: with another id, subscribers would see the entry
 * a second time.
 */
export function verifyIds(entries: readonly CompiledEntry[], locationOfField: LocationOfField): Diagnostic[] {
  return entries.flatMap((entry): Diagnostic[] => {
    const fault = entry.unlisted ? undefined : findUriFault(entry.id);
    if (fault === undefined) return [];
    const message = `Cannot make the id ${JSON.stringify(entry.id)} valid (${fault.rule} in the W3C validator): keep it if the article was published with it, since an id is permanent`;
    return [{ ...locationOfField(entry.source, "id"), severity: "warning", message, dedupeKey: `id ${fault.rule}` }];
  });
}
