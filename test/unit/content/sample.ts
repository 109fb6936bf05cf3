import "../../fast-digest.ts";
import { type CompileOptions, compile } from "../../../src/content/compile/compile.ts";
import type { MediaFiles } from "../../../src/content/links/media-files.ts";
import type { Redirects } from "../../../src/model/compiled-content.ts";
import { formatDiagnostic } from "../../../src/model/diagnostic.ts";
import type { CompiledEntry } from "../../../src/model/entry.ts";
import type { Site } from "../../../src/settings/site-settings.ts";
import { noMedia } from "../../no-media.ts";
import { wordsIn } from "../../words.ts";

/** A site with complete settings. */
export const site: Site = {
  title: "The Harbour Gazette",
  description: "News from the edge of the sea",
  url: "https://example.com",
  idBase: "https://example.com",
  language: "en",
  timezone: "Europe/Berlin",
  author: { name: "The desk", email: "desk@example.com" },
  permalink: "/articles/:slug",
  ids: "addresses",
  limit: 20,
  content: "full",
  footer: "",
  maxAge: 3600,
  icon: "https://example.com/icon.png",
  favicon: "https://example.com/favicon.ico",
  copyright: "",
  gzip: true,
  slugs: {},
  selections: {},
  words: wordsIn("en"),
};

/** The instant at which the articles of the tests are compiled. */
export const now = Date.UTC(2025, 0, 1, 12);

/** An articles folder with pictures and a recording of 62 seconds, and with files that are too large. */
export const someMedia: MediaFiles = {
  publish: (path) =>
    ({
      "moon.png": { url: "https://example.com/media/ab/moon.png", type: "image/png", length: 70, width: 400, height: 200 },
      "notes/night sky.png": { url: "https://example.com/media/cd/night%20sky.png", type: "image/png", length: 71 },
      "talk.mp3": { url: "https://example.com/media/ef/talk.mp3", type: "audio/mpeg", length: 72 },
      "slides.pdf": { url: "https://example.com/media/fa/slides.pdf", type: "application/pdf", length: 73 },
      "full.mp4": { url: "https://example.com/media/full.mp4", type: "video/mp4", length: 25 * 1024 * 1024 },
      "huge.mp4": { url: "https://example.com/media/huge.mp4", type: "video/mp4", length: 25 * 1024 * 1024 + 1 },
      "huge.png": { url: "https://example.com/media/huge.png", type: "image/png", length: 31_500_000 },
    })[path],
  pathOf: (name) => (name === "night sky.png" ? "notes/night sky.png" : undefined),
  otherSpelling: (path) => (path === "Moon.png" ? "moon.png" : undefined),
  durationOf: async (path) => ({ "talk.mp3": 62, "slides.pdf": 1, "notes/talk.mp3": 63 })[path],
};

interface Compiled {
  readonly drafts: number;
  readonly entries: readonly CompiledEntry[];
  readonly faulty: ReadonlySet<string>;
  readonly redirects: Redirects;
  /** The formatted diagnostics. */
  readonly problems: readonly string[];
}

/** Compiles articles given as source → text. */
export async function compileAll(articles: Readonly<Record<string, string>>, options: Partial<CompileOptions> = {}): Promise<Compiled> {
  const files = Object.entries(articles).map(([source, text]) => ({ source, text }));
  const { drafts, entries, faulty, problems, redirects } = await compile(files, {
    site,
    media: noMedia,
    development: false,
    now,
    ...options,
  });
  return { drafts, entries, faulty, redirects, problems: problems.map(formatDiagnostic) };
}

/** Compiles one article that must give an entry. */
export async function compileOne(
  text: string,
  source = "2024-11-06-moon.md",
  options: Partial<CompileOptions> = {},
): Promise<CompiledEntry & { readonly problems: readonly string[] }> {
  const { entries, problems } = await compileAll({ [source]: text }, options);
  if (entries[0] === undefined) throw new Error(`Cannot find an entry: ${problems.join("; ")}`);
  return { ...entries[0], problems };
}
