import type { Finding, Verdict } from "../../doctor/finding.ts";
import { brief } from "../../terminal/brief.ts";
import type { Line } from "../../terminal/terminal.ts";

/** The findings of one feed or of another part of an examination. */
export interface Section {
  /** What it is about, usually an address. */
  readonly title: string;
  readonly findings: readonly Finding[];
}

const styles = { ok: "green", note: "cyan", warning: "yellow", error: "red" } as const;
const verdictWidth = 7;
const widest = 24; // of the names of checks: a few rules have longer ones
const longestText = 2000; // UTF-16 units: an id may be long, and has to be there whole

/** Writes findings as a table: verdict, what was looked at, what was found; below it what shows it, and what to do. */
export function describeSections(sections: readonly Section[]): Line[] {
  const width = Math.min(widest, Math.max(...sections.flatMap(({ findings }) => findings.map(({ check }) => check.length)), 0));
  return sections
    .filter(({ findings }) => findings.length > 0)
    .flatMap(({ findings, title }, index) => [
      ...(index === 0 ? [] : [""]),
      { parts: [{ style: "bold", text: title }] },
      ...findings.flatMap((finding) => linesOf(finding, width)),
    ]);
}

function linesOf({ advice, check, evidence, verdict, what }: Finding, width: number): Line[] {
  const indent = " ".repeat(verdictWidth + width + 6);
  return [
    {
      parts: [
        "  ",
        { style: styles[verdict], text: verdict.padEnd(verdictWidth) },
        `  ${brief(check).padEnd(width)}  ${brief(what, longestText)}`,
      ],
    },
    ...(evidence === undefined || evidence === what
      ? []
      : [{ parts: [indent, { style: "dim", text: brief(evidence, longestText) }] } as const]),
    ...(advice === undefined || advice === "" ? [] : [`${indent}→ ${brief(advice, longestText)}`]),
  ];
}

/** `2 feeds: 1 error, 0 warnings, 3 notes` */
export function describeCounts(feeds: number, findings: readonly Finding[]): string {
  const count = (verdict: Verdict) => findings.filter((finding) => finding.verdict === verdict).length;
  const some = (number: number, name: string) => `${number} ${name}${number === 1 ? "" : "s"}`;
  return `${some(feeds, "feed")}: ${some(count("error"), "error")}, ${some(count("warning"), "warning")}, ${some(count("note"), "note")}`;
}
