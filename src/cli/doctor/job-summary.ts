import { plural } from "../../base/plural.ts";
import type { Finding } from "../../doctor/live-site/finding.ts";
import { brief } from "../../terminal/brief.ts";
import { printable } from "../../terminal/printable.ts";
import { textsOf } from "./annotations.ts";
import { type DoctorReport, type Section, sectionsOf, worstFirst } from "./doctor-report.ts";
import { describeCounts, describeNextStep } from "./summarize.ts";

const marks = { error: "❌ error", warning: "⚠️ warning", note: "ℹ️ note", ok: "✅ ok" } as const;
const maxTextLength = 500; // UTF-16 units
const maxLength = 400_000; // UTF-16 units of all tables: GitHub accepts 1 MiB for each step

/** Writes a report as Markdown of GitHub: a table for each feed, the worst first. Foreign texts cannot make markup. */
export function jobSummary(report: DoctorReport): string {
  const lines = ["## Feed doctor", "", `**${describeCounts(report)}**`, "", cell(describeNextStep(report)), ""];
  let length = 0;
  for (const section of sectionsOf(report)) {
    const table = tableOf(section);
    length += table.join("\n").length;
    lines.push(...(length > maxLength ? [`### ${cell(section.title)}`, "", "Too many findings to show"] : table), "");
  }
  return `${lines.join("\n")}\n`;
}

const maxRows = 100;

function tableOf({ file, findings, title }: Section): string[] {
  const faults = worstFirst(findings.filter(({ severity }) => severity !== "ok"));
  const passed = findings.length - faults.length;
  const more = faults.length - maxRows;
  return [
    `### ${cell(title)}`,
    "",
    ...(faults.length === 0 ? [] : ["| | Check | Finding |", "| --- | --- | --- |"]),
    ...faults.slice(0, maxRows).map((finding) => rowOf(finding, file)),
    ...(faults.length === 0 ? [] : [""]),
    ...(more > 0 ? [`… and ${more} more`, ""] : []),
    `${plural(passed, "check")} passed.`,
  ];
}

function rowOf(finding: Finding, file: string | undefined): string {
  return `| ${marks[finding.severity]} | ${cell(finding.check)} | ${textsOf(finding, file).map(cell).join("<br>")} |`;
}

function cell(text: string): string {
  return escapeMarkdown(brief(printable(text), maxTextLength));
}

// A reference in place of a character never has a meaning in Markdown. Without "://", GitHub makes no link.
function escapeMarkdown(text: string): string {
  return text.replace(/[!#$&()*+<>@[\\\]^_`{|}~-]|:(?=\/\/)|(?<=www)\./g, (character) => `&#${character.charCodeAt(0)};`);
}
