import contents from "compiled-content/contents.bin?module";
import documents from "compiled-content/documents.bin?module";
import index from "compiled-content/index.bin?module";
import { createApp } from "./app.ts";
import { fetchContent, seenFrom } from "./development.ts";
import { settingsText } from "./settings.ts";
import { createBundledStore } from "./store/bundled-store.ts";
import { createChunkReader } from "./store/chunk-reader.ts";
import { readContent } from "./store/content-files.ts";
import type { EntryStore } from "./store/entry-store.ts";
import type { StoredContent } from "./store/stored-content.ts";
import { announceScheduled } from "./websub/announce.ts";

type App = ReturnType<typeof createApp>;

const content = readContent({
  contents: new Uint8Array(contents),
  documents: new Uint8Array(documents),
  index: new Uint8Array(index),
});

function appOf(stored: StoredContent, env: Env): App {
  const { documents: rendered, fingerprint, moves, site } = stored;
  return createApp({
    site,
    fingerprint,
    moves,
    documents: rendered,
    store: storeOf(stored, env),
    // An environment of its own may lack the binding.
    version: { id: env.VERSION?.id ?? "", uploaded: Date.parse(env.VERSION?.timestamp) || 0 },
    clock: Date.now,
    log: (record) => console.error(JSON.stringify(record)),
  });
}

function storeOf(stored: StoredContent, env: Env): EntryStore {
  const readChunk = createChunkReader((path) => env.ASSETS.fetch(new URL(path, stored.site.url)));
  return createBundledStore(stored, readChunk);
}

let app: App | undefined;

// While developing, the site is wherever the request says, with the articles and pictures as they are now.
let developed: { readonly app: App; readonly origin: string; readonly text: string } | undefined;

async function develop(request: Request, env: Env & { readonly DEVELOPMENT_CONTENT?: string }): Promise<Response> {
  const { origin, pathname } = new URL(request.url);
  const source = env.DEVELOPMENT_CONTENT;
  if (source !== undefined && pathname.startsWith("/media/")) return fetch(new URL(pathname, source));
  const text = (await fetchContent(source)) ?? new TextDecoder().decode(index);
  if (developed?.text !== text || developed.origin !== origin) developed = { app: appOf(seenFrom(origin, text), env), origin, text };
  return developed.app.fetch(request);
}

// wrangler does not tell a build which environment it is for. Feeds with another site's addresses must never be served.
function refusal(env: Env): Response | undefined {
  if (settingsText(env.SITE) === content.settings) return undefined;
  console.error(
    JSON.stringify({
      level: "error",
      message: "Cannot serve: the articles were compiled for other [vars.SITE] than the deployed ones; see docs/deploying.md, staging",
    }),
  );
  return new Response("This site is not set up yet.\n", {
    status: 500,
    headers: { "cache-control": "no-store", "content-type": "text/plain" },
  });
}

export default {
  async fetch(request, env) {
    if (content.development) return develop(request, env);
    if (app === undefined) {
      const refused = refusal(env);
      if (refused !== undefined) return refused;
      app = appOf(content, env);
    }
    return app.fetch(request);
  },
  async scheduled(_controller, env) {
    if (content.development || refusal(env) !== undefined) return;
    await announceScheduled({
      content,
      store: storeOf(content, env),
      now: Date.now(),
      fetch,
      wait: (milliseconds) => scheduler.wait(milliseconds),
      log: (record) => console[record["level"] === "error" ? "error" : "log"](JSON.stringify(record)),
    });
  },
} satisfies ExportedHandler<Env>;
