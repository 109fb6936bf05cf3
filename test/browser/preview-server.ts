import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createHeadersFor } from "../../src/http/security-headers.ts";
import { authorSelection, categorySelection, languageSelection, wholeSite } from "../../src/model/selection.ts";
import { entryPage } from "../../src/pages/entry-page.tsx";
import { errorPage } from "../../src/pages/error-page.tsx";
import { feedsPage } from "../../src/pages/feeds-page.tsx";
import { pagePolicy } from "../../src/pages/page-policy.ts";
import { selectionPage } from "../../src/pages/selection-page.tsx";
import type { Site } from "../../src/settings/site-settings.ts";
import { arabicContent, sampleContent, sampleEntries, sampleEntry, sampleSite } from "./sample-site.ts";

const policy = createHeadersFor(pagePolicy)({ "content-type": "text/html" }).get("content-security-policy") ?? "";

// A picture of the width and the height in its address, such as /1200x800.svg.
function picture(address: string): string {
  const [, width = "1200", height = "800"] = /(\d+)x(\d+)\.svg$/.exec(address) ?? [];
  const size = `width="${width}" height="${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect ${size} fill="#456"/><circle r="60" cx="60" cy="60" fill="#fc6"/></svg>`;
}

function pages(url: string, settings: Partial<Site> = {}): [path: string, html: string][] {
  const site = sampleSite(url, settings);
  const entries = sampleEntries(url);
  const [lighthouse, arabic, long, note] = entries;
  if (lighthouse === undefined || arabic === undefined || long === undefined || note === undefined)
    throw new Error("Cannot find the sample entries");
  const draft = sampleEntry("eels", { title: "Eels", draft: true }, url);
  const selections = new Map(
    [wholeSite, categorySelection("A category with rather a long name, as people give them", site), languageSelection("ar")].map(
      (selection) => [selection.path, { selection, entries }],
    ),
  );
  const navigation = { categories: `${url}/feeds#categories`, archive: `${url}/archive` };
  const front = { selection: wholeSite, entries, archivePages: 0 };
  const withImage = (type: string, width: number, height: number) =>
    entries.with(0, { ...lighthouse, image: { url: `${url}/${width}x${height}.svg`, type, length: 0, width, height } });
  const published = { status: "published", navigation, neighbours: { previous: arabic, next: long } } as const;
  return [
    ["/", selectionPage(site, { ...front, archivePages: 3, older: 2 }, { navigation })],
    ["/photograph", selectionPage(site, { ...front, entries: withImage("image/jpeg", 1600, 900) }, { navigation })],
    ["/portrait", selectionPage(site, { ...front, entries: withImage("image/jpeg", 800, 1400) })],
    ["/diagram", selectionPage(site, { ...front, entries: withImage("image/png", 2400, 700) })],
    ["/developing", selectionPage(site, front, { unpublished: [draft], unlisted: [note] })],
    ["/empty", selectionPage(site, { ...front, entries: [] })],
    ["/archive", selectionPage(site, { ...front, archivePages: 3, number: 2, older: 1 }, { navigation })],
    ["/oldest", selectionPage(site, { ...front, archivePages: 3, number: 1 }, { navigation })],
    ["/category", selectionPage(site, { ...front, selection: categorySelection("Harbour", site) }, { navigation })],
    ["/author", selectionPage(site, { ...front, selection: authorSelection("Ada Lovelace", site), archivePages: 2, number: 2, older: 1 })],
    ["/feeds", feedsPage(site, { selections }, navigation)],
    ["/entry", entryPage(site, { entry: lighthouse, content: sampleContent(url), ...published })],
    ["/arabic", entryPage(site, { entry: arabic, content: arabicContent, ...published })],
    ["/note", entryPage(site, { entry: note, content: `<p>${note.summary}</p>`, status: "published" })],
    ["/draft", entryPage(site, { entry: draft, content: "<p>Soon.</p>", status: "draft" })],
    ["/error", errorPage(site, { status: 404 })],
  ];
}

// The same site in English, in a language from right to left, and in one without words of its own.
const sites = { "": {}, "/ar": { language: "ar", title: "جريدة الميناء", description: "أخبار من حافة البحر" }, "/sw": { language: "sw" } };

/** Serves the pages of the sample site with their policy, at a free port. */
export async function startPreviewServer(): Promise<{ url: string; paths: readonly string[]; server: Server }> {
  let served: ReadonlyMap<string, string> = new Map();
  const server = createServer((request, response) => {
    const path = (request.url ?? "/").replace(/\?.*/, "");
    if (path.endsWith(".svg")) {
      response.setHeader("Content-Type", "image/svg+xml").end(picture(path));
      return;
    }
    response.statusCode = served.has(path) ? 200 : 404;
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Content-Security-Policy", policy);
    response.end(served.get(path) ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  served = new Map(
    Object.entries(sites).flatMap(([prefix, settings]) =>
      pages(url + prefix, settings).map(([path, html]): [string, string] => [prefix + path, html]),
    ),
  );
  return { url, paths: [...served.keys()], server };
}
