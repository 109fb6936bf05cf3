import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { mapLimited } from "../base/map-limited.ts";
import { runWorker } from "../build/run-worker.ts";
import { workerOptions } from "../build/worker-options.ts";
import type { CompiledContent } from "../model/compiled-content.ts";
import { isPublic } from "../model/entry.ts";
import { type ExportedFile, exportedFiles } from "../static-host/exported-files.ts";
import { exportHeaders } from "../static-host/headers-file.ts";
import { redirectRules, renderRedirects } from "../static-host/redirects-file.ts";
import { recordingFile } from "../store/recording-reader.ts";
import { snapshotAt } from "../store/snapshot-at.ts";
import { chunkFolder } from "../store/stored-content.ts";

/** The inputs of an export. */
export interface ExportOptions {
  readonly content: CompiledContent;
  /** Path of wrangler.toml, and the wrangler environment; empty for the top level. */
  readonly config: string;
  readonly environment: string;
  /** The folder of the bundled Worker. */
  readonly bundle: string;
  /** An empty folder for the files. */
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const concurrency = 8;
const nothing = `${chunkFolder}nothing`; // no article or alias can have this path

/**
 * Writes the Worker's responses at every address as files for a static host: the same bytes, from the same bundle.
 * @returns the number of files without the assets
 */
export async function exportSite({ content, config, environment, bundle, folder, now }: ExportOptions): Promise<number> {
  const snapshot = snapshotAt(content, now);
  const files = exportedFiles(content.site, snapshot, process.platform === "win32").map(writable);
  const worker = runWorker({ options: workerOptions(config, environment), bundle });
  try {
    const assets = join(dirname(config), "build/public");
    copyAssets(assets, folder);
    copyRecordings(content, assets, folder, now);
    await mapLimited(files, concurrency, async ({ file, path }) => write(folder, file, await bytesAt(path, 200)));
    write(folder, "404.html", await bytesAt(nothing, 404));
  } finally {
    await worker.dispose();
  }
  writeFileSync(join(folder, "_headers"), exportHeaders(snapshot.entries.map(({ path }) => path)));
  write(folder, "_redirects", renderRedirects(redirectRules(content.site, content.redirects, snapshot)));
  return files.length + 2;

  async function bytesAt(path: string, expected: number): Promise<Uint8Array> {
    const response = await worker.dispatchFetch(content.site.url + path, {
      headers: { "accept-encoding": "identity" },
      redirect: "manual",
    });
    if (response.status !== expected) throw new Error(`Cannot export ${path}: the Worker answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}

// The build has reported faults with their locations.
function writable({ fault, file, path }: ExportedFile): { readonly file: string; readonly path: string } {
  if (file === undefined) throw new Error(`Cannot export ${path}: ${fault}`);
  return { file, path };
}

function copyAssets(assets: string, folder: string): void {
  const contents = join(assets, chunkFolder); // scheduled ones, too
  cpSync(assets, folder, { recursive: true, filter: (path) => !join(path, "/").startsWith(contents) });
}

function copyRecordings({ recordings = {} }: CompiledContent, assets: string, folder: string, now: number): void {
  for (const [path, recording] of Object.entries(recordings))
    if (isPublic(recording, now)) write(folder, path, readFileSync(join(assets, recordingFile(path))));
}

// Never overwrites a file: on many systems names that differ in case or in their Unicode form are the same.
function write(folder: string, file: string, content: string | Uint8Array): void {
  const target = join(folder, file);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content, { flag: "wx" });
}
