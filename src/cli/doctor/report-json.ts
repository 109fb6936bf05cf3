import { jsonLines } from "../report/json-lines.ts";
import type { DoctorReport } from "./doctor-report.ts";

/** Writes a report as lines of JSON, in the shape that docs/doctor.md describes. */
export function reportJson({ comparison, feeds, findings, url }: DoctorReport): string[] {
  return jsonLines({
    url: url ?? null,
    findings,
    feeds: feeds.map(({ entries, file, findings, kind, system, url }) => ({
      url: url ?? null,
      ...(file !== undefined && { file }),
      format: kind ?? null,
      system: system ?? null,
      entries,
      findings,
    })),
    comparison: comparison?.json ?? null,
  });
}
