import { isArticle, isLeftOutFolder } from "../../build/source/article-path.ts";
import { findUntouchedSamples } from "../../build/source/sample-articles.ts";
import { limits } from "../../content/limits/limits.ts";
import { collectFault } from "../../files/collect-fault.ts";
import { ContentFolder } from "../../files/content-folder.ts";
import { readStart } from "../../files/file-content.ts";
import { ExistingArticles } from "../../import/existing-articles.ts";
import type { ImportOptions } from "../../import/prepared-entry.ts";

/** Reads the articles that exist before an import, one after the other, since a folder may be larger than memory. */
export async function readExistingArticles(folder: string, options: ImportOptions): Promise<ExistingArticles> {
  const existing = new ExistingArticles(options);
  const files = ContentFolder.open(folder);
  const list = files?.list(isLeftOutFolder);
  const faults = new Map(list?.faults);
  const samples = findUntouchedSamples(folder);
  const isSample = (path: string) => samples.includes(path.split("/")[0] ?? "");
  for (const file of list?.files ?? []) {
    if (!isArticle(file.path)) continue;
    const text = collectFault(faults, file.path, () => files?.open(file, (open) => readStart(open, limits.articleBytes).toString()));
    if (text !== undefined) await existing.add({ source: file.path, text }, isSample(file.path));
  }
  for (const source of [...faults.keys()].filter(isArticle)) await existing.add({ source, text: "" }); // the name is taken
  return existing;
}
