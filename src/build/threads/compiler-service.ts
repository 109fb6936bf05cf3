import { parentPort } from "node:worker_threads";
import { digestSync } from "../../base/digest-sync.ts";
import type { Article, ParsedArticle } from "../../content/compile/article.ts";
import { type ArticleCompiler, type CompileResult, type CompileTask, createArticleCompiler } from "../../content/compile/compiler.ts";
import { ArticleNames } from "../../content/links/article-names.ts";
import type { ArticleIdentity } from "../../content/permalink/identify.ts";
import type { CompiledEntry } from "../../model/entry.ts";
import type { Site } from "../../settings/site-settings.ts";
import { type EncodedEntry, encodeEntry } from "../cache/encoded-entry.ts";
import { type CachedFile, FileCache } from "../source/file-cache.ts";
import { type FoundMedia, type KnownMedia, type MediaFolder, openMediaFolder } from "../source/media-folder.ts";
import { verifyEntries } from "../verify/verify-documents.ts";

/** The inputs of a compiler, in this thread or another. */
export interface CompilerSetup {
  readonly site: Site;
  /** Path of the articles folder. */
  readonly folder: string;
  readonly sources: readonly string[];
  readonly development: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The inputs of a worker, with the cached media files. */
export type WorkerSetup = CompilerSetup & { readonly media: readonly (readonly [string, CachedFile<KnownMedia>])[] };

/** A message to a worker; the identities are sent once, before the first task. */
export type Task =
  | { readonly task: "parse"; readonly articles: readonly Article[] }
  | { readonly task: "compile"; readonly tasks: readonly CompileTask[]; readonly identities?: ReadonlyMap<string, ArticleIdentity> };

/** The reply of a worker, with the media files that it has read. Entries are sent in their encoded form, which is transferred, not copied. */
export type Reply = { readonly media: FoundMedia } & (
  | { readonly task: "parse"; readonly results: readonly CompileResult<ParsedArticle>[] }
  | { readonly task: "compile"; readonly results: readonly CompileResult<EncodedEntry>[] }
);

/** Opens a compiler in this thread. */
export function openCompiler({ development, now, site, sources }: CompilerSetup, media: MediaFolder): ArticleCompiler {
  const inspect = (entries: readonly CompiledEntry[]) => verifyEntries(site, entries);
  return createArticleCompiler({ site, names: new ArticleNames(sources), media, development, now, digest: digestSync, inspect });
}

/** Runs the tasks of the main thread in a worker. */
export function serveCompiler(setup: WorkerSetup): void {
  const media = openMediaFolder(setup.folder, setup.site.url, new FileCache(setup.now, setup.media));
  const compiler = openCompiler(setup, media);
  let identities: ReadonlyMap<string, ArticleIdentity> = new Map();
  const [kept, published, faults] = [additions(media.memory.kept), additions(media.published), additions(media.faults)];
  parentPort?.on("message", async (task: Task) => {
    const answer = (reply: Omit<Reply, "media">, transferred: ArrayBuffer[] = []) =>
      parentPort?.postMessage({ ...reply, media: { kept: kept(), published: published(), faults: faults() } }, transferred);
    if (task.task === "parse") return answer({ task: "parse", results: await compiler.parse(task.articles) });
    identities = task.identities ?? identities;
    const results = (await compiler.compile(task.tasks, identities)).map(encoded);
    return answer(
      { task: "compile", results },
      results.flatMap(({ result }) => (result === undefined ? [] : [result.content.buffer as ArrayBuffer])),
    );
  });
}

function encoded(one: CompileResult<CompiledEntry>): CompileResult<EncodedEntry> {
  const { result, ...others } = one;
  return result === undefined ? others : { ...one, result: encodeEntry(result) };
}

// Returns the entries that were added to a map since the last call.
function additions<V>(all: ReadonlyMap<string, V>): () => (readonly [string, V])[] {
  const sent = new Set<string>();
  return () => {
    const fresh = [...all].filter(([key]) => !sent.has(key));
    for (const [key] of fresh) sent.add(key);
    return fresh;
  };
}
