import type { CompiledEntry } from "../../model/entry.ts";
import type { Identity } from "../permalink/identify.ts";
import type { Article, ParsedArticle } from "./article.ts";
import { isUnchanged, type Surroundings } from "./compile-inputs.ts";
import type { ArticleCompiler, Made, Order } from "./compiler.ts";

/** What was made of an article before, and of what. */
export interface CachedArticle {
  /** Digest of the article's text. */
  readonly version: string;
  /** Without the text, which would stand there twice. */
  readonly parsed: Made<ParsedArticle>;
  /** What the other articles made of the order: {@link orderKey}. */
  readonly order?: string;
  readonly compiled?: Made<CompiledEntry>;
}

/** A compiler that knows what was made before. */
export interface CachedCompiler extends ArticleCompiler {
  /** What was made this time, by source, whether anew or not. */
  readonly articles: ReadonlyMap<string, CachedArticle>;
  /** How many articles were parsed or compiled anew. */
  readonly fresh: number;
}

/** What a compiler needs to remember. */
export interface CachedCompilerOptions {
  /** By source. They hold for the same settings and the same code only. */
  readonly known: ReadonlyMap<string, CachedArticle>;
  readonly digest: (text: string) => string;
  /** What articles can ask, with what is at an article's path. */
  readonly surroundings: (articleAt: (path: string) => Identity | undefined) => Surroundings;
}

/**
 * Takes from what was made before whatever would be the same again, and has the rest made. That is so where the article's text is
 * the same, everything that it asked of its surroundings has the same answer, and for an entry what the others make of
 * it, its times and the spelling of its terms.
 */
export function cachedCompiler(compiler: ArticleCompiler, { digest, known, surroundings }: CachedCompilerOptions): CachedCompiler {
  const cached = new Map<string, CachedArticle>();
  let fresh = 0;
  return {
    articles: cached,
    get fresh() {
      return fresh;
    },

    async parse(articles) {
      const around = surroundings(() => undefined);
      const isKnown = async (article: Article) => {
        const before = known.get(article.source);
        const isSame = before?.version === (article.version ?? digest(article.text)) && (await isUnchanged(around, before.parsed.answers));
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
      const around = surroundings((path) => identities.get(path));
      const isKnown = async (order: Order) => {
        const { compiled, order: key } = cached.get(order.parsed.source) ?? {};
        return compiled !== undefined && key === orderKey(order) && (await isUnchanged(around, compiled.answers));
      };
      const unknown = await without(orders, isKnown);
      fresh += unknown.length;
      const made = await compiler.compile(await complete(unknown, compiler), identities);
      for (const [index, compiled] of made.entries()) {
        const before = cached.get(compiled.source) as CachedArticle;
        cached.set(compiled.source, { ...before, order: orderKey(unknown[index] as Order), compiled });
      }
      return orders.map(({ parsed }) => cached.get(parsed.source)?.compiled as Made<CompiledEntry>);
    },
  };
}

/** What the other articles have to do with what becomes of one: its times and the spelling of its terms. */
function orderKey({ parsed: { metadata }, times }: Order): string {
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
async function complete(orders: readonly Order[], compiler: ArticleCompiler): Promise<Order[]> {
  const bare = orders.filter(({ parsed }) => parsed.body === undefined);
  const bodies = new Map((await compiler.parse(bare.map(({ article }) => article))).map(({ result, source }) => [source, result?.body]));
  return orders.map((order) => {
    const body = bodies.get(order.parsed.source);
    return body === undefined ? order : { ...order, parsed: { ...order.parsed, body } };
  });
}
