import { tableOf, textIn } from "../../base/table-values.ts";
import { readJson } from "../configuration/data-file.ts";
import type { SiteFolder } from "../site-rules/old-site.ts";

/** A generator that builds a folder, and the file that names it. */
export interface BuildGenerator {
  readonly name: string;
  /** `netlify.toml` */
  readonly file: string;
}

/** A file that names commands. */
export interface BuildFile {
  readonly file: string;
  readonly text: string;
}

/**
 * Returns the only one of several generators that the build of a folder runs: the one that the files of its host name, or the scripts that
 * they run; otherwise that of the build scripts in `package.json`, otherwise the one whose usual output the host publishes. Undefined if
 * nothing names one of them, or several are named.
 * @param names the names of the generators, such as `Hugo`
 */
export function generatorOfBuild(folder: SiteFolder, names: readonly string[]): BuildGenerator | undefined {
  const scripts = tableOf(readJson(folder, "package.json")["scripts"]);
  const hosts = hostFiles(folder);
  const build = { file: "package.json", text: "npm run prebuild build postbuild predeploy deploy generate export" };
  const ways = [
    [...hosts, ...scriptsIn(hosts, scripts)].map((source) => ({ ...source, pattern: commands })),
    scriptsIn([build], scripts).map((source) => ({ ...source, pattern: commands })),
    hosts.map(({ file, text }) => ({ file, text: outputsIn(file, text), pattern: outputs })),
  ];
  for (const sources of ways) {
    const named = names.flatMap((name) => {
      const found = sources.find(({ pattern, text }) => pattern[name]?.test(text));
      return found === undefined ? [] : [{ name, file: found.file }];
    });
    if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  }
  return undefined;
}

const ofHost =
  /^(?:netlify\.toml|(?:vercel|now|firebase)\.json|wrangler\.(?:toml|jsonc?)|amplify\.ya?ml|render\.yaml|\.(?:gitlab-ci|travis)\.yml|\.github\/workflows\/[^/]+\.ya?ml)$/;

// The words by which builds call a generator: a command, or an action of GitHub. `next` is also a usual word.
const commands: Readonly<Record<string, RegExp>> = {
  Astro: /\b(?:with)?astro\b/i,
  Docusaurus: /\bdocusaurus\b/i,
  Eleventy: /\b(?:11ty|eleventy)\b/i,
  Gatsby: /\bgatsby\b/i,
  Hexo: /\bhexo\b/i,
  Hugo: /\bhugo\b/i,
  Jekyll: /\bjekyll\b/i,
  MkDocs: /\bmkdocs\b/i,
  "Next.js": /\bnext (?:build|export)\b|\bnextjs\b/i,
  Nikola: /\bnikola\b/i,
  Pelican: /\bpelican\b/i,
  Quartz: /\bquartz\b/i,
  VitePress: /\bvitepress\b/i,
  VuePress: /\bvuepress\b/i,
  Zola: /\bzola\b/i,
};

const outputs: Readonly<Record<string, RegExp>> = {
  Astro: /\bdist\b/,
  Docusaurus: /\bbuild\b/,
  Eleventy: /\b_site\b/,
  Gatsby: /\bpublic\b/,
  Hexo: /\bpublic\b/,
  Hugo: /\bpublic\b/,
  Jekyll: /\b_site\b/,
  MkDocs: /\bsite\b/,
  "Next.js": /\bout\b/,
  Nikola: /\boutput\b/,
  Pelican: /\boutput\b/,
  Quartz: /\bpublic\b/,
  Zola: /\bpublic\b/,
};

const outputKey =
  /["']?\b(?:publish(?:_dir)?|outputDirectory|distDir|path|pages_build_output_dir|baseDirectory|directory|folder|public)["']?\s?[:=]/;

// The folders that a host publishes. Those of GitLab are always called `public`.
function outputsIn(file: string, text: string): string {
  if (file.startsWith(".gitlab")) return "";
  const values = text.split("\n").flatMap((line) => line.split(outputKey).slice(1));
  return values.map((value) => /^\s?["']?(?:\.?\/)?(\w+)\/?["']?\s?(?:[,}#]|$)/.exec(value)?.[1] ?? "").join("\n");
}

/** Returns the files of a folder that say how its host builds it, without lines that are comments. */
export function hostFiles({ paths, read }: SiteFolder): BuildFile[] {
  return paths.filter((path) => ofHost.test(path)).map((file) => ({ file, text: withoutCommentLines(read(file) ?? "") }));
}

function withoutCommentLines(text: string): string {
  return text
    .split("\n")
    .filter((line) => !/^\s*(?:#|\/\/)/.test(line))
    .join("\n");
}

const runner = /\b(?:npm|pnpm|yarn|bun|npm-run-all2?|run-s|run-p)\b/;

// The scripts that commands run, also those that scripts run, with those before and after them.
function scriptsIn(sources: readonly BuildFile[], scripts: Readonly<Record<string, unknown>>): BuildFile[] {
  const found = new Map<string, string>();
  const waiting = sources.map(({ text }) => text);
  for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
    const words = text.split(/[\n;&|]/).flatMap((command) => (runner.test(command) ? command.split(/[\s"',]+/) : []));
    for (const word of new Set(words))
      for (const name of Object.keys(scripts)) {
        const isCalled = [word, `pre${word}`, `post${word}`].includes(name) || (word.endsWith(":*") && name.startsWith(word.slice(0, -1)));
        const script = textIn(scripts[name]);
        if (!isCalled || script === undefined || found.has(name)) continue;
        found.set(name, script);
        waiting.push(script);
      }
  }
  return [...found.values()].map((text) => ({ file: "package.json", text }));
}
