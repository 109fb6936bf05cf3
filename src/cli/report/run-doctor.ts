import { existsSync } from "node:fs";
import { build } from "../../build/build.ts";
import { readSettings } from "../../build/settings-file.ts";
import { articlesFolder } from "../../build/source/articles-folder.ts";
import { faultOfEnvironment, readWranglerFile } from "../../build/source/wrangler-file.ts";
import { type ArticlesFolder, describeComparison } from "../../doctor/describe-comparison.ts";
import { examineSite, type SiteReport } from "../../doctor/examine-site.ts";
import { localEntries } from "../../doctor/local-entry.ts";
import type { CompiledContent } from "../../model/compiled-content.ts";
import { formatDiagnostic } from "../../model/diagnostic.ts";
import { isPrivateHost } from "../../network/private-host.ts";
import type { Network } from "../../network/request.ts";
import { type Line, type Print, showProgress } from "../../terminal/terminal.ts";
import { describeCounts, describeSections, type Section } from "./describe-report.ts";
import { reportJson } from "./report-json.ts";

/** The arguments of the doctor. */
export interface DoctorOptions {
  /** Path of wrangler.toml. */
  readonly config: string;
  readonly environment: string;
  /** At most one; without one, the site's own is checked. */
  readonly urls: readonly string[];
  readonly format: string;
  /** True to count warnings as problems. */
  readonly strict: boolean;
  /** True to compare with the articles; the default is true for the site's own address. */
  readonly compare?: boolean;
}

/** The network and the output of the doctor. */
export interface DoctorTools {
  readonly network: Network;
  /** Prints the result. */
  readonly print: Print;
  /** Prints wrong arguments. */
  readonly complain: Print;
}

/** Wrong arguments, described by lines. */
class UsageError extends Error {
  override readonly name = "UsageError";
  readonly lines: readonly string[];

  constructor(...lines: readonly string[]) {
    super(lines[0]);
    this.lines = lines;
  }
}

/** Checks a site's feeds. @returns the exit code: 0 without problems, 1 with problems, 2 for wrong arguments */
export async function runDoctor(options: DoctorOptions, { complain, network, print }: DoctorTools): Promise<number> {
  try {
    const { findings, lines } = await examine(options, network);
    print(...lines);
    return findings.some(({ severity }) => severity === "error" || (options.strict && severity === "warning")) ? 1 : 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    complain(...error.lines, "npm run doctor -- --help prints how to use it");
    return 2;
  }
}

async function examine(options: DoctorOptions, network: Network) {
  const { config, environment, format } = options;
  if (format !== "text" && format !== "json") throw new UsageError(`Cannot write ${JSON.stringify(format)}: --format is text or json`);
  const siteUrl = existsSync(config) ? readSiteUrl(config, environment) : "";
  const url = findUrl(options.urls, siteUrl);
  const content = await readArticles(url, siteUrl, options, network.now());
  const own = content === undefined ? undefined : { siteUrl, entries: localEntries(content, network.now()) };
  const report = await examineSite(url, network, own, showProgress);
  const folder = articlesFolder(config, content ?? { redirects: { moved: {}, gone: [] } });
  const sections = sectionsOf(report, folder);
  const findings = sections.flatMap((section) => section.findings);
  const table = (): Line[] => [...describeSections(sections), "", describeCounts(report.feeds.length, findings)];
  return { findings, lines: format === "json" ? reportJson(report, folder) : table() };
}

function readSiteUrl(config: string, environment: string): string {
  const file = readWranglerFile(config);
  const fault = faultOfEnvironment(file, environment);
  if (fault !== undefined) throw new UsageError(fault);
  return readSettings(file, environment).valid?.url ?? "";
}

function findUrl(urls: readonly string[], siteUrl: string): string {
  if (urls.length > 1) throw new UsageError("Cannot look at more than one address at a time");
  const given = urls[0] ?? siteUrl;
  if (given === "") throw new UsageError("Cannot look at anything: no address was given, and SITE.url is empty");
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : withScheme(given));
  if (url !== null && /^https?:$/.test(url.protocol)) return url.href;
  throw new UsageError(`Cannot look at ${JSON.stringify(given)}: it is no http(s) address`);
}

// Servers of a private network rarely have a certificate.
function withScheme(address: string): string {
  return isPrivateHost(`http://${address}`) ? `http://${address}` : `https://${address}`;
}

// The content that would be deployed; undefined if there is no comparison.
async function readArticles(url: string, siteUrl: string, options: DoctorOptions, now: number): Promise<CompiledContent | undefined> {
  const { config, environment } = options;
  const isOwn = siteUrl !== "" && new URL(url).origin === new URL(siteUrl).origin;
  if (!(options.compare ?? isOwn)) return undefined;
  if (!existsSync(config)) throw new UsageError(`Cannot compare with the articles: there is no ${config}`);
  if (siteUrl === "") throw new UsageError("Cannot compare with the articles: SITE.url is empty, and their ids begin with it");
  const { content, problems } = await build({ config, environment, development: false, isDeployment: false, now });
  if (content !== undefined) return content;
  const advice = "Cannot compare with the articles: repair them first, or say --no-compare";
  throw new UsageError(...problems.map(formatDiagnostic), advice);
}

function sectionsOf({ comparison, feeds, findings, url }: SiteReport, folder: ArticlesFolder): Section[] {
  return [
    { title: url, findings },
    ...feeds.map(({ findings, url }) => ({ title: url, findings })),
    { title: "With your articles", findings: comparison === undefined ? [] : describeComparison(comparison, folder) },
  ];
}
