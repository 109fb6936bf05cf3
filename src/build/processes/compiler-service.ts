import type { Article, ParsedArticle } from "../../content/compile/article.ts";
import { type ArticleCompiler, type CompileResult, type CompileTask, createArticleCompiler } from "../../content/compile/compiler.ts";
import { ArticleNames } from "../../content/links/article-names.ts";
import type { ArticleIdentity } from "../../content/permalink/identify.ts";
import { digestSync } from "../../files/digest-sync.ts";
import type { CompiledEntry } from "../../model/entry.ts";
import type { Site } from "../../settings/site-settings.ts";
import { type EncodedEntry, encodeEntry } from "../cache/encoded-entry.ts";
import { type CachedFile, FileCache } from "../source/file-cache.ts";
import { type FoundMedia, type KnownMedia, type MediaFolder, openMediaFolder } from "../source/media-folder.ts";
import { verifyEntries } from "../verify/verify-documents.ts";

/** The inputs of a compiler, in this process or another. */
export interface CompilerSetup {
  readonly site: Site;
  /** The redirects of the settings. */
  readonly redirects?: Readonly<Record<string, string>>;
  /** Path of the articles folder. */
  readonly folder: string;
  readonly sources: readonly string[];
  /** The files with an ending of articles that are media files. */
  readonly namedTexts?: ReadonlySet<string>;
  readonly development: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A message to a compiler process. The setup comes first, and the identities of all articles before the first compilation; neither has a reply. */
export type Task =
  | { readonly task: "setup"; readonly setup: CompilerSetup; readonly media: readonly (readonly [string, CachedFile<KnownMedia>])[] }
  | { readonly task: "identities"; readonly identities: ReadonlyMap<string, ArticleIdentity> }
  | { readonly task: "parse"; readonly articles: readonly Article[] }
  | { readonly task: "compile"; readonly tasks: readonly CompileTask[] };

/** The reply of a process, with the media files that it has read. Entries are in their encoded form, as the cache keeps them. */
export type Reply = { readonly media: FoundMedia } & (
  | { readonly task: "parse"; readonly results: readonly CompileResult<ParsedArticle>[] }
  | { readonly task: "compile"; readonly results: readonly CompileResult<EncodedEntry>[] }
);

/** The reply to a task that threw, which is a fault of the compiler itself. */
export interface FailedReply {
  readonly task: "failed";
  readonly message: string;
}

/** Opens a compiler in this process. */
export function openCompiler({ development, now, redirects, site, sources }: CompilerSetup, media: MediaFolder): ArticleCompiler {
  const inspect = (entries: readonly CompiledEntry[]) => verifyEntries(site, entries);
  return createArticleCompiler({ site, redirects, names: new ArticleNames(sources), media, development, now, digest: digestSync, inspect });
}

/** Runs the tasks of the parent process, until it ends. */
export function serveCompiler(): void {
  let server: TaskServer | undefined;
  process.on("disconnect", () => process.exit());
  process.on("message", async (task: Task) => {
    if (task.task === "setup") server = createTaskServer(task.setup, task.media);
    else if (server !== undefined) {
      const reply = await server(task).catch((error: unknown): FailedReply => ({ task: "failed", message: String(error) }));
      if (reply !== undefined) process.send?.(reply);
    }
  });
}

type TaskServer = (task: Exclude<Task, { readonly task: "setup" }>) => Promise<Reply | undefined>;

function createTaskServer(setup: CompilerSetup, knownMedia: readonly (readonly [string, CachedFile<KnownMedia>])[]): TaskServer {
  const media = openMediaFolder(setup.folder, setup.site.url, new FileCache(setup.now, knownMedia), setup.namedTexts);
  const compiler = openCompiler(setup, media);
  let identities: ReadonlyMap<string, ArticleIdentity> = new Map();
  const [kept, published, faults] = [additions(media.cache.kept), additions(media.published), additions(media.faults)];
  const found = () => ({ kept: kept(), published: published(), faults: faults() });
  return async (task) => {
    switch (task.task) {
      case "identities":
        identities = task.identities;
        return undefined;
      case "parse": {
        const results = await compiler.parse(task.articles);
        return { task: "parse", results, media: found() };
      }
      case "compile": {
        const results = (await compiler.compile(task.tasks, identities)).map(encoded);
        return { task: "compile", results, media: found() };
      }
    }
  };
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
