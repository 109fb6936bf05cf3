import { examineSite, type SiteReport } from "../../doctor/examine-site.ts";
import type { Network } from "../../network/request.ts";
import { CommandError, UsageError } from "../../terminal/command-error.ts";
import { exitCodes } from "../../terminal/exit-codes.ts";
import { errorLines } from "../../terminal/exit-on-failure.ts";
import { showProgress } from "../../terminal/terminal.ts";
import { type ArticleComparison, type DoctorReport, findingsOf } from "./doctor-report.ts";
import { examineFile } from "./examine-file.ts";
import { parseAddress, parseFutureAddress } from "./parse-address.ts";
import { type ReportFormat, type ReportOutput, reportFormats, writeReport } from "./report-formats.ts";

/** The arguments of the doctor. */
export interface DoctorOptions {
  /** At most one; without one, the address of the default site is examined. */
  readonly urls: readonly string[];
  /** The path of a feed document to examine instead; at most one. */
  readonly file?: readonly string[] | undefined;
  /** The address where that file will be; at most one. */
  readonly as?: readonly string[] | undefined;
  readonly format: string;
  /** True to count warnings as problems. */
  readonly strict: boolean;
}

/** The network and the output of the doctor. */
export interface DoctorTools extends ReportOutput {
  readonly network: Network;
}

/** The site that is examined if no address is given, and its comparison with live feeds. */
export interface DefaultSite {
  /** Empty if unknown. Reading it throws a CommandError if the settings have errors. */
  readonly url: string;
  /**
   * Prepares the comparison with the feeds at an address. Returns undefined to skip it.
   * @throws CommandError if there is nothing to compare with
   */
  prepare(url: string): Promise<((report: SiteReport) => ArticleComparison) | undefined>;
}

/** Examines feeds and prints the findings. @returns the exit code @throws UsageError, or another CommandError */
export async function runDoctor(options: DoctorOptions, tools: DoctorTools, site?: DefaultSite): Promise<number> {
  const format = parseFormat(options.format);
  const report = await examine(options, tools.network, site).catch((error: unknown) => {
    if (format === "github") tools.print({ level: "error", properties: { title: "doctor" }, lines: errorLines(error) });
    throw error;
  });
  writeReport(report, format, tools);
  const hasProblems = findingsOf(report).some(({ severity }) => severity === "error" || (options.strict && severity === "warning"));
  return hasProblems ? exitCodes.problems : exitCodes.ok;
}

function parseFormat(format: string): ReportFormat {
  const found = reportFormats.find((name) => name === format);
  if (found === undefined) throw new UsageError(`Cannot write ${JSON.stringify(format)}: --format is text, json or github`);
  return found;
}

async function examine(options: DoctorOptions, network: Network, site: DefaultSite | undefined): Promise<DoctorReport> {
  const {
    as: [as, ...otherAddresses] = [],
    file: [file, ...otherFiles] = [],
    urls: [first, second],
  } = options;
  if (otherFiles.length > 0) throw new UsageError("Cannot check more than one file at a time: run the doctor once for each --file");
  if (otherAddresses.length > 0) throw new UsageError("Cannot use --as more than once: a file has one address");
  if (file === "") throw new UsageError("Cannot check a file: --file is empty; name the file of the feed");
  if (file !== undefined && /^https?:\/\//i.test(file)) {
    throw new UsageError(`Cannot check the file ${JSON.stringify(file)}: it is an address; write it without --file`);
  }
  if (file !== undefined) {
    const advice = "check one file at a time; the address of the file is --as URL";
    if (first !== undefined) throw new UsageError(`Cannot check ${JSON.stringify(first)} and a file: ${advice}`);
    return examineFile(file, as === undefined ? undefined : parseFutureAddress(as), network.now());
  }
  if (second !== undefined) throw new UsageError("Cannot check more than one address at a time: run the doctor once for each");
  if (as !== undefined) throw new UsageError("Cannot use --as without --file, the feed document that will be at this address");
  const given = first ?? site?.url ?? "";
  if (given === "") throw nothingGiven(site);
  const url = parseAddress(given);
  const compare = await site?.prepare(url);
  const report = await examineSite(url, network, showProgress);
  const feeds = report.feeds.map(({ history, ...feed }) => ({ ...feed, entries: history?.entries.length ?? 0 }));
  const comparison = compare?.(report);
  return { url, findings: report.findings, feeds, ...(comparison !== undefined && { comparison }) };
}

// With other settings, the site of the repository needs no address.
function nothingGiven(site: DefaultSite | undefined): CommandError {
  const message = "Cannot check a site: no URL was given";
  if (site === undefined) return new UsageError(`${message}; write npx broadsheet doctor https://example.com`);
  return new CommandError(`${message}, and SITE.url is empty; write npm run doctor -- https://example.com`);
}
