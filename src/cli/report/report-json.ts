import type { LiveComparison } from "../../doctor/compare-live.ts";
import { type ArticlesFolder, describeComparison } from "../../doctor/describe-comparison.ts";
import type { SiteReport } from "../../doctor/examine-site.ts";
import { jsonLines } from "./json-lines.ts";

/** Writes an examination as lines of JSON, in the shape that docs/doctor.md describes. */
export function reportJson(report: SiteReport, folder: ArticlesFolder): string[] {
  const { comparison, feeds, findings, url } = report;
  return jsonLines({
    url,
    findings,
    feeds: feeds.map(({ findings, history, kind, url }) => ({
      url,
      format: kind ?? null,
      entries: history?.entries.length ?? 0,
      findings,
    })),
    comparison: comparison === undefined ? null : comparisonValue(comparison, folder),
  });
}

function comparisonValue(result: LiveComparison, folder: ArticlesFolder) {
  const findings = describeComparison(result, folder);
  if ("reason" in result) return { feed: null, reason: result.reason, findings };
  const { beyond, changed, idBase, kept, late, vanished } = result.comparison;
  const { documents, entries, gap } = result.history;
  return {
    feed: result.feed,
    documents,
    entries: entries.length,
    gap: gap ?? null,
    kept,
    changed: changed.map(({ by, live, local }) => {
      return { source: local.source, liveId: live.id, localId: local.id, by, line: folder.idLine(local.source, live.id) };
    }),
    vanished: vanished.map(({ id, title, url }) => ({
      id,
      url: url ?? null,
      title,
      isRemoved: url !== undefined && folder.isRemoved(url),
    })),
    late: late.map(({ id, source }) => ({ source, id })),
    beyond,
    idBase: idBase ?? null,
    findings,
  };
}
