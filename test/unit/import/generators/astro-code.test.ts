import { describe, expect, it } from "vitest";
import { astro } from "../../../../src/import/generators/astro.ts";
import { addressesOf, type Files, open, planOf } from "./in-memory-site.ts";

const post = (keys = "") => `---\ntitle: A Walk\npubDatetime: 2024-06-15T10:00:00Z\n${keys}---\nText`;
const script = (code: string) => `---\n${code}\n---\n<p>text</p>`;
const config = (options = "") => `export default { site: "https://wren.example", ${options} };`;
const versioned = (version: string) => ({ "package.json": `{ "dependencies": { "astro": "${version}" } }` });

// A theme with folders in addresses, as several have.
const folders = (options = "") => ({
  ...versioned("^5.2.0"),
  "astro.config.ts": config(options),
  "tsconfig.json": '{ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["src/*"] } } }',
  "src/content.config.ts": `import { defineCollection, z } from "astro:content";
    import { glob } from "astro/loaders";
    export const ENTRIES = "src/data/diary";
    const diary = defineCollection({ loader: glob({ pattern: "**/[^_]*.md", base: \`./\${ENTRIES}\` }), schema: z.object({ title: z.string() }) });
    export const collections = { diary };`,
  "src/lib/words.ts": `import kebab from "lodash.kebabcase";
    import slugify from "slugify";
    const isForeign = (text: string): boolean => /[^\\x00-\\x7F]/.test(text);
    export const word = (text: string) => { if (isForeign(text)) return kebab(text); return slugify(text, { lower: true }); };`,
  "src/lib/place.ts": `import { ENTRIES } from "@/content.config";
    import { word } from "./words";
    export function placeOf(id: string, file: string | undefined, isWhole = true) {
      const folders = file?.replace(ENTRIES, "").split("/").filter((name) => name !== "").filter((name) => !name.startsWith("_")).slice(0, -1).map((name) => word(name));
      const start = isWhole ? "/diary" : "";
      const own = id.split("/");
      const name = own.length > 0 ? own.slice(-1) : own;
      if (!folders || folders.length < 1) return [start, name].join("/");
      return [start, ...folders, name].join("/");
    }`,
  "src/lib/newest.ts": `export default (entries) => entries.filter(({ data }) => !data.draft && Date.now() > new Date(data.pubDatetime).getTime() - 900000)
      .sort((a, b) => Math.floor(new Date(b.data.pubDatetime).getTime() / 1000) - Math.floor(new Date(a.data.pubDatetime).getTime() / 1000));`,
  "src/pages/diary/[...slug]/index.astro": script(`import { getCollection } from "astro:content";
    import { placeOf } from "@/lib/place";
    export async function getStaticPaths() {
      const entries = await getCollection("diary", ({ data }) => !data.draft);
      return entries.map((entry, index) => ({ params: { slug: placeOf(entry.id, entry.filePath, false) }, props: { entry, next: entries[index + 1] } }));
    }`),
  "src/pages/rss.xml.ts": `import rss from "@astrojs/rss";
    import { getCollection } from "astro:content";
    import { placeOf } from "@/lib/place";
    import newest from "@/lib/newest";
    export async function GET() {
      const entries = newest(await getCollection("diary"));
      return rss({ title: "Wren", description: "On wrens", site: "https://wren.example", items: entries.map(({ data, id, filePath }) => ({ link: placeOf(id, filePath), title: data.title })) });
    }`,
  "src/data/diary/first.md": post(),
  "src/data/diary/Sea Birds/_2024/Gull Watch.md": post(),
  "src/data/diary/海/gull.md": post("draft: true\n"),
  "src/data/diary/sea/renamed.md": post("slug: own-name\n"),
});

function idsOf(files: Files): unknown[] {
  const site = open(astro, files);
  const plans = Object.entries(files).map(([path, text]) => planOf(site, path, text));
  return plans.flatMap((plan) => (plan?.kind === "post" ? [plan.corrections?.["id"]] : []));
}

