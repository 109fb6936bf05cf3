import { dirname, join, relative, resolve } from "node:path";
import { plural } from "../base/plural.ts";
import { readWords } from "../build/source/read-words.ts";
import { findUntouchedSamples, removeSamples } from "../build/source/sample-articles.ts";
import { addRedirects } from "../build/wrangler/add-redirects.ts";
import { editSettings, type Setting } from "../build/wrangler/edit-settings.ts";
import { readSettings } from "../build/wrangler/settings-file.ts";
import { parseWranglerFile, readWranglerFile, readWranglerText, writeWranglerText } from "../build/wrangler/wrangler-file.ts";
import { describeFailure } from "../files/failure.ts";
import { describeImport, type ImportResult, isIncomplete } from "../import/import-report.ts";
import type { Settings } from "../import/offered-settings/offer-settings.ts";
import { formatDiagnostic } from "../model/diagnostic.ts";
import { UsageError } from "../terminal/command-error.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { exitOnFailure } from "../terminal/exit-on-failure.ts";
import { complain, hasTerminal, openPrompt, print, showProgress } from "../terminal/terminal.ts";
import { readCommand, siteOptions } from "./command.ts";
import { createDateQuestion, isDate } from "./import/ask-for-date.ts";
import { importArticles } from "./import/import-articles.ts";

exitOnFailure();
const { positionals, values } = readCommand({
  name: "import",
  positionals: "SOURCE…",
  purpose: "Brings the entries of a feed, the posts of another system's export, a web page or a text into articles/.",
  notes: [
    "SOURCE is a file, an address or a folder: RSS, Atom, JSON Feed, an export of WordPress, Ghost, Medium or Substack,",
    "a web page, a text, or the folder of another generator.",
  ],
  options: {
    ...siteOptions,
    "dry-run": { type: "boolean", default: false, help: "print what would be written, and write nothing" },
    date: { type: "string", value: "DATE", help: "the date of a text or a web page without one, such as 2024-11-06" },
    verbose: { type: "boolean", default: false, help: "list every file that was left out or has a note" },
    write: {
      type: "boolean",
      default: false,
      help: "write the settings of the old site into wrangler.toml, and remove unchanged sample articles",
    },
    into: { type: "string", value: "FOLDER", help: "the folder to write to (default: articles/ next to the settings)" },
  },
  examples: ["https://example.com/feed.xml", "export.xml --dry-run", "../my-jekyll-site", "article.txt --date 2024-11-06"],
});
const { date } = values;
if (positionals.length === 0) throw new UsageError("Cannot import: name a file, an address or a folder");
if (date !== undefined && !isDate(date, "UTC"))
  throw new UsageError(`Cannot use --date ${JSON.stringify(date)}: it is not a date such as 2024-11-06`);

async function run(): Promise<boolean> {
  const { problems, settings: given, valid } = readSettings(readWranglerFile(values.config), values.env);
  if (valid === undefined) {
    complain(...problems.map(formatDiagnostic));
    return false;
  }
  const folder = resolve(values.into ?? join(dirname(resolve(values.config)), "articles"));
  const isDryRun = values["dry-run"];
  const prompt = date === undefined && hasTerminal() ? openPrompt() : undefined;
  const askForDate = date === undefined ? prompt && createDateQuestion(prompt, valid.timezone) : async () => date;
  const { redirects: _, ...settings } = valid;
  const words = readWords(valid.language, () => {}); // a build reports their problems
  const site = { ...settings, idBase: valid.idBase ?? valid.url, icon: "", favicon: "", words }; // no article's address depends on a picture
  const result = await importArticles(positionals, {
    ...{ site, settings: given as Settings, now: Date.now(), folder, isDryRun, askForDate, onProgress: showCount },
  });
  prompt?.close();
  const isWritten = values.write && !isDryRun;
  if (isWritten) writeOffered(Object.assign({}, ...offeredBy(result).toReversed()), redirectsOf(result));
  const report = describeImport(result, relative("", folder) || ".", isDryRun, { isVerbose: values.verbose, isWritten });
  print(...tidySamples(folder, result, isWritten), ...report);
  return !isIncomplete(result);
}

// The articles of the sample site must not appear in the feeds of a site that moved in.
function tidySamples(folder: string, { offers, sites }: ImportResult, isWritten: boolean): string[] {
  const samples = offers.length + sites.length === 0 ? [] : findUntouchedSamples(folder);
  if (samples.length === 0) return [];
  const count = plural(samples.length, "sample article");
  if (!isWritten)
    return [`${count} ${samples.length === 1 ? "is" : "are"} still there: import with --write removes what you have not changed`];
  removeSamples(folder, samples);
  return [`Removed ${count}, which you had not changed: ${samples.join(", ")}`];
}

function offeredBy({ offers, sites }: ImportResult): Settings[] {
  return [...sites.map(({ settings }) => settings), ...offers.map(({ missing }) => missing)];
}

// Those of the first site have priority.
function redirectsOf({ sites }: ImportResult): Record<string, string> {
  return Object.assign({}, ...sites.map(({ redirects }) => redirects).toReversed());
}

function writeOffered(settings: Readonly<Record<string, Setting>>, redirects: Readonly<Record<string, string>>): void {
  if (Object.keys(settings).length + Object.keys(redirects).length === 0) return;
  const edited = addRedirects(editSettings(readWranglerText(values.config), settings, values.env), redirects, values.env);
  const { problems, valid } = readSettings(parseWranglerFile(edited, values.config), values.env);
  if (valid === undefined) throw new Error(problems.map(formatDiagnostic).join("\n"));
  writeWranglerText(values.config, edited);
}

function showCount(count: number): void {
  if (count % 50 === 0) showProgress(`${count} entries`);
}

/** Resolves when the command has ended. */
export const finished: Promise<void> = run()
  .catch((error: unknown) => {
    complain(describeFailure(error) ?? (error instanceof Error ? error.message : String(error)));
    return false;
  })
  .then((isDone) => {
    if (!isDone) process.exitCode = exitCodes.problems;
  });
