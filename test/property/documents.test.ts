import { parse } from "parse5";
import { SaxesParser } from "saxes";
import { afterAll, describe, expect } from "vitest";
import { createLruCache } from "../../src/base/lru-cache.ts";
import type { Article } from "../../src/content/compile/article.ts";
import { compile } from "../../src/content/compile/compile.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { Site } from "../../src/settings/site-settings.ts";
import { appUnderTest } from "../app-under-test.ts";
import fc from "../fast-check.ts";
import { authorsOwn, checkDocument } from "../judge.ts";
import { noMedia } from "../no-media.ts";
import { sampleSite } from "../samples.ts";
import { anyArticles, anyFiles } from "./arbitrary-articles.ts";
import { anySite } from "./arbitrary-site.ts";
import { anyText } from "./arbitrary-text.ts";
import { addressesAt, documentsAt, formatOf, type ServedDocument } from "./every-document.ts";
import { law } from "./law.ts";

const now = Date.UTC(2025, 0, 1);
const options = { site: sampleSite, media: noMedia, development: false, now };

const severities = ["error", "warning"];

describe("with any articles", () => {
  law(
    "compiling throws nothing and reports each problem with its location",
    [anyFiles, anySite, fc.dictionary(anyText, anyText, { maxKeys: 2, noNullPrototype: true }), anyText, fc.boolean()],
    async (articles, site, redirects, removed, development) => {
      const { entries, problems } = await compile(articles, { ...options, site, redirects, removed, development });
      const files = ["wrangler.toml", "articles/_removed.txt", ...articles.map(({ source }) => `articles/${source}`)];
      const isLocated = ({ column, file, line }: Diagnostic) => files.includes(file) && line >= 1 && column >= 1;
      expect(problems.filter((problem) => !isLocated(problem))).toEqual([]);
      expect(problems.filter(({ message, severity }) => message === "" || !severities.includes(severity))).toEqual([]);
      expect(entries.length + problems.filter(({ severity }) => severity === "error").length).toBeGreaterThanOrEqual(
        development ? articles.length : 0,
      );
    },
  );

  law("every document is well-formed for a strict parser", [anyArticles, anySite], async (articles, site) => {
    const faults = (await published(articles, site)).map(({ path, text }) => ({ path, fault: faultOf(path, text) }));
    expect(faults.filter(({ fault }) => fault !== undefined)).toEqual([]);
  });

  law(
    "the conformance check finds no violation in any feed",
    [anyArticles, anySite],
    async (articles, site) => {
      for (const { path, text } of await published(articles, site)) {
        const format = formatOf(path);
        const violations = format === undefined ? [] : checkDocument(format, text, site.url + path, now);
        expect([path, violations.filter(({ rule }) => !authorsOwn.test(rule))]).toEqual([path, []]);
      }
    },
    { share: 0.5 },
  );

  law("compiling the same articles gives the same entries", [anyArticles], async (articles) => {
    expect(await compile(articles, options)).toEqual(await compile([...articles].reverse(), { ...options, now: now + 1000 }));
  });

  law(
    "the same articles give the same bytes and ETags",
    [anyArticles, anySite],
    async (articles, site) => {
      expect(await publish([...articles].reverse(), site, now + 86_400_000)).toEqual(await published(articles, site));
    },
    { share: 0.5 },
  );
});

// Several laws get the same cases, since each begins with the same seed.
let known = createLruCache<ServedDocument[]>(400, () => 1);
afterAll(() => {
  known = createLruCache(1, () => 1);
});

/** Returns all documents of a site of these articles, or an empty list if an error prevents a deployment. */
async function published(articles: readonly Article[], site: Site): Promise<ServedDocument[]> {
  const key = JSON.stringify([articles, site]);
  const documents = known.get(key) ?? (await publish(articles, site, now));
  known.set(key, documents);
  return documents;
}

async function publish(articles: readonly Article[], site: Site, at: number): Promise<ServedDocument[]> {
  const { entries, problems } = await compile(articles, { ...options, site, now: at });
  if (problems.some(({ severity }) => severity === "error")) return [];
  const app = appUnderTest({ entries, site });
  app.time.now = at;
  return documentsAt(app, addressesAt(entries, site, at));
}

function faultOf(path: string, text: string): string | undefined {
  if (path.endsWith(".json")) return faultIn(() => JSON.parse(text));
  if (path.endsWith(".xml"))
    return faultIn(() => {
      const parser = new SaxesParser({ xmlns: true });
      parser.on("error", fail);
      parser.write(text).close();
    });
  if (path.endsWith(".txt")) return undefined;
  return faultIn(() => parse(text, { onParseError: ({ code, startLine }) => fail(new Error(`${code} in line ${startLine}`)) }));
}

function faultIn(parse: () => void): string | undefined {
  try {
    parse();
    return undefined;
  } catch (error) {
    return String(error);
  }
}

function fail(error: Error): never {
  throw error;
}
