import { locateTomlKey } from "../build/wrangler/locate-toml-key.ts";
import { isWorkerName, workerNameFor } from "../build/wrangler/worker-name.ts";
import { parseWranglerFile, type WranglerFile } from "../build/wrangler/wrangler-file.ts";
import { sampleSettings } from "../settings/sample-site.ts";

const sampleLine = /^name[ \t]*=[ \t]*(["'])broadsheet\1(?=[ \t]*(?:#.*)?\r?$)/m;

/**
 * Names the Worker of the sample site for a title. A site that was set up before keeps its name: a deployment with another name would make
 * a second site, and leave the subscribers with the first. A name that wrangler refuses, which no deployment can have, is corrected.
 * @param toml the text with the new settings
 * @param before the file without them
 */
export function renameWorker(toml: string, before: WranglerFile, title: string): string {
  const { name } = before.top;
  if (name !== undefined && !isWorkerName(name))
    return correctName(toml, nameAtAddress(toml) ?? workerNameFor(typeof name === "string" ? name : title));
  const sites = [before.top, ...Object.values(before.top.env ?? {})].map(siteOf);
  const isSetUp =
    sites.some(({ idBase, url }) => Boolean(url) || Boolean(idBase)) || siteOf(before.top)["title"] !== sampleSettings["title"];
  return isSetUp ? toml : toml.replace(sampleLine, () => `name = "${nameAtAddress(toml) ?? workerNameFor(title)}"`);
}

function correctName(toml: string, name: string): string {
  const lines = toml.split("\n");
  const row = (locateTomlKey(toml, ["name"])?.line ?? 0) - 1;
  const end = lines[row]?.endsWith("\r") ? "\r" : "";
  const edited = lines.with(row, `name = "${name}"${end}`).join("\n");
  return parseWranglerFile(edited, "").top.name === name ? edited : toml; // the old name may have several lines
}

function siteOf(table: { readonly vars?: { readonly SITE?: unknown } } | undefined): Readonly<Record<string, unknown>> {
  return { ...(table?.vars?.SITE as object | undefined) };
}

// The first label of an address on workers.dev is the name of the Worker that has it.
function nameAtAddress(toml: string): string | undefined {
  return /^url[ \t]*=[ \t]*"https:\/\/([a-z0-9-]{1,63})\.[a-z0-9-]{1,63}\.workers\.dev\/?"/m.exec(toml)?.[1];
}
