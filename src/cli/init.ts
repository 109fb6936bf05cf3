import { spawn } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { findSamples, findUntouchedSamples, removeSamples } from "../build/source/sample-articles.ts";
import { describeUneditable } from "../build/wrangler/edit-settings.ts";
import { sampleFile } from "../build/wrangler/sample-file.ts";
import { readSettings } from "../build/wrangler/settings-file.ts";
import { isWorkerName } from "../build/wrangler/worker-name.ts";
import {
  isMissingFromCopy,
  parseWranglerFile,
  readWranglerText,
  type WranglerFile,
  writeWranglerText,
} from "../build/wrangler/wrangler-file.ts";
import { ContentFolder } from "../files/content-folder.ts";
import { createFile } from "../files/create-file.ts";
import { commandProgram } from "../files/project-root.ts";
import { defaultPermalinks } from "../import/default-permalinks.ts";
import { formatDiagnostic } from "../model/diagnostic.ts";
import { CommandError, UsageError } from "../terminal/command-error.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { exitOnFailure } from "../terminal/exit-on-failure.ts";
import { complain, openPrompt, print } from "../terminal/terminal.ts";
import { readCommand, siteOptions } from "./command.ts";
import { applyAnswers, type InitKey, type InitQuestion, initQuestions, normalizeAnswer, problemOfAnswer } from "./init-questions.ts";

exitOnFailure();
const { values } = readCommand({
  name: "init",
  purpose: "Asks for the settings that every site needs, and writes them to wrangler.toml. An option answers its question.",
  notes: [
    "Without a terminal, answers are read from a pipe; with --title, unanswered questions keep their values.",
    "--from sets the permalink for posts that you copy by hand. npm run import reads the settings of all systems.",
  ],
  options: {
    config: siteOptions.config,
    title: { type: "string", value: "TEXT", help: "the site's title" },
    description: { type: "string", value: "TEXT", help: "a sentence about it" },
    url: { type: "string", value: "URL", help: "the address of the deployed site, such as https://example.com" },
    author: { type: "string", value: "NAME", help: "the default author" },
    language: { type: "string", value: "TAG", help: "the language of the site, such as en or pt-BR" },
    timezone: { type: "string", value: "ZONE", help: "the time zone of dates, such as Europe/Berlin" },
    from: { type: "string", value: "NAME", help: `where the posts come from: ${Object.keys(defaultPermalinks).join(", ")}` },
    samples: { type: "string", value: "remove|keep", help: "what to do with the sample articles" },
  },
  examples: ["", '--title "My blog" --author Ada --samples remove'],
});
if (values.samples !== undefined && !/^(?:remove|keep)$/.test(values.samples))
  throw new UsageError(`Cannot use --samples ${JSON.stringify(values.samples)}: it is remove or keep`);

const isMissing = isMissingFromCopy(values.config);
const written = isMissing ? "" : readWranglerText(values.config);
const toml = written.trim() === "" ? sampleFile : written;
const articles = join(dirname(resolve(values.config)), "articles");
// A program that gives options may leave its end of a pipe open, and never write to it.
const prompt = process.stdin.isTTY || values.title === undefined ? openPrompt() : undefined;
const answers: Partial<Record<InitKey, string>> = {};
const questions = initQuestions(toml, Intl.DateTimeFormat().resolvedOptions().timeZone);
for (const { key } of questions) {
  const given = values[key];
  if (given === undefined) continue;
  const answer = normalizeAnswer(key, given);
  const problem = problemOfAnswer(toml, key, answer);
  if (problem !== undefined) throw new UsageError(problem);
  answers[key] = answer;
}
if (isMissing)
  print(`${values.config} is missing: a new one will be written. If your site is deployed already, restore the old one instead.`);
/** Resolves when the command has ended. */
export const finished: Promise<void> = run();

async function run(): Promise<void> {
  for (const question of questions) answers[question.key] ??= await answerTo(question);
  await write();
  prompt?.close();
}

