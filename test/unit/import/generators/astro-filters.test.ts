import { describe, expect, it } from "vitest";
import { astro } from "../../../../src/import/generators/astro.ts";
import { describeHiding } from "../../../../src/import/old-site/describe-hiding.ts";
import { planSite } from "../../../../src/import/old-site/plan-site.ts";
import { type Files, folderWith, open } from "./in-memory-site.ts";

const base = "src/content/blog";
const text = (keys: string) => `---\ntitle: A\ndate: 2024-01-02\n${keys}\n---\nText`;
const posts = {
  [`${base}/public.md`]: text("status: published"),
  [`${base}/wip.md`]: text("status: wip\nlang: fr"),
  [`${base}/plain.md`]: text(""),
  [`${base}/draft.md`]: text("draft: true\nstatus: wip"),
};

function page(posts: string, before = ""): string {
  return `---\n${before}\nexport async function getStaticPaths() {\n  const posts = ${posts};\n  return posts.map((post) => ({ params: { slug: post.id } }));\n}\n---`;
}

function hiddenIn(files: Files): Record<string, string> {
  const folder = folderWith({ "astro.config.mjs": "export default {}", ...posts, ...files });
  const { articles } = planSite(folder, open(astro, { "astro.config.mjs": "export default {}", ...posts, ...files }));
  const hidden = articles.flatMap(({ path, plan }) =>
    plan.hiddenBy === undefined ? [] : [[path.slice(base.length + 1, -3), plan.hiddenBy.isCertain ? "hidden" : "perhaps"]],
  );
  return Object.fromEntries(hidden);
}

const blog = "src/pages/blog/[...slug].astro";

