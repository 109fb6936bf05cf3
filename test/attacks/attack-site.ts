import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Compilation, compile } from "../../src/content/compile/compile.ts";
import type { CompiledEntry } from "../../src/model/entry.ts";
import type { Site } from "../../src/settings/site-settings.ts";
import { appUnderTest } from "../app-under-test.ts";
import { noMedia } from "../no-media.ts";
import { sampleEntry, sampleSite } from "../samples.ts";
import { type AttackPage, type AttackSite, barePath } from "./attack-pages.ts";
import { attacks } from "./attacks.ts";

const barePage = "<!doctype html><html lang=en><title>A reader</title><main><div id=content></div></main></html>";

const perPage = 40;

/** Serves the attacks at a free port. */
export async function startAttackSite(): Promise<AttackSite> {
  let get: ((path: string) => Promise<Response>) | undefined;
  const server = createServer(async (request, response) => {
    const answer =
      request.url === barePath ? new Response(barePage, { headers: { "content-type": "text/html" } }) : await get?.(request.url ?? "/");
    response.writeHead(answer?.status ?? 503, Object.fromEntries(answer?.headers ?? []));
    response.end(answer === undefined ? "" : Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const site = { ...sampleSite, url, idBase: url, icon: `${url}/icon.png`, favicon: `${url}/favicon.ico`, limit: perPage };

  const pages: Record<string, AttackPage[]> = {};
  const entries: CompiledEntry[] = [];
  for (const [category, list] of Object.entries(attacks)) {
    const contents = await contentsOf(list, site);
    pages[category] = chunks(contents).map((chunk, index) => {
      const entry = sampleEntry(`${category}-${index}`, { content: chunk.join("\n") });
      const path = `/articles/${category}-${index}`;
      entries.push({ ...entry, url: url + path });
      return { path, content: entry.content };
    });
  }
  const named = await namedBy(Object.values(attacks).flat(), site);
  const app = appUnderTest({ entries: [...named, ...entries], site });
  get = (path) => app.get(path);
  const numbers = Array.from({ length: Math.floor(named.length / perPage) }, (_, index) => `/archive/${index + 1}/`);
  return { url, server, pages, lists: ["/", "/feeds/", ...numbers, ...named.slice(0, 100).map(({ path }) => path)] };
}

/** The different contents that all kinds of articles make of attacks. */
async function contentsOf(attacks: readonly string[], site: Site): Promise<string[]> {
  const articles = attacks.flatMap((attack, index) =>
    ["html", "md", "mdx", "txt"].map((kind) => ({
      source: `a${index}.${kind}`,
      text: `---\ntitle: A\ndate: 2024-11-06\nslug: ${kind}-${index}\n---\n${attack}`,
    })),
  );
  return [...new Set(sound(await compiled(articles, site)).map(({ content }) => content))];
}

/** Entries that the attacks name, describe and are filed under. */
async function namedBy(attacks: readonly string[], site: Site): Promise<CompiledEntry[]> {
  const articles = attacks.map((attack, index) => {
    const fields = {
      title: attack,
      date: "2024-11-06",
      summary: attack,
      author: { name: attack, url: attack },
      image: { url: attack, alt: attack },
    };
    const more = { slug: `n${index}`, enclosure: { url: attack, title: attack }, categories: [`${index} ${attack}`] };
    return { source: `n${index}.md`, text: `---\n${JSON.stringify({ ...fields, ...more })}\n---\nText.` };
  });
  return sound(await compiled(articles, site));
}

function compiled(articles: Parameters<typeof compile>[0], site: Site): Promise<Compilation> {
  return compile(articles, { site, media: noMedia, development: false, now: Date.UTC(2025, 0, 1) });
}

function sound({ entries, problems }: Compilation): CompiledEntry[] {
  const faulty = new Set(problems.filter(({ severity }) => severity === "error").map(({ file }) => file));
  return entries.filter(({ source }) => !faulty.has(`articles/${source}`));
}

function chunks(contents: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(contents.length / perPage) }, (_, index) => contents.slice(index * perPage, (index + 1) * perPage));
}
