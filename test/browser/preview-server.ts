import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createHeadersFor } from "../../src/http/security-headers.ts";
import { authorSelection, categorySelection, languageSelection, wholeSite } from "../../src/model/selection.ts";
import { entryPage } from "../../src/preview/entry-page.tsx";
import { errorPage } from "../../src/preview/error-page.tsx";
import { feedsPage } from "../../src/preview/feeds-page.tsx";
import { pagePolicy } from "../../src/preview/page-policy.ts";
import { selectionPage } from "../../src/preview/selection-page.tsx";
import { arabicContent, sampleContent, sampleEntries, sampleEntry, sampleSite } from "./sample-site.ts";

const policy = createHeadersFor(pagePolicy)({ "content-type": "text/html" }).get("content-security-policy") ?? "";

const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><path fill="#456" d="M0 0h1200v800H0z"/></svg>`;

function pages(url: string): ReadonlyMap<string, string> {
  const site = sampleSite(url);
  const entries = sampleEntries(url);
  const [lighthouse, arabic, , note] = entries;
  if (lighthouse === undefined || arabic === undefined || note === undefined) throw new Error("Cannot find the sample entries");
  const draft = sampleEntry("eels", { title: "Eels", draft: true }, url);
  const selections = new Map(
    [wholeSite, categorySelection("A category with rather a long name, as people give them", site), languageSelection("ar")].map(
      (selection) => [selection.path, { selection, entries }],
    ),
  );
  return new Map([
    ["/", selectionPage(site, { selection: wholeSite, entries, archivePages: 3, older: 2 }, [])],
    ["/developing", selectionPage(site, { selection: wholeSite, entries, archivePages: 0 }, [draft])],
    ["/empty", selectionPage(site, { selection: wholeSite, entries: [], archivePages: 0 }, [])],
    ["/archive", selectionPage(site, { selection: wholeSite, entries, archivePages: 3, number: 2, older: 1 }, [])],
    ["/category", selectionPage(site, { selection: categorySelection("Harbour", site), entries, archivePages: 0 }, [])],
    [
      "/author",
      selectionPage(site, { selection: authorSelection("Ada Lovelace", site), entries, archivePages: 2, number: 2, older: 1 }, []),
    ],
    ["/feeds", feedsPage(site, { selections })],
    ["/entry", entryPage(site, { entry: lighthouse, content: sampleContent(url), status: "published" })],
    ["/arabic", entryPage(site, { entry: arabic, content: arabicContent, status: "published" })],
    ["/note", entryPage(site, { entry: note, content: `<p>${note.summary}</p>`, status: "published" })],
    ["/draft", entryPage(site, { entry: draft, content: "<p>Soon.</p>", status: "draft" })],
    ["/error", errorPage(site, { status: 404, title: "Not found", message: "There is no page at this address." })],
  ]);
}

/** Serves the sample site's pages with their policy at a free port. */
export async function startPreviewServer(): Promise<{ url: string; paths: readonly string[]; server: Server }> {
  let served: ReadonlyMap<string, string> = new Map();
  const server = createServer((request, response) => {
    const path = (request.url ?? "/").replace(/\?.*/, "");
    if (path.endsWith(".svg")) {
      response.setHeader("Content-Type", "image/svg+xml").end(picture);
      return;
    }
    response.statusCode = served.has(path) ? 200 : 404;
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Content-Security-Policy", policy);
    response.end(served.get(path) ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  served = pages(url);
  return { url, paths: [...served.keys()], server };
}
