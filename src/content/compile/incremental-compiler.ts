import type { CompiledEntry } from "../../model/entry.ts";
import type { ArticleIdentity } from "../permalink/identify.ts";
import type { Article, ParsedArticle } from "./article.ts";
import { type CompileInputs, isUpToDate } from "./compile-inputs.ts";
import type { ArticleCompiler, CompileResult, CompileTask } from "./compiler.ts";

/** What was made of an article before, and of what. */
export interface CachedArticle {
  /** Digest of the article's text. */
  readonly version: string;
  /** Without the text, which would stand there twice. */
  readonly parsed: CompileResult<ParsedArticle>;
  /** What the other articles made of the order: {@link orderKey}. */
  readonly order?: string;
  readonly compiled?: CompileResult<CompiledEntry>;
}

/** A compiler that knows what was made before. */
export interface IncrementalCompiler extends ArticleCompiler {
  /** What was made this time, by source, whether anew or not. */
  readonly articles: ReadonlyMap<string, CachedArticle>;
  /** How many articles were parsed or compiled anew. */
  readonly fresh: number;
}

/** What a compiler needs to remember. */
export interface IncrementalCompilerOptions {
  /** By source. They hold for the same settings and the same code only. */
  readonly known: ReadonlyMap<string, CachedArticle>;
  readonly digest: (text: string) => string;
  /** What articles can ask, with what is at an article's path. */
  readonly inputs: (articleAt: (path: string) => ArticleIdentity | undefined) => CompileInputs;
}

/**
 * Takes from what was made before whatever would be the same again, and has the rest made. That is so where the article's text is
 * the same, everything that it asked of its inputs has the same answer, and for an entry what the others make of
 * it, its times and the spelling of its terms.
 */
export function incrementalCompiler(compiler: ArticleCompiler, { digest, known, inputs }: IncrementalCompilerOptions): IncrementalCompiler {
  const cached = new Map<string, CachedArticle>();
  let fresh = 0;
  return {
    articles: cached,
    get fresh() {
      return fresh;
    },

    async parse(articles) {
      const around = inputs(() => undefined);
      const isKnown = async (article: Article) => {
        const before = known.get(article.source);
        const isSame =
          before?.version === (article.version ?? digest(article.text)) && (await isUpToDate(around, before.parsed.dependencies));
        if (isSame) cached.set(article.source, before);
        return isSame;
      };
      const unknown = await without(articles, isKnown);
      fresh += unknown.length;
      const made = await compiler.parse(unknown);
      for (const [index, parsed] of made.entries()) {
        const { source, text, version = digest(text) } = unknown[index] as Article;
        cached.set(source, { version, parsed: { ...parsed, ...(parsed.result && { result: withoutBody(parsed.result) }) } });
      }
      const bySource = new Map(made.map((one) => [one.source, one]));
      return articles.map(({ source }) => bySource.get(source) ?? (cached.get(source) as CachedArticle).parsed);
    },

    async compile(orders, identities) {
      const around = inputs((path) => identities.get(path));
      const isKnown = async (order: CompileTask) => {
        const { compiled, order: key } = cached.get(order.parsed.source) ?? {};
        return compiled !== undefined && key === orderKey(order) && (await isUpToDate(around, compiled.dependencies));
      };
      const unknown = await without(orders, isKnown);
      fresh += unknown.length;
      const made = await compiler.compile(await complete(unknown, compiler), identities);
      for (const [index, compiled] of made.entries()) {
        const before = cached.get(compiled.source) as CachedArticle;
        cached.set(compiled.source, { ...before, order: orderKey(unknown[index] as CompileTask), compiled });
      }
      return orders.map(({ parsed }) => cached.get(parsed.source)?.compiled as CompileResult<CompiledEntry>);
    },
  };
}

/** What the other articles have to do with what becomes of one: its times and the spelling of its terms. */
function orderKey({ parsed: { metadata }, times }: CompileTask): string {
  return JSON.stringify([times, metadata.categories, metadata.authors]);
}

async function without<T>(items: readonly T[], isKnown: (item: T) => Promise<boolean>): Promise<T[]> {
  const rest: T[] = [];
  for (const item of items) if (!(await isKnown(item))) rest.push(item);
  return rest;
}

function withoutBody({ body: _, ...parsed }: ParsedArticle): ParsedArticle {
  return parsed;
}

// Gives the text back to what was known as parsed: it is compiled anew for the sake of something else.
async function complete(orders: readonly CompileTask[], compiler: ArticleCompiler): Promise<CompileTask[]> {
  const bare = orders.filter(({ parsed }) => parsed.body === undefined);
  const bodies = new Map((await compiler.parse(bare.map(({ article }) => article))).map(({ result, source }) => [source, result?.body]));
  return orders.map((order) => {
    const body = bodies.get(order.parsed.source);
    return body === undefined ? order : { ...order, parsed: { ...order.parsed, body } };
  });
}
