import { plural } from "../../base/plural.ts";
import type { Finding } from "../../doctor/live-site/finding.ts";
import type { Severity } from "../../model/diagnostic.ts";
import { brief } from "../../terminal/brief.ts";
import { type DoctorReport, findingsOf, sectionsOf, worstFirst } from "./doctor-report.ts";

/** Returns the number of feeds and of findings: `2 feeds: 1 error, 0 warnings, 3 notes`. */
export function describeCounts(report: DoctorReport): string {
  const findings = findingsOf(report);
  const count = (severity: Severity) => plural(findings.filter((finding) => finding.severity === severity).length, severity);
  return `${plural(report.feeds.length, "feed")}: ${count("error")}, ${count("warning")}, ${count("note")}`;
}

/** Returns the first thing to do, in one line: the advice of the worst finding. */
export function describeNextStep(report: DoctorReport): string {
  const faults = sectionsOf(report).flatMap(({ findings, title }) =>
    findings.filter(isFault).map((finding) => ({ check: finding.check, severity: finding.severity, finding, title })),
  );
  const [worst] = worstFirst(faults);
  if (worst === undefined) return "Nothing has to be done.";
  const { advice, check, message, systemAdvice } = worst.finding;
  const step = [advice || message, systemAdvice].filter((text) => text !== undefined).join(". ");
  const place = [check, worst.title, ...placeOf(worst.finding)].join(", ");
  return brief(`Next: ${step} (${place})`, 1000);
}

/** Returns the line and the path of what is wrong, as far as they are known. */
function placeOf({ evidence = "", location }: Finding): string[] {
  const path = /^(?:\/[\w:]|\$)[^\s:]*(?::[^\s:]+)*(?=: )/.exec(evidence)?.[0];
  return [...(location === undefined ? [] : [`line ${location.line}`]), ...(path === undefined ? [] : [path])];
}

function isFault({ severity }: Finding): boolean {
  return severity === "error" || severity === "warning";
}
