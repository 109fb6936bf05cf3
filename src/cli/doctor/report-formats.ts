import { appendFileSync } from "node:fs";
import { attempt } from "../../files/failure.ts";
import type { Line, Print } from "../../terminal/terminal.ts";
import { annotationsOf } from "./annotations.ts";
import { describeSections } from "./describe-sections.ts";
import { type DoctorReport, sectionsOf } from "./doctor-report.ts";
import { jobSummary } from "./job-summary.ts";
import { reportJson } from "./report-json.ts";
import { describeCounts, describeNextStep } from "./summarize.ts";

/** The values of `--format`. */
export const reportFormats = ["text", "json", "github"] as const;

/** A value of `--format`. */
export type ReportFormat = (typeof reportFormats)[number];

/** The output of a report. */
export interface ReportOutput {
  readonly print: Print;
  /** The file to which a summary of the job is appended as Markdown, with `--format github`. */
  readonly summaryFile?: string | undefined;
  /** The folder of the repository, from which annotations count paths. */
  readonly workspace: string;
}

/** Prints a report in one of the formats. @throws Failure if the summary cannot be written */
export function writeReport(report: DoctorReport, format: ReportFormat, { print, summaryFile, workspace }: ReportOutput): void {
  const conclusion = ["", describeCounts(report), describeNextStep(report)];
  const lines: Readonly<Record<ReportFormat, () => readonly Line[]>> = {
    text: () => [...describeSections(sectionsOf(report)), ...conclusion],
    json: () => reportJson(report),
    github: () => [...annotationsOf(sectionsOf(report), workspace), ...conclusion],
  };
  print(...lines[format]());
  if (format === "github" && summaryFile) attempt("write", summaryFile, () => appendFileSync(summaryFile, jobSummary(report)));
}
