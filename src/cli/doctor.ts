import { existsSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { formatProblem } from "../content/problem.ts";
import { describeComparison } from "../doctor/describe-comparison.ts";
import { examineSite } from "../doctor/examine-site.ts";
import type { Finding } from "../doctor/finding.ts";
import { localEntries } from "../doctor/local-entry.ts";
import { readArguments, siteOptions } from "./arguments.ts";
import { articlesFolder } from "./articles-folder.ts";
import { build } from "./build.ts";
import { describeCounts, describeSections } from "./describe-report.ts";
import { clearProgress, showProgress } from "./progress.ts";
import { reportJson } from "./report-json.ts";
import { readSettings } from "./settings-file.ts";

// Looks at the feeds of a live site as their subscribers do, and at what the articles would change for them.
const usage = `npm run doctor -- [URL] [--format text|json] [--strict] [--compare|--no-compare]
URL is a feed or a page; without it, SITE.url of wrangler.toml is looked at`;

const { positionals, values } = readArguments({
  allowPositionals: true,
  allowNegative: true,
  options: {
    ...siteOptions,
    compare: { type: "boolean" },
    format: { type: "string", default: "text" },
    strict: { type: "boolean", default: false },
  },
});
const { config, env: environment, format } = values;
const now = Date.now();

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

function findUrl(siteUrl: string): string {
  const given = positionals[0] ?? siteUrl;
  if (positionals.length > 1) fail(usage);
  if (given === "") fail(`Cannot look at anything: no address was given, and SITE.url is empty\n${usage}`);
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `https://${given}`);
  return url !== null && /^https?:$/.test(url.protocol)
    ? url.href
    : fail(`Cannot look at ${JSON.stringify(given)}: it is no http(s) address`);
}

// What would be deployed; undefined where nothing is to be compared.
async function readArticles(url: string, siteUrl: string) {
  const isOwn = siteUrl !== "" && new URL(url).origin === new URL(siteUrl).origin;
  if (!(values.compare ?? isOwn)) return undefined;
  if (!existsSync(config)) fail(`Cannot compare with the articles: there is no ${config} here`);
  if (siteUrl === "") fail("Cannot compare with the articles: SITE.url is empty, and their ids begin with it");
  const { content, problems } = await build({ config, environment, development: false, isDeployment: false, now });
  if (content !== undefined) return content;
  return fail([...problems.map(formatProblem), "Cannot compare with the articles: repair them first, or say --no-compare"].join("\n"));
}

if (format !== "text" && format !== "json") fail(`Cannot write ${JSON.stringify(format)}: --format is text or json`);
const siteUrl = (existsSync(config) ? readSettings(config, environment).valid?.url : undefined) ?? "";
const url = findUrl(siteUrl);
const content = await readArticles(url, siteUrl);
const local = content === undefined ? undefined : localEntries(content, now);
const network = { fetch, wait: (milliseconds: number) => wait(milliseconds), now: Date.now };
const report = await examineSite(url, network, local, showProgress);
clearProgress();

const folder = articlesFolder(config, content ?? { moves: { redirects: {}, removed: [] } });
const compared = report.comparison === undefined ? [] : describeComparison(report.comparison, folder);
const sections = [
  { title: report.url, findings: report.findings },
  ...report.feeds.map(({ findings, url }) => ({ title: url, findings })),
  { title: "With your articles", findings: compared },
];
const findings: readonly Finding[] = sections.flatMap((section) => section.findings);
console.log(
  format === "json" ? reportJson(report, folder) : `${describeSections(sections)}\n\n${describeCounts(report.feeds.length, findings)}`,
);
const isBad = findings.some(({ verdict }) => verdict === "error" || (values.strict && verdict === "warning"));
process.exitCode = isBad ? 1 : 0;
