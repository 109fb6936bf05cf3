import { decodeReferences } from "../../base/escape.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { CompiledEntry } from "../../model/entry.ts";
import { findAnchor } from "../html/find-anchor.ts";
import { titleAnchor } from "../html/title-anchors.ts";
import type { CompileResult } from "./compiler.ts";

/** Returns a warning for each link to an anchor that the other article does not have. It depends on both, so that it is in no cache. */
export function findDeadAnchors(results: readonly CompileResult<CompiledEntry>[]): Diagnostic[] {
  const links = results.flatMap(({ anchorLinks = [] }) => anchorLinks);
  if (links.length === 0) return [];
  const entries = new Map(results.flatMap(({ result }) => (result === undefined ? [] : [[result.url, result] as const])));
  const known = new Map<string, ReadonlySet<string>>();
  return links.flatMap(({ anchor, column, file, line, prefix, reference, url }): Diagnostic[] => {
    const entry = entries.get(url);
    if (entry === undefined) return [];
    const anchors = known.get(url) ?? anchorsIn(entry, prefix);
    known.set(url, anchors);
    if (anchors.has(anchor)) return [];
    const found = findAnchor(anchor, anchors);
    const advice = found === undefined ? "link to one of its headings, or to the article" : `write ${JSON.stringify(`#${found}`)}`;
    const message = `Cannot find the anchor of ${JSON.stringify(reference)} in articles/${entry.source}: ${advice}`;
    return [{ file, line, column, severity: "warning", message }];
  });
}

// A title that may have the anchor of another heading, too, keeps its fragment in links: browsers show the top of the page.
function anchorsIn({ content, title }: CompiledEntry, prefix: string): ReadonlySet<string> {
  const start = `${prefix}-`;
  const ids = [...content.matchAll(/ id="([^"]*)"/g)].map(([, id = ""]) => decodeReferences(id));
  const named = ids.filter((id) => id.startsWith(start)).map((id) => id.slice(start.length));
  return new Set([...named, titleAnchor(title)]);
}