async function answerTo({ fallback, key, text }: InitQuestion): Promise<string> {
  for (let isRefused = false; ; isRefused = true) {
    const line = await prompt?.ask(`${text}${fallback ? ` [${fallback}]` : ""}:`);
    if (line === undefined && process.stdin.isTTY) process.exit(exitCodes.problems); // Ctrl+D cancels
    if (line === undefined && isRefused) {
      complain(`Nothing was written, since no other answer follows: ${text}`);
      process.exit(exitCodes.problems);
    }
    if (line === undefined && fallback === undefined) throw new CommandError(`Cannot continue without an answer: ${text}`);
    const answer = normalizeAnswer(key, line ?? "") || fallback;
    const problem = answer === undefined ? "Cannot continue without an answer" : problemOfAnswer(toml, key, answer);
    if (answer !== undefined && problem === undefined) return answer;
    complain(problem ?? "");
    if (line === undefined) process.exit(exitCodes.problems);
  }
}

async function write(): Promise<void> {
  const edited = applyAnswers(toml, answers);
  const [before, after] = [parseWranglerFile(toml, values.config), parseWranglerFile(edited, values.config)];
  const isBroken = before.problem === undefined && after.problem !== undefined;
  const { problems, valid } = readSettings(after, "");
  if (valid === undefined) {
    complain(...(isBroken ? [describeUneditable(values.config, toml)] : problems.map(formatDiagnostic)));
    process.exitCode = exitCodes.problems;
    return;
  }
  writeWranglerText(values.config, edited);
  print(`${values.config} has your settings now. docs/settings.md explains every one.`, ...describeName(before, after));
  await offerToRemoveSamples();
  if (answers.from !== "") print(`docs/coming-from.md says what to copy from ${answers.from}, and what to do by hand.`);
  if (!process.stdin.isTTY) return print("npm start shows the site.");
  prompt?.close();
  spawn(process.execPath, [commandProgram, "start", "--config", values.config], { stdio: "inherit" });
}

// A new name for the sample site is not reported.
function describeName({ top: { name: before } }: WranglerFile, { top: { name } }: WranglerFile): string[] {
  if (before === name || before === undefined || isWorkerName(before)) return [];
  return [`The Worker is named ${JSON.stringify(name)} now: it cannot have the name ${JSON.stringify(before)}.`];
}

async function offerToRemoveSamples(): Promise<void> {
  const offered = findUntouchedSamples(articles);
  if (offered.length > 0) {
    if (!(await wantsRemoval(offered))) return print("The sample articles are kept.");
    const removed = findUntouchedSamples(articles); // again, since one may have been edited before the answer
    removeSamples(articles, removed);
    if (removed.length > 0) print(`Removed the sample articles: ${removed.join(", ")}.`);
    keepFolder(articles);
  }
  const changed = findSamples(articles);
  if (changed.length > 0) print(`Kept the sample articles that you have changed: ${changed.join(", ")}.`);
}

// git keeps no folder without files, and a build in CI would not find it.
function keepFolder(folder: string): void {
  if (ContentFolder.open(folder)?.list(() => false).files.length === 0) createFile(folder, ".gitkeep", "");
}

async function wantsRemoval(offered: readonly string[]): Promise<boolean> {
  if (values.samples !== undefined) return values.samples === "remove";
  const question = `Remove the sample articles (${offered.join(", ")})? [remove/keep]:`;
  for (let isRefused = false; ; isRefused = true) {
    const line = await prompt?.ask(question);
    if (line === undefined && isRefused) process.exitCode = exitCodes.problems;
    const answer = (line ?? "keep").trim();
    if (/^(?:r|remove|y|yes)$/i.test(answer)) return true;
    if (/^(?:|k|keep|n|no)$/i.test(answer)) return false;
    complain(`Cannot use ${JSON.stringify(answer)}: it is remove or keep`);
  }
}
