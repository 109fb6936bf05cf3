import { parseFrontMatter } from "../../../../src/content/front-matter/front-matter.ts";
import { isMedia } from "../../../../src/import/site-rules/content-file.ts";
import type { Generator, OldSite, Plan } from "../../../../src/import/site-rules/old-site.ts";

/** A site that was opened and planned in memory. */
export interface PlannedSite {
  readonly site: OldSite;
  plan(path: string): Plan | undefined;
  /** Returns the address of an article, as a path or a pattern; "unknown" if there is none. */
  addressOf(path: string): string;
}

/** Opens a site in memory and plans every file; undefined if the generator does not recognize it. */
export function planSite(generator: Generator, files: Readonly<Record<string, string>>): PlannedSite | undefined {
  const site = generator.open({ paths: Object.keys(files).sort(), read: (path) => (Object.hasOwn(files, path) ? files[path] : undefined) });
  if (site === undefined) return undefined;
  const planOf = (path: string, text: string) => {
    const plan = site.plan({ path, ...read(path, text) });
    return plan?.kind === "attachment" ? undefined : plan; // copied only if an article links to it
  };
  const plans = new Map(Object.entries(files).map(([path, text]) => [path, planOf(path, text)]));
  return {
    site,
    plan: (path) => plans.get(path),
    addressOf(path) {
      const plan = plans.get(path);
      const address = plan !== undefined && "address" in plan ? plan.address : undefined;
      return address === undefined ? "unknown" : "pattern" in address ? address.pattern : address.path;
    },
  };
}

/** Opens a site that the generator must recognize. */
export function openSite(generator: Generator, files: Readonly<Record<string, string>>): PlannedSite {
  const site = planSite(generator, files);
  if (site === undefined) throw new Error(`Cannot open the site: it is not one of ${generator.name}`);
  return site;
}

function read(path: string, text: string) {
  if (isMedia(path)) return { frontMatter: {}, body: "" };
  try {
    const { body, data } = parseFrontMatter(path, text);
    return { frontMatter: data, body };
  } catch {
    return { frontMatter: {}, body: text };
  }
}
