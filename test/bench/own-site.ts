import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ownSettings, type WorkerSettings } from "../own-settings.ts";
import { type GeneratedArticle, pictureCount } from "./articles/article.ts";
import { generatePicture } from "./articles/picture.ts";
import { node, root } from "./project.ts";

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

/** Returns the settings of a site in another folder, which the code of this repository compiles. */
export function benchSettings(changes: OwnSite = {}): WorkerSettings {
  const { build, ...settings } = ownSettings({ ...site, ...changes });
  const command = build.command
    .replace(/^node /, `${JSON.stringify(node)} `)
    .replace(/\bsrc\/\S+/, (path) => JSON.stringify(join(root, path)));
  return { ...settings, build: { command }, name: "ours" };
}

/** Writes the articles of a site into a folder, and their pictures into another. */
export function writeArticles(folder: string, articles: Iterable<GeneratedArticle>, pictures: string): void {
  mkdirSync(folder, { recursive: true });
  for (const { slug, text } of articles) writeFileSync(join(folder, `${slug}.md`), text);
  mkdirSync(pictures, { recursive: true });
  for (let number = 0; number < pictureCount; number++) writeFileSync(join(pictures, `figure-${number}.png`), generatePicture(number));
}
