import { lstatSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readSettings } from "../build/wrangler/settings-file.ts";
import { readWranglerFile } from "../build/wrangler/wrangler-file.ts";
import { createFile } from "../files/create-file.ts";
import { formatDiagnostic } from "../model/diagnostic.ts";
import { UsageError } from "../terminal/command-error.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { exitOnFailure } from "../terminal/exit-on-failure.ts";
import { complain, print } from "../terminal/terminal.ts";
import { readCommand, siteOptions } from "./command.ts";
import { newArticle } from "./new-article.ts";

exitOnFailure();
const { positionals, values } = readCommand({
  name: "new",
  positionals: "TITLE",
  purpose: "Creates a draft in articles/, with today's date.",
  options: siteOptions,
  examples: ['"A walk to the lighthouse"'],
});
const title = positionals.join(" ").trim();
if (title === "") throw new UsageError('Cannot create an article without a title: npm run new -- "A walk to the lighthouse"');
const { problems, valid } = readSettings(readWranglerFile(values.config), values.env);
if (valid === undefined) fail(...problems.map(formatDiagnostic));
else write(title, valid.timezone);

function write(name: string, timezone: string): void {
  const { source, text } = newArticle(name, Date.now(), timezone);
  const folder = join(dirname(resolve(values.config)), "articles");
  if (lstatSync(join(folder, source), { throwIfNoEntry: false })) fail(`Cannot create articles/${source}: it exists already`);
  else {
    createFile(folder, source, text);
    print(`articles/${source} is a draft: npm start shows it. To publish it, check the date and remove "draft: true".`);
  }
}

function fail(...lines: readonly string[]): void {
  complain(...lines);
  process.exitCode = exitCodes.problems;
}
