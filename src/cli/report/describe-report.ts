import { plural } from "../../base/plural.ts";
import type { Finding } from "../../doctor/live-site/finding.ts";
import type { Severity } from "../../model/diagnostic.ts";
import { brief } from "../../terminal/brief.ts";
import type { Line } from "../../terminal/terminal.ts";

/** The findings about one feed, or about another part of an examination. */
export interface Section {
  /** Usually an address. */
  readonly title: string;
  readonly findings: readonly Finding[];
}

const styles = { ok: "green", note: "cyan", warning: "yellow", error: "red" } as const;
const severityWidth = 7;
const maxNameWidth = 24; // a few rules have longer names
const maxTextLength = 2000; // UTF-16 units: an id may be long, and has to be there whole

/** Formats findings as a table: severity, check and finding, and below them the evidence and the advice. */
export function describeSections(sections: readonly Section[]): Line[] {
  const width = Math.min(maxNameWidth, Math.max(...sections.flatMap(({ findings }) => findings.map(({ check }) => check.length)), 0));
  return sections
    .filter(({ findings }) => findings.length > 0)
    .flatMap(({ findings, title }, index) => [
      ...(index === 0 ? [] : [""]),
      { parts: [{ style: "bold", text: title }] },
      ...findings.flatMap((finding) => linesOf(finding, width)),
    ]);
}

function linesOf({ advice, check, evidence, severity, message }: Finding, width: number): Line[] {
  const indent = " ".repeat(severityWidth + width + 6);
  return [
    {
      parts: [
        "  ",
        { style: styles[severity], text: severity.padEnd(severityWidth) },
        `  ${brief(check).padEnd(width)}  ${brief(message, maxTextLength)}`,
      ],
    },
    ...(evidence === undefined || evidence === message
      ? []
      : [{ parts: [indent, { style: "dim", text: brief(evidence, maxTextLength) }] } as const]),
    ...(advice === undefined || advice === "" ? [] : [`${indent}→ ${brief(advice, maxTextLength)}`]),
  ];
}

/** `2 feeds: 1 error, 0 warnings, 3 notes` */
export function describeCounts(feeds: number, findings: readonly Finding[]): string {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const some = (severity: Severity) => plural(count(severity), severity);
  return `${plural(feeds, "feed")}: ${some("error")}, ${some("warning")}, ${some("note")}`;
}
