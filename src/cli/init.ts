import { existsSync, realpathSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { editSettings } from "../build/edit-settings.ts";
import { parseSettings, readSettingsText } from "../build/settings-file.ts";
import { replaceFile } from "../files/replace-file.ts";
import { generators } from "../import/generators.ts";
import { formatDiagnostic } from "../model/diagnostic.ts";
import { exitOnFailure } from "../terminal/exit-on-failure.ts";
import { complain, openPrompt, print } from "../terminal/terminal.ts";
import { exitCodes, readCommand, siteOptions } from "./command.ts";

exitOnFailure();
const systems = Object.keys(generators);
const command = {
  name: "init",
  purpose: "Asks for the settings that every site needs, and writes them to wrangler.toml. An option answers its question.",
  options: {
    config: siteOptions.config,
    title: { type: "string", value: "TEXT", help: "the site's title" },
    url: { type: "string", value: "URL", help: "the address of the deployed site, such as https://example.com" },
    author: { type: "string", value: "NAME", help: "the default author" },
    language: { type: "string", value: "TAG", help: "the language of the site, such as en or pt-BR" },
    from: { type: "string", value: "NAME", help: `where the posts come from: ${systems.join(", ")}` },
    samples: { type: "string", value: "remove|keep", help: "what to do with the sample articles" },
  },
  examples: ["", '--title "My blog" --author Ada --samples remove'],
} as const;
const { values } = readCommand(command);

const samples = [
  "2024-11-06-harris-concedes.txt",
  "2025-03-21-polite-polling.html",
  "2025-04-02-qari-al-khulasat.md",
  "2025-04-16-how-a-feed-is-made",
  "2025-05-05-notes-for-the-next-issue.md",
  "writing-articles.md",
];
const prompt = openPrompt();
const toml = readSettingsText(values.config);
const articles = join(dirname(resolve(values.config)), "articles");

const title = await ask(values.title, "What is the site called?");
const url = await ask(values.url, "Where will it be? (https://example.com; may be left empty until you deploy)");
const author = await ask(values.author, "Who writes?");
const language = await ask(values.language, "In which language? (en, pt-BR, ar)");
const from = (await ask(values.from, `Where do its posts come from? (${systems.join(", ")}; empty for none)`)).toLowerCase();
if (from !== "" && !systems.includes(from)) fail(`Cannot come from ${JSON.stringify(from)}: it is one of ${systems.join(", ")}, or none`);
else await write();
prompt?.close();

async function ask(given: string | undefined, question: string): Promise<string> {
  return (given ?? (await prompt?.ask(question)) ?? "").trim();
}

async function write(): Promise<void> {
  const { settings } = parseSettings(toml, values.config, "") as { settings: { author?: Readonly<Record<string, string>> } };
  const answers = { title, url, language, permalink: generators[from] ?? "" };
  const named = editSettings(toml, {
    ...Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== "")),
    ...(author !== "" && { author: { ...settings.author, name: author } }),
  });
  const { problems, valid } = parseSettings(named, values.config, "");
  if (valid === undefined) return fail(...problems.map(formatDiagnostic));
  replaceFile(realpathSync(values.config), [Buffer.from(named)]); // the owner may keep it elsewhere
  print(`${values.config} is yours now. Every setting is explained in README.md.`);
  await offerToRemoveSamples();
  if (from !== "") print(`docs/coming-from.md says what to copy from ${from}, and what to do by hand.`);
  print("npm start shows the site.");
}

async function offerToRemoveSamples(): Promise<void> {
  const there = samples.filter((name) => existsSync(join(articles, name)));
  if (there.length === 0) return;
  const answer = await ask(values.samples, `Remove the sample articles? (${there.join(", ")}) [remove/keep]`);
  if (answer !== "remove") return print("The sample articles are kept.");
  for (const name of there) rmSync(join(articles, name), { recursive: true });
  print(`Removed ${there.length} sample articles.`);
}

function fail(...lines: readonly string[]): void {
  complain(...lines);
  process.exitCode = exitCodes.problems;
}
