import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeMainModule } from "../../own-settings.ts";
import { generateArticles } from "../articles/article.ts";
import type { JsonFeed } from "../contenders/json-feed.ts";
import { benchSettings, type OwnSite, writeArticles } from "../own-site.ts";
import { benchFolder, workFolder } from "../project.ts";
import { bundleWorker, type WorkerBundle } from "../workerd/worker-bundle.ts";
import { startWorkerd } from "../workerd/workerd.ts";
import { type FormatName, type OwnDocument, readOwnDocuments } from "./own-documents.ts";

/** A Worker of the comparison. */
export interface Contender {
  readonly name: string;
  /** Its name in tables. */
  readonly title: string;
  /** Its formats; empty for the Worker that only shows the cost of a start. */
  readonly formats: readonly FormatName[];
  readonly bundle: WorkerBundle;
}

/** All contenders, and the documents that they serve. */
export interface Field {
  readonly contenders: readonly Contender[];
  readonly feed: JsonFeed;
  /** Our bundle without articles. */
  readonly withoutArticles: WorkerBundle;
}

const all: readonly FormatName[] = ["RSS", "Atom", "JSON"];

/** The other Workers. A smoke run skips those that need packages outside this repository. */
const others: readonly (Pick<Contender, "name" | "title" | "formats"> & { readonly isPeer: boolean })[] = [
  { name: "empty", title: "empty Worker", formats: [], isPeer: false },
  { name: "bare", title: "bare Worker (the limit)", formats: all, isPeer: false },
  { name: "usual", title: "the usual way: Hono + feed", formats: all, isPeer: false },
  { name: "astro-rss", title: "Hono + @astrojs/rss", formats: ["RSS"], isPeer: true },
  { name: "feedsmith", title: "Hono + feedsmith", formats: all, isPeer: true },
];

/** The package that `feed` writes XML with, where src/feed/xml-js does not replace it. */
const realXmlJs = "real-xml-js";

/** The number of entries of each contender, and the bytes of each article: about 3 kB as HTML. */
export const entryCount = 20;
export const entryLength = 2100;

/** Bundles all contenders. Ours is first, because the others serve its documents. */
export async function prepareField(withPeers: boolean): Promise<Field> {
  const withoutArticles = await bundleOurs("ours-without-articles", 0);
  const ours: Contender = { name: "ours", title: "Broadsheet", formats: all, bundle: await bundleOurs("ours", entryCount) };
  const documents = await documentsOf(ours);
  const json = documents.find(({ path }) => path === "/feed.json");
  if (json === undefined) throw new Error("Cannot find our JSON Feed");
  const contenders = [ours];
  for (const { isPeer, ...other } of others) {
    if (isPeer && !withPeers) continue;
    contenders.push({ ...other, bundle: await bundleOther(other.name, documents, json.body) });
  }
  return { contenders, feed: JSON.parse(json.body) as JsonFeed, withoutArticles };
}

/** Compiles and bundles a site with a number of articles. */
export function bundleOurs(name: string, count: number, length = entryLength, site: OwnSite = {}): Promise<WorkerBundle> {
  const folder = join(workFolder, name);
  rmSync(folder, { recursive: true, force: true });
  writeArticles(join(folder, "articles"), generateArticles(count, length), join(folder, "articles/images"));
  const settings = benchSettings(site);
  writeMainModule(folder, settings);
  return bundleWorker(folder, settings);
}

/** Returns the documents of a contender. */
export async function documentsOf({ bundle }: Pick<Contender, "bundle">): Promise<readonly OwnDocument[]> {
  const workerd = await startWorkerd(bundle.config);
  try {
    return await readOwnDocuments(workerd.port);
  } finally {
    await workerd.stop();
  }
}

/** Bundles one of the other contenders with our documents. */
export function bundleOther(name: string, documents: readonly OwnDocument[], feed: string, folderName = name): Promise<WorkerBundle> {
  const folder = join(workFolder, folderName);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "documents.json"), JSON.stringify(documents));
  writeFileSync(join(folder, "feed.json"), feed);
  const { compatibility_date, keep_names, minify } = benchSettings(); // as ours is bundled, so are they
  return bundleWorker(folder, {
    ...{ name, compatibility_date, minify },
    ...(keep_names !== undefined && { keep_names }),
    main: join(benchFolder, "contenders", name, "worker.ts"),
    alias: { "bench-documents": "./documents.json", "bench-feed": "./feed.json", "xml-js": realXmlJs },
  });
}
