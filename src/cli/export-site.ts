import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createTestHarness } from "wrangler";
import { allAddresses } from "../addresses/all-addresses.ts";
import type { CompiledContent } from "../content/compile.ts";
import { formats } from "../feed/formats.ts";
import { editionAt } from "../store/edition-at.ts";
import { chunkFolder } from "../store/stored-content.ts";
import { mapLimited } from "../websub/map-limited.ts";
import { staticFile } from "./static-file.ts";

/** What an export is made of. */
export interface ExportOptions {
  readonly content: CompiledContent;
  /** Path of wrangler.toml, and the wrangler environment; empty for the top level. */
  readonly config: string;
  readonly environment: string;
  /** The folder of the bundled Worker. */
  readonly bundle: string;
  /** Where the files go. */
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const atOnce = 8;

/**
 * Writes what the Worker answers at every address as files, for any static host: the same bytes, from the same bundle.
 * @returns how many files there are beside the assets
 */
export async function exportSite({ content, config, environment, bundle, folder, now }: ExportOptions): Promise<number> {
  const { site } = content;
  const edition = editionAt(content, now);
  const files = filesOf(allAddresses(site, edition));
  const worker = { configPath: config, prebuiltWorkerDir: bundle, ...(environment !== "" && { env: environment }) };
  const server = createTestHarness({ root: dirname(config), workers: [worker] });
  const { url } = await server.listen();
  try {
    const assets = join(dirname(config), "build/public");
    const contents = join(assets, chunkFolder);
    cpSync(assets, folder, { recursive: true, filter: (path) => !join(path, "/").startsWith(contents) }); // scheduled ones, too
    await mapLimited([...files], atOnce, async ([file, path]) => write(folder, file, await bytesAt(path, 200)));
    write(folder, "404.html", await bytesAt("/404.html", 404));
  } finally {
    await server.close();
  }
  writeFileSync(join(folder, "_headers"), headersFile, { flag: "a" });
  write(folder, "_redirects", redirectsFile());
  return files.size + 2;

  async function bytesAt(path: string, expected: number): Promise<Uint8Array> {
    const response = await fetch(new URL(path, url), { headers: { "accept-encoding": "identity" }, redirect: "manual" });
    if (response.status !== expected) throw new Error(`Cannot export ${path}: the Worker answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  function redirectsFile(): string {
    const aliases = edition.entries.flatMap(({ aliases, path }) => aliases.map((alias) => [alias, path]));
    const redirects = Object.entries(content.moves.redirects).map(([from, to]) => [encodeURI(from), to]);
    return [...aliases, ...redirects].map(([from, to]) => `${from} ${to} 301\n`).join("");
  }
}

function filesOf(paths: readonly string[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const path of paths) {
    const file = staticFile(path);
    if (file === undefined) throw new Error(`Cannot export ${path}: no file can be called so`);
    const other = files.get(file);
    if (other !== undefined) throw new Error(`Cannot export ${path}: it would be the same file as ${other}`);
    files.set(file, path);
  }
  return files;
}

function write(folder: string, file: string, content: string | Uint8Array): void {
  const target = join(folder, file);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
}

// Hosts that read this file, as Netlify and Cloudflare Pages do, serve feeds as what they are.
const types = [...formats.map(({ contentType, path }) => [path, contentType]), ["/opml.xml", "text/x-opml; charset=utf-8"]];
const headersFile = types
  .flatMap(([path, type]) =>
    [path, `/*${path}`].map((pattern) => `${pattern}\n  Content-Type: ${type}\n  Access-Control-Allow-Origin: *\n`),
  )
  .join("");
