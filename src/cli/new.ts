import { lstatSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readSettings } from "../build/settings-file.ts";
import { createFile } from "../files/create-file.ts";
import { formatDiagnostic } from "../model/diagnostic.ts";
import { exitOnFailure } from "../terminal/exit-on-failure.ts";
import { complain, print } from "../terminal/terminal.ts";
import { readArguments, siteOptions } from "./arguments.ts";
import { newArticle } from "./new-article.ts";

// Begins an article: npm run new -- "A walk to the lighthouse"
exitOnFailure();
const { positionals, values } = readArguments({ allowPositionals: true, options: siteOptions });
const title = positionals.join(" ").trim();
const { problems, valid } = readSettings(values.config, values.env);

if (title === "") fail('Cannot begin an article without a title: npm run new -- "A walk to the lighthouse"');
else if (valid === undefined) fail(...problems.map(formatDiagnostic));
else write(title, valid.timezone);

function write(name: string, timezone: string): void {
  const { source, text } = newArticle(name, Date.now(), timezone);
  const folder = join(dirname(resolve(values.config)), "articles");
  if (lstatSync(join(folder, source), { throwIfNoEntry: false })) fail(`Cannot begin articles/${source}: there is such a file already`);
  else {
    createFile(folder, source, text);
    print(`articles/${source} is a draft: npm start shows it. To publish it, see that the date is right and take out "draft: true".`);
  }
}

function fail(...lines: readonly string[]): void {
  complain(...lines);
  process.exitCode = 1;
}
