import { parseFrontMatter } from "../../../../src/content/front-matter/front-matter.ts";
import { dateOfPath } from "../../../../src/content/metadata/date-of-path.ts";
import { readMetadata } from "../../../../src/content/metadata/metadata.ts";
import { permalinkOf } from "../../../../src/content/permalink/permalink.ts";
import { instantOf, writtenDate } from "../../../../src/import/site-rules/front-matter-date.ts";
import type { ArticlePlan, Generator, OldSite, Plan, SiteFolder } from "../../../../src/import/site-rules/old-site.ts";
import { readFile } from "../../../../src/import/site-rules/site-file.ts";
import { parseFileName } from "../../../../src/model/file-name.ts";

/** The texts of a site's files, by path. */
export type Files = Readonly<Record<string, string>>;

/** Returns a site folder with the given texts. */
export function folderWith(files: Files): SiteFolder {
  return { paths: Object.keys(files).sort(), read: (path) => (Object.hasOwn(files, path) ? files[path] : undefined) };
}

/** Opens a site of a generator. @throws Error if the generator does not recognize it */
export function open(generator: Generator, files: Files): OldSite {
  const site = generator.open(folderWith(files));
  if (site === undefined) throw new Error("not recognized");
  return site;
}

/** Plans one file of a site. A file that is copied only if an article links to it has no plan. */
export function planOf(site: OldSite, path: string, text: string): Plan | undefined {
  const plan = site.plan(readFile(folderWith({ [path]: text }), path));
  return plan?.kind === "attachment" ? undefined : plan;
}

/** Plans all files of a site, by path. */
export function plansOf(generator: Generator, files: Files): Record<string, Plan | undefined> {
  const site = open(generator, files);
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, planOf(site, path, text)]));
}

/** Returns the address of each article of a site, decoded, by path. Patterns are filled in with the date of the front matter or the path. */
export function addressesOf(generator: Generator, files: Files): Record<string, string | undefined> {
  const site = open(generator, files);
  return Object.fromEntries(
    Object.entries(files).flatMap(([path, text]) => {
      const plan = planOf(site, path, text);
      return plan === undefined || (plan.kind !== "post" && plan.kind !== "page") ? [] : [[path, publishedPath(plan, path, text)]];
    }),
  );
}

/** Returns the address of a planned article, decoded. */
export function publishedPath({ address, keys, target }: ArticlePlan, path: string, text: string): string | undefined {
  if (address === undefined) return undefined;
  if ("path" in address) return decodeURIComponent(address.path);
  const front = parseFrontMatter(path, text);
  const frontMatter = { ...front, data: { ...keys, ...front.data } };
  const fileName = parseFileName(target);
  const metadata = readMetadata(frontMatter, () => {}, fileName);
  const permalinkDate = instantOf(writtenDate(frontMatter.data) ?? dateOfPath(target));
  const article = { fileName, metadata, title: "", ...(permalinkDate !== undefined && { permalinkDate }) };
  const made = permalinkOf(article, { permalink: address.pattern, language: "en", timezone: "UTC" }, () => {});
  return decodeURIComponent(made ?? "");
}
