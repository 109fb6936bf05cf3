import type { Finding } from "../../doctor/live-site/finding.ts";
import { brief } from "../../terminal/brief.ts";
import type { Line } from "../../terminal/terminal.ts";
import { evidenceOf, type Section, worstFirst } from "./doctor-report.ts";

const styles = { ok: "green", note: "cyan", warning: "yellow", error: "red" } as const;
const severityWidth = 7;
const maxNameWidth = 24; // a few rules have longer names
const maxTextLength = 2000; // UTF-16 units: an id may be long, and has to be there whole

/** Formats findings as a table, the worst first: severity, check and finding, and below them the evidence and the advice. */
export function describeSections(sections: readonly Section[]): Line[] {
  const width = Math.min(maxNameWidth, Math.max(...sections.flatMap(({ findings }) => findings.map(({ check }) => check.length)), 0));
  return sections
    .filter(({ findings }) => findings.length > 0)
    .flatMap(({ file, findings, title }, index) => [
      ...(index === 0 ? [] : [""]),
      { parts: [{ style: "bold", text: title }] },
      ...withoutRepeatedAdvice(worstFirst(findings)).flatMap((finding) => linesOf(finding, file, width)),
    ]);
}

// One setting of a system may concern many findings. The first mention is enough.
function withoutRepeatedAdvice(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.map(({ systemAdvice, ...finding }) => {
    if (systemAdvice === undefined || seen.has(systemAdvice)) return finding;
    seen.add(systemAdvice);
    return { ...finding, systemAdvice };
  });
}

function linesOf(finding: Finding, file: string | undefined, width: number): Line[] {
  const { advice, check, message, severity, systemAdvice } = finding;
  const indent = " ".repeat(severityWidth + width + 6);
  const evidence = evidenceOf(finding, file);
  return [
    {
      parts: [
        "  ",
        { style: styles[severity], text: severity.padEnd(severityWidth) },
        `  ${brief(check).padEnd(width)}  ${brief(message, maxTextLength)}`,
      ],
    },
    ...(evidence === "" ? [] : [{ parts: [indent, { style: "dim", text: brief(evidence, maxTextLength) }] } as const]),
    ...[advice, systemAdvice]
      .filter((text) => text !== undefined && text !== "")
      .map((text = "") => `${indent}→ ${brief(text, maxTextLength)}`),
  ];
}
