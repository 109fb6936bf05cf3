import type { WranglerFile } from "../build/source/wrangler-file.ts";
import { sampleSettings } from "../settings/sample-site.ts";

const sampleLine = /^name[ \t]*=[ \t]*(["'])broadsheet\1(?=[ \t]*(?:#.*)?\r?$)/m;

/**
 * Names the Worker of the sample site for a title. A site that was set up before keeps its name: a deployment with another name would make
 * a second site, and leave the subscribers with the first.
 * @param toml the text with the new settings
 * @param before the file without them
 */
export function renameWorker(toml: string, before: WranglerFile, title: string): string {
  const sites = [before.top, ...Object.values(before.top.env ?? {})].map(siteOf);
  const isSetUp =
    sites.some(({ idBase, url }) => Boolean(url) || Boolean(idBase)) || siteOf(before.top)["title"] !== sampleSettings["title"];
  return isSetUp ? toml : toml.replace(sampleLine, () => `name = "${nameAtAddress(toml) ?? nameFor(title)}"`);
}

function siteOf(table: { readonly vars?: { readonly SITE?: unknown } } | undefined): Readonly<Record<string, unknown>> {
  return { ...(table?.vars?.SITE as object | undefined) };
}

// The first label of an address on workers.dev is the name of the Worker that has it.
function nameAtAddress(toml: string): string | undefined {
  return /^url[ \t]*=[ \t]*"https:\/\/([a-z0-9-]{1,63})\.[a-z0-9-]{1,63}\.workers\.dev\/?"/m.exec(toml)?.[1];
}

// Names of Workers are parts of host names.
function nameFor(title: string): string {
  const name = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 54)
    .replace(/^-|-$/g, ""); // one at most
  return name === "" ? "my-feeds" : name;
}