describe("astro.plan() of entries that pages select", () => {
  it.each<[string, Record<string, string>]>([
    ['await getCollection("blog")', {}],
    ['await getCollection("blog", ({ data }) => data.status === "published")', { wip: "hidden", plain: "hidden" }],
    ['await getCollection("blog", ({ data }) => data.status !== "wip" && data.ready !== false)', { wip: "hidden" }],
    ['(await getCollection("blog")).filter((post) => post.data.status !== "wip")', { wip: "hidden" }],
    ['(await getCollection("blog")).sort(byDate).filter((post) => post.data.status !== "wip")', { wip: "hidden" }],
    ['await getCollection("blog", ({ data }) => import.meta.env.PROD ? data.draft !== true : true)', {}],
    ['await getCollection("blog", ({ data }) => !data.draft && data.date < new Date())', {}],
    ['await getCollection("blog", ({ data }) => data.lang === lang)', {}],
    ['await getCollection("blog", ({ data, id }) => data.lang === lang && id.startsWith(lang))', {}],
    ['await getCollection("blog", ({ data, id }) => isIn(data, id))', { public: "perhaps", wip: "perhaps", plain: "perhaps" }],
    ['await getCollection("blog", ({ id }) => id.startsWith(lang + "/"))', {}],
    ['await getCollection("blog", ({ data }) => !data.draft && data.category === category)', {}],
    ['await getCollection("blog", ({ data }) => data.lang !== "fr")', { wip: "hidden" }],
    ['await getCollection("blog", isPublic)', { public: "perhaps", wip: "perhaps", plain: "perhaps" }],
    ['await getCollection("blog", ({ data }) => data.status > minimum)', { public: "perhaps", wip: "perhaps", plain: "hidden" }],
  ])("makes drafts of those that %s leaves out", (code, hidden) => {
    expect(hiddenIn({ [blog]: page(code) })).toEqual(hidden);
  });

  it("follows functions and constants of modules", () => {
    const module = `const hidden = ["wip"];
const isPublic = ({ data }) => !hidden.includes(data.status);
export async function getPosts() { const all = await getCollection("blog"); return all.filter(isPublic); }`;
    expect(hiddenIn({ [blog]: page("await getPosts()", 'import { getPosts } from "@/posts";'), "src/posts.ts": module })).toEqual({
      wip: "hidden",
    });
  });

  it("does not overrule the author by a filter whose result is unknown", () => {
    const files = { [`${base}/stated.md`]: text("draft: false"), [`${base}/secret.md`]: text("draft: false\nstatus: wip") };
    const call = (condition: string) => page(`await getCollection("blog", ({ data }) => ${condition})`);
    expect(hiddenIn({ ...files, [blog]: call("isPublic(data)") })).toEqual({ public: "perhaps", wip: "perhaps", plain: "perhaps" });
    expect(hiddenIn({ ...files, [blog]: call('data.status !== "wip" && isPublic(data)') })).toMatchObject({ secret: "hidden" });
    expect(describeHiding({ doubtedBy: { condition: "isPublic(data) in a.astro", isCertain: false } })).toMatch(/^Published, since/);
  });

  // src/content/blog/wip.md is the only one with `lang: fr`.
  it.each<[string, Record<string, string>]>([
    ["await getPosts()", {}],
    ['await getPosts("fr")', { plain: "hidden", public: "hidden" }],
    ['[...(await getPosts("fr")), ...(await getPosts())]', {}],
    ["await getPosts(lang)", { plain: "perhaps", public: "perhaps", wip: "perhaps" }],
    ["await getPosts(...languages)", { plain: "perhaps", public: "perhaps", wip: "perhaps" }],
  ])("knows the parameters of %s", (code, hidden) => {
    const module = `const locale = "fr";
export async function getPosts(locale?: string) {
  return await getCollection("blog", ({ data, id }) => {
    let flag = true;
    if (locale) { flag = data.lang === locale; }
    return flag && data.draft !== true && data.secret !== true;
  });
}`;
    const found = hiddenIn({ [blog]: page(code, 'import { getPosts } from "../../posts";'), "src/posts.ts": module });
    expect(found).toEqual(hidden);
  });

  it("follows a list that has no other use", () => {
    const code = `export async function getStaticPaths() { const posts = await getCollection("blog");
return posts.filter((post) => post.data.status !== "wip").map((post) => ({ params: { slug: post.id } })); }`;
    expect(hiddenIn({ [blog]: `---\n${code}\n---` })).toEqual({ wip: "hidden" });
    expect(hiddenIn({ [blog]: `---\n${code.replace("return ", "const others = posts; return ")}\n---` })).toEqual({});
  });

  it("publishes what one of several pages publishes", () => {
    const files = {
      "src/pages/en/[...slug].astro": page('await getCollection("blog", ({ data }) => data.lang !== "fr")'),
      "src/pages/fr/[...slug].astro": page('await getCollection("blog", ({ data }) => data.lang === "fr")'),
    };
    expect(hiddenIn(files)).toEqual({});
  });

  it("knows the defaults of the schema", () => {
    const schema = `const common = { status: z.enum(["wip", "published"]).default("published").optional() };
const blog = defineCollection({ loader: glob({ pattern: "*.md", base: "./${base}" }), schema: ({ image }) => z.object({ ...common, cover: image() }) });
export const collections = { blog };`;
    const files = {
      [blog]: page('await getCollection("blog", ({ data }) => data.status === "published")'),
      "src/content.config.ts": schema,
    };
    expect(hiddenIn(files)).toEqual({ wip: "hidden" });
  });

  it.each([
    ["itself", "const common = { ...common, status: z.string() };"],
    [
      "many others",
      `${Array.from({ length: 30 }, (_, at) => `const s${at} = { ...s${at + 1}, ...s${at + 1} };`).join("")}const common = { ...s0 };`,
    ],
  ])("ends for a schema that contains %s", (_name, schema) => {
    const code = `${schema} const blog = defineCollection({ loader: glob({ pattern: "*.md", base: "./${base}" }), schema: z.object({ ...common }) });`;
    const files = { [blog]: page('await getCollection("blog")'), "src/content.config.ts": `${code} export const collections = { blog };` };
    expect(hiddenIn(files)).toEqual({});
  });

  it("names the condition", () => {
    expect(describeHiding({ hiddenBy: { condition: "x in a.astro", isCertain: true } })).toBe(
      "Kept as drafts, since the old site hid them by x in a.astro",
    );
    const files = {
      "astro.config.mjs": "export default {}",
      [blog]: page('await getCollection("blog", ({ data }) =>\n  data.status === "a")'),
    };
    const { articles } = planSite(folderWith({ ...posts, ...files }), open(astro, { ...posts, ...files }));
    expect(articles.find(({ path }) => path.endsWith("public.md"))?.plan.hiddenBy?.condition).toBe(
      `({ data }) => data.status === "a" in ${blog}`,
    );
  });
});
