import { dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readSettings } from "../build/settings-file.ts";
import { describeFailure } from "../files/failure.ts";
import { describeImport } from "../import/import-report.ts";
import { formatDiagnostic } from "../model/diagnostic.ts";
import { exitOnFailure } from "../terminal/exit-on-failure.ts";
import { complain, print, showProgress } from "../terminal/terminal.ts";
import { importArticles } from "./import/import-articles.ts";

exitOnFailure();

// Brings the entries of a feed, the posts of another system's export, a web page or a text into articles/.
const usage = [
  "npm run import -- SOURCE… [--into DIR] [--dry-run]",
  "SOURCE is a file, an address or a folder: RSS, Atom, JSON Feed, an export of WordPress or Ghost, a web page, a text,",
  "or the folder of another generator",
];

async function run(): Promise<boolean> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      config: { type: "string", default: "wrangler.toml" },
      "dry-run": { type: "boolean", default: false },
      env: { type: "string", default: process.env["CLOUDFLARE_ENV"] ?? "" },
      into: { type: "string" },
    },
  });
  const { problems, valid } = readSettings(values.config, values.env);
  if (positionals.length === 0 || valid === undefined) {
    complain(...(valid === undefined ? problems.map(formatDiagnostic) : usage));
    return false;
  }
  const folder = resolve(values.into ?? join(dirname(resolve(values.config)), "articles"));
  const isDryRun = values["dry-run"];
  const { redirects: _, ...settings } = valid;
  const site = { ...settings, idBase: valid.idBase ?? valid.url, icon: "", favicon: "" }; // no article's address depends on a picture
  const result = await importArticles(positionals, { site, now: Date.now(), folder, isDryRun, onProgress: showCount });
  print(...describeImport(result, relative("", folder) || ".", isDryRun));
  return result.sourcesRead > 0;
}

function showCount(count: number): void {
  if (count % 50 === 0) showProgress(`${count} entries`);
}

const isDone = await run().catch((error: unknown) => {
  complain(describeFailure(error) ?? (error instanceof Error ? error.message : String(error)));
  return false;
});
if (!isDone) process.exitCode = 1;
