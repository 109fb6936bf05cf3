import contents from "../build/content/contents.bin";
import documents from "../build/content/documents.bin";
import index from "../build/content/index.bin";
import { createApp } from "./app.ts";
import { encodePath } from "./base/canonical-url.ts";
import { createDevelopmentApp } from "./development-app.ts";
import { fetchDevelopment } from "./http/development.ts";
import { type Refusal, refusalOf, refuse } from "./http/refusal.ts";
import { createBundledStore } from "./store/bundled-store.ts";
import { createChunkReader } from "./store/chunk-reader.ts";
import { readContent } from "./store/content-files.ts";
import type { EntryStore } from "./store/entry-store.ts";
import { createRecordingReader, recordingFile } from "./store/recording-reader.ts";
import type { StoredContent } from "./store/stored-content.ts";
import { announceScheduled } from "./websub/announce.ts";

type App = ReturnType<typeof createApp>;

/** The environment of `npm start`, which passes the address of the articles and the names of the site on the command line. Deployments do not have it. */
type DevelopmentEnv = Env & { readonly DEVELOPMENT_CONTENT?: string; readonly DEVELOPMENT_HOSTS?: string };

const content = readContent({
  contents: new Uint8Array(contents),
  documents: new Uint8Array(documents),
  index: new Uint8Array(index),
});

function appOf(stored: StoredContent, env: DevelopmentEnv): App {
  const { code, documents: rendered, liveDates, recordings, redirects, site } = stored;
  return createApp({
    site,
    code,
    liveDates,
    redirects,
    recordings,
    readRecording: createRecordingReader((path) => fetchRecording(path, stored, env)),
    documents: rendered,
    store: storeOf(stored, env),
    // An environment may lack the binding.
    version: { id: env.VERSION?.id ?? "", uploaded: Date.parse(env.VERSION?.timestamp) || 0 },
    clock: Date.now,
    log: (record) => console.error(JSON.stringify(record)),
  });
}

// The server of npm start has all media files.
async function fetchRecording(path: string, { development, site }: StoredContent, env: DevelopmentEnv): Promise<Response | undefined> {
  if (development) return fetchDevelopment(env.DEVELOPMENT_CONTENT, encodePath(path));
  return env.ASSETS.fetch(new URL(recordingFile(path), site.url));
}

function storeOf(stored: StoredContent, env: Env): EntryStore {
  const readChunk = createChunkReader((path) => env.ASSETS.fetch(new URL(path, stored.site.url)));
  return createBundledStore(stored, readChunk);
}

function findRefusal(env: Env): Refusal | undefined {
  const refusal = refusalOf(content, env.SITE);
  if (refusal !== undefined) console.error(JSON.stringify({ level: "error", message: `Cannot serve: ${refusal.reason}` }));
  return refusal;
}

let app: App | undefined;

const develop = createDevelopmentApp();

export default {
  async fetch(request, env: DevelopmentEnv) {
    const server = { address: env.DEVELOPMENT_CONTENT, hosts: env.DEVELOPMENT_HOSTS };
    const response = content.development ? await develop(request, server, (stored) => appOf(stored, env)) : undefined;
    if (response !== undefined) return response;
    if (app === undefined) {
      const refusal = findRefusal(env);
      if (refusal !== undefined) return refuse(refusal);
      app = appOf(content, env);
    }
    return app.fetch(request);
  },
  async scheduled(_controller, env) {
    if (findRefusal(env) !== undefined) return;
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
