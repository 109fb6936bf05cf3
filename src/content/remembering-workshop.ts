import type { Article, Identity, ParsedArticle } from "./article.ts";
import type { CompiledEntry } from "./compile-entry.ts";
import { isUnchanged, type Surroundings } from "./surroundings.ts";
import type { Made, Order, Workshop } from "./workshop.ts";

/** What was made of an article before, and of what. */
export interface Memento {
  /** Digest of the article's text. */
  readonly version: string;
  /** Without the text, which would stand there twice. */
  readonly parsed: Made<ParsedArticle>;
  /** What the other articles made of the order: {@link orderKey}. */
  readonly order?: string;
  readonly compiled?: Made<CompiledEntry>;
}

/** A workshop that knows what was made before. */
export interface RememberingWorkshop extends Workshop {
  /** What was made this time, by source, whether anew or not. */
  readonly mementos: ReadonlyMap<string, Memento>;
  /** How many articles were parsed or compiled anew. */
  readonly fresh: number;
}

/** What a workshop needs to remember. */
export interface RememberingOptions {
  /** By source. They hold for the same settings and the same code only. */
  readonly known: ReadonlyMap<string, Memento>;
  readonly digest: (text: string) => string;
  /** What articles can ask, with what is at an article's path. */
  readonly surroundings: (articleAt: (path: string) => Identity | undefined) => Surroundings;
}

/**
 * Takes from what was made before whatever would be the same again, and has the rest made. That is so where the article's text is
 * the same, everything that it asked of its surroundings has the same answer, and for an entry what the others make of
 * it, its times and the spelling of its terms.
 */
export function rememberingWorkshop(workshop: Workshop, { digest, known, surroundings }: RememberingOptions): RememberingWorkshop {
  const mementos = new Map<string, Memento>();
  let fresh = 0;
  return {
    mementos,
    get fresh() {
      return fresh;
    },

    async parse(articles) {
      const around = surroundings(() => undefined);
      const isKnown = async (article: Article) => {
        const memento = known.get(article.source);
        const isSame =
          memento?.version === (article.version ?? digest(article.text)) && (await isUnchanged(around, memento.parsed.answers));
        if (isSame) mementos.set(article.source, memento);
        return isSame;
      };
      const unknown = await without(articles, isKnown);
      fresh += unknown.length;
      const made = await workshop.parse(unknown);
      for (const [index, parsed] of made.entries()) {
        const { source, text, version = digest(text) } = unknown[index] as Article;
        mementos.set(source, { version, parsed: { ...parsed, ...(parsed.result && { result: withoutBody(parsed.result) }) } });
      }
      const bySource = new Map(made.map((one) => [one.source, one]));
      return articles.map(({ source }) => bySource.get(source) ?? (mementos.get(source) as Memento).parsed);
    },

    async compile(orders, identities) {
      const around = surroundings((path) => identities.get(path));
      const isKnown = async (order: Order) => {
        const { compiled, order: key } = mementos.get(order.parsed.source) ?? {};
        return compiled !== undefined && key === orderKey(order) && (await isUnchanged(around, compiled.answers));
      };
      const unknown = await without(orders, isKnown);
      fresh += unknown.length;
      const made = await workshop.compile(await complete(unknown, workshop), identities);
      for (const [index, compiled] of made.entries()) {
        const memento = mementos.get(compiled.source) as Memento;
        mementos.set(compiled.source, { ...memento, order: orderKey(unknown[index] as Order), compiled });
      }
      return orders.map(({ parsed }) => mementos.get(parsed.source)?.compiled as Made<CompiledEntry>);
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
async function complete(orders: readonly Order[], workshop: Workshop): Promise<Order[]> {
  const bare = orders.filter(({ parsed }) => parsed.body === undefined);
  const bodies = new Map((await workshop.parse(bare.map(({ article }) => article))).map(({ result, source }) => [source, result?.body]));
  return orders.map((order) => {
    const body = bodies.get(order.parsed.source);
    return body === undefined ? order : { ...order, parsed: { ...order.parsed, body } };
  });
}
