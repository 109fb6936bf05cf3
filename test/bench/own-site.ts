import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import { type GeneratedArticle, pictureCount } from "./articles/article.ts";
import { generatePicture } from "./articles/picture.ts";
import { node, root } from "./project.ts";
import type { WorkerSettings } from "./workerd/worker-bundle.ts";

const site = {
  title: "The Harbour Gazette",
  description: "News and notes from the edge of the sea",
  url: "https://news.example",
  language: "en",
  timezone: "UTC",
  author: { name: "The Gazette desk", url: "https://news.example/about" },
};

/** Keys of `[vars.SITE]` that a measurement sets. */
export type OwnSite = Readonly<Record<string, unknown>>;

/** The settings of a site of this repository, as its own wrangler.toml has them, for a folder somewhere else. */
export function ownSettings(changes: OwnSite = {}): WorkerSettings {
  const settings = parse(readFileSync(join(root, "wrangler.toml"), "utf8")) as unknown as WorkerSettings & {
    readonly build: { readonly command: string };
  };
  const command = settings.build.command.replace(/^node /, `${JSON.stringify(node)} `).replace(/\bsrc\//, `${root}/src/`);
  const alias = Object.fromEntries(
    Object.entries(settings.alias ?? {}).map(([name, path]) => [name, path.replace(/^\.\/src\//, `${root}/src/`)]),
  );
  return { ...settings, name: "ours", main: join(root, settings.main), alias, build: { command }, vars: { SITE: { ...site, ...changes } } };
}

/** Writes the articles of a site into a folder, and the pictures in them into another. */
export function writeArticles(folder: string, articles: Iterable<GeneratedArticle>, pictures: string): void {
  mkdirSync(folder, { recursive: true });
  for (const { slug, text } of articles) writeFileSync(join(folder, `${slug}.md`), text);
  mkdirSync(pictures, { recursive: true });
  for (let number = 0; number < pictureCount; number++) writeFileSync(join(pictures, `figure-${number}.png`), generatePicture(number));
}