describe("astro.plan() of entries whose address a function computes", () => {
  it("runs the functions of the site", () => {
    expect(addressesOf(astro, folders())).toEqual({
      "src/data/diary/first.md": "/diary/first/",
      "src/data/diary/Sea Birds/_2024/Gull Watch.md": "/diary/sea-birds/gull-watch/",
      "src/data/diary/海/gull.md": "/diary/海/gull/",
      "src/data/diary/sea/renamed.md": "/diary/sea/own-name/",
    });
  });

  it("makes the ids of the feed", () => {
    expect(idsOf(folders())).toEqual([undefined, undefined, undefined, undefined]); // the addresses
    const ids = ["first/", "sea-birds/gull-watch/", "海/gull/", "sea/own-name/"].map(
      (path) => new URL(path, "https://wren.example/diary/").href,
    );
    expect(idsOf(folders('trailingSlash: "never"'))).toEqual(ids);
  });

  it("has no note if all addresses are known", () => {
    const notesOf = (files: Files) => {
      const site = open(astro, files);
      for (const [path, text] of Object.entries(files)) planOf(site, path, text);
      return site.notes;
    };
    expect(notesOf(folders())).toEqual([]);
    expect(notesOf({ ...folders(), "src/data/diary/es6/a.md": post() })).toEqual([]);
    expect(notesOf({ ...folders(), "src/data/diary/海1/a.md": post() })).toEqual([
      expect.stringContaining("src/pages/diary/[...slug]/index.astro computes the addresses of the collection diary: they are unknown"),
    ]);
  });

  const plain = (params: string, code = "", version = "^4.16.0", keys = "") => {
    const path = "src/content/notes/2024/A Walk.md";
    const files = {
      ...versioned(version),
      "astro.config.mjs": config('base: "lab"'),
      "src/pages/notes/[...slug].astro": script(`import { getCollection } from "astro:content";
        ${code}
        export const getStaticPaths = (async () => (await getCollection("notes")).map((note) => ({ params: { slug: ${params} } }))) satisfies GetStaticPaths;`),
      [path]: post(keys),
    };
    return addressesOf(astro, files)[path];
  };

  it.each<[string, string, string | undefined]>([
    ["note.id.slice(5)", "^4.16.0", "/lab/notes/A Walk.md/"],
    ["note.slug.slice(5)", "^4.16.0", "/lab/notes/a-walk/"],
    ["note.slug.slice(5)", ">=5.0.0", undefined],
    ["note.id.slice(5)", ">=5.0.0", "/lab/notes/a-walk/"],
    ["note.slug.slice(5)", "latest", "/lab/notes/a-walk/"],
    ["note.id.slice(5)", "latest", undefined],
    ["note.filePath.split('/').at(-1)", "latest", "/lab/notes/A Walk.md/"],
    ["note.collection + '/' + note.data.title.toLowerCase().replaceAll(' ', '_')", "latest", "/lab/notes/notes/a_walk/"],
    ["note.data.pubDatetime.getFullYear() + '/x'", "latest", "/lab/notes/2024/x/"],
    ["note.data.pubDatetime.getDate() + '/x'", "latest", undefined],
    ["import.meta.env.BASE_URL.slice(1) + 'x'", "latest", "/lab/notes/labx/"],
    ["note.body.slice(0, 4)", "latest", undefined],
    ["note.data.missing.slice(0, 4)", "latest", undefined],
    ["note.slug + '#top'", "latest", undefined],
    ["unknown(note.slug)", "latest", undefined],
  ])("computes %s in Astro %s", (params, version, address) => {
    expect(plain(params, "", version)).toBe(address);
  });

  it("makes slugs of titles, as older themes do", () => {
    const files = {
      ...versioned("~2.10.1"),
      "astro.config.mjs": config(),
      "src/utils/slug.ts": `import { slug as slugger } from "github-slugger";
        export const slugOf = ({ entrySlug, title }: Data) => (entrySlug ? slugger(entrySlug) : slugger(title));`,
      "src/pages/posts/[slug].astro": script(`import { getCollection } from "astro:content";
        import { slugOf } from "../../utils/slug";
        export async function getStaticPaths() {
          const posts = await getCollection("blog");
          return posts.map(({ data }) => ({ params: { slug: slugOf(data) }, props: {} }));
        }`),
      "src/pages/rss.xml.js": `import rss from "@astrojs/rss";
        import { getCollection } from "astro:content";
        import { slugOf } from "../utils/slug";
        export async function get(context) {
          const posts = await getCollection("blog");
          return rss({ title: "Wren", site: context.site, items: posts.map(({ data }) => ({ link: \`notes/\${slugOf(data)}\`, title: data.title })) });
        }`,
      "src/content/blog/one.md": post(),
      "src/content/blog/two.md": post("entrySlug: Second one!\n"),
    };
    expect(addressesOf(astro, files)).toEqual({
      "src/content/blog/one.md": "/posts/a-walk/",
      "src/content/blog/two.md": "/posts/second-one/",
    });
    expect(idsOf(files)).toEqual(["https://wren.example/notes/a-walk/", "https://wren.example/notes/second-one/"]);
  });

  it.each<[string, string | undefined]>([
    ["notes.map((note) => ({ params: { slug: 'n' } }))", "/lab/notes/n/"],
    ["notes.map((note, index) => ({ params: { slug: 'n' + index } }))", undefined],
    ["notes.map((note) => ({ params: { slug: 'n' + notes.length } }))", undefined],
    ["[...notes].map((note) => note).map((note, index) => ({ params: { slug: 'n' + index } }))", undefined],
    ["['a'].flatMap(() => notes).map((note, index) => ({ params: { slug: 'n' + index } }))", undefined],
    ["notes.concat([]).reverse().map((note, index) => ({ params: { slug: 'n', index } }))", undefined],
    ["notes.slice(0, 9).sort((a, b) => a.data.order - b.data.order).map((note) => ({ params: { slug: 'n' } }))", "/lab/notes/n/"],
    ["notes.map((note) => ({ params: { slug: notes[0] === note ? 'first' : 'n' } }))", undefined],
    ["notes.map((note) => ({ params: { slug: notes.some((each) => each.data.order) ? 'first' : 'n' } }))", undefined],
    ["notes.map((note) => ({ params: { slug: notes.find((each) => each.slug === note.slug).data.title } }))", "/lab/notes/A Walk/"],
    ["notes.map((note) => ({ params: { slug: notes.reduce((sum, each) => sum + each.data.title, '') } }))", undefined],
    ["(([note]) => [{ params: { slug: note.data.title } }])(notes)", undefined],
  ])("knows only one of the entries: %s", (code, address) => {
    const path = "src/content/notes/a.md";
    const files = {
      "astro.config.mjs": config('base: "lab"'),
      "src/pages/notes/[...slug].astro": script(`import { getCollection } from "astro:content";
        export async function getStaticPaths() { const notes = await getCollection("notes"); return ${code}; }`),
      [path]: post(),
    };
    expect(addressesOf(astro, files)[path]).toBe(address);
  });

  it("does not trust values that a schema may change", () => {
    const files = (schema: string) => ({
      ...folders(),
      "src/content.config.ts": folders()["src/content.config.ts"].replace("title: z.string()", schema),
      "src/pages/diary/[...slug]/index.astro": folders()["src/pages/diary/[...slug]/index.astro"].replace(
        "placeOf(entry.id, entry.filePath, false)",
        "entry.data.title.slice(2)",
      ),
    });
    const addressOf = (schema: string) => addressesOf(astro, files(schema))["src/data/diary/first.md"];
    expect(addressOf("title: z.string()")).toBe("/diary/Walk/");
    expect(addressOf("title: z.string().transform((text) => text + 1)")).toBeUndefined();
    expect(addressOf("name: z.string().trim()")).toBe("/diary/Walk/");
    expect(addressOf("title: z.string() }).transform((data) => ({ ...data })")).toBeUndefined();
  });

  it("runs generateId", () => {
    const files = {
      ...folders(),
      "src/content.config.ts": folders()["src/content.config.ts"].replace(
        'pattern: "**/[^_]*.md"',
        'pattern: "**/[^_]*.md", generateId: ({ entry, data }) => data.key ?? entry.split("/").at(-1).replace(/\\.md$/, "").toLowerCase()',
      ),
      "src/data/diary/keyed.md": post("key: k\n"),
    };
    expect(addressesOf(astro, files)).toMatchObject({
      "src/data/diary/first.md": "/diary/first/",
      "src/data/diary/Sea Birds/_2024/Gull Watch.md": "/diary/sea-birds/gull watch/",
      "src/data/diary/keyed.md": "/diary/k/",
    });
  });

  it("adds the language by getRelativeLocaleUrl", () => {
    const files = (i18n: string) => ({
      ...folders(`trailingSlash: "never", i18n: ${i18n}`),
      "src/lib/place.ts": `import { getRelativeLocaleUrl } from "astro:i18n";
        export const placeOf = (id, file, isWhole = true) => isWhole ? getRelativeLocaleUrl("en", "diary/" + id) : id + "";`,
    });
    expect(idsOf(files('{ locales: ["en", "de"], defaultLocale: "en" }'))[0]).toBe("https://wren.example/diary/first/");
    expect(idsOf(files('{ locales: ["en", "de"], defaultLocale: "de" }'))[0]).toBe("https://wren.example/en/diary/first/");
    expect(idsOf(files('{ locales: ["de"], defaultLocale: "de" }'))[0]).toBeUndefined();
  });

  it("does not choose one of several addresses", () => {
    const files = {
      ...folders(),
      "src/pages/diary/[...slug]/index.astro": folders()
        ["src/pages/diary/[...slug]/index.astro"].replace("return entries", 'return ["a", "b"].flatMap((a) => entries')
        .replace("placeOf(entry.id, entry.filePath, false)", "a + entry.id")
        .replace("}));", "})));"),
    };
    expect(addressesOf(astro, files)["src/data/diary/first.md"]).toBeUndefined();
  });
});
