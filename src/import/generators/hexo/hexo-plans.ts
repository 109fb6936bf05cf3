import { type Table, textIn } from "../../../base/table-values.ts";
import { dateOfPath } from "../../../content/metadata/date-of-path.ts";
import { expandPattern, isPattern } from "../../../settings/permalink-pattern.ts";
import { civilDate } from "../../site-rules/civil-date.ts";
import { isAboutRepository, repositoryFiles } from "../../site-rules/content-file.ts";
import { withoutForeignKeys } from "../../site-rules/foreign-keys.ts";
import type { NoteList } from "../../site-rules/note-list.ts";
import type { ArticlePlan, OldAddress, OldSettings, Plan, SiteFile } from "../../site-rules/old-site.ts";
import { planFile } from "../../site-rules/plan-media.ts";
import { differingId, patternOrPath, readablePath } from "../../site-rules/readable-path.ts";
import { isBlank } from "../../site-rules/site-file.ts";
import { HexoAddresses, lastCategory, prettyPath } from "./hexo-address.ts";
import { encryptedByConfig } from "./hexo-encryption.ts";
import { dateInName, type NameParts, nameReader } from "./hexo-name.ts";
import { HexoPlaces, isRenderable } from "./hexo-places.ts";

/** Plans the files of a Hexo site. */
export class HexoPlans {
  readonly #config: Table;
  readonly #base: string;
  readonly #settings: OldSettings;
  readonly #notes: NoteList;
  readonly #places: HexoPlaces;
  readonly #permalinks: HexoAddresses;
  readonly #pattern: string;
  readonly #readName: (path: string) => NameParts;
  readonly #isEncrypted: (frontMatter: SiteFile["frontMatter"]) => boolean;

  /** @param base the path of `url` */
  constructor(config: Table, source: string, base: string, settings: OldSettings, notes: NoteList) {
    this.#config = config;
    this.#base = base;
    this.#settings = settings;
    this.#notes = notes;
    this.#places = new HexoPlaces(config, source);
    this.#permalinks = new HexoAddresses(config, settings.timezone);
    this.#pattern = expandPattern(this.#permalinks.pattern).replace(/^\/?/, "/");
    this.#readName = nameReader(textIn(config["new_post_name"]) ?? ":title.md");
    this.#isEncrypted = encryptedByConfig(config);
  }

  /** Returns the planned action for a file; undefined if it is not content. */
  plan(file: SiteFile): Plan | undefined {
    const plan = this.#planByPlace(file);
    const isArticle = plan?.kind === "post" || plan?.kind === "page";
    return isArticle && this.#isEncrypted(file.frontMatter) ? { ...plan, isProtected: true } : plan;
  }

  #planByPlace(file: SiteFile): Plan | undefined {
    const place = this.#places.of(file.path);
    if (place === undefined || place.kind === "excluded file") return undefined;
    if (place.kind === "excluded text") return { kind: "left out", what: "files that ignore and exclude name" };
    if (place.kind === "file") return this.#planFile(file, place.path);
    if (place.kind === "asset") return { kind: "media", target: place.path };
    if (place.kind === "draft") return { kind: "post", target: place.path };
    return place.kind === "post" ? this.#planPost(file, place.path) : this.#planPage(file, place.path);
  }

  // Hexo publishes a text that skip_render names without a page around it.
  #planFile(file: SiteFile, target: string): Plan | undefined {
    if (!isRenderable(file.path)) return planFile(file.path, target);
    if (isAboutRepository({ ...file, path: target }, "")) return undefined;
    return { kind: "left out", what: "texts that skip_render names", place: target };
  }

  #planPost(file: SiteFile, target: string): ArticlePlan {
    const name = this.#readName(target);
    const written = textIn(file.frontMatter["date"]);
    const named = dateInName(name);
    const date = written ?? named;
    const isDated = date !== undefined || dateOfPath(target) !== undefined;
    if (!isDated && file.isUnreadable !== true && !isBlank(file.body))
      this.#notes.count("No date (Hexo used that of the file), so the post became a page; add a date and remove feed: false", file.path);
    if (Array.isArray(file.frontMatter["categories"]) && /:category/.test(this.#pattern)) this.#warnOfCategories(file);
    const path = this.#pathOf(file, name, date);
    const keys = { ...(written === undefined && named !== undefined && { date: named }), ...(path !== undefined && this.#idOf(path)) };
    return {
      kind: isDated ? "post" : "page",
      target,
      address: path === undefined ? undefined : this.#addressOf(file, path, date, target),
      ...replacementOf(file),
      ...(Object.keys(keys).length > 0 && { keys }),
    };
  }

  #planPage(file: SiteFile, target: string): Plan | undefined {
    const isEmpty = file.body.trim() === "";
    if (isEmpty && (file.frontMatter["type"] ?? file.frontMatter["layout"]) !== undefined)
      return { kind: "left out", what: "pages of lists" };
    const hasFrontMatter = Object.keys(file.frontMatter).length > 0;
    if (!hasFrontMatter && /\.html?$/i.test(target)) return { kind: "left out", what: "HTML files without front matter", place: target };
    if (isAboutRepository({ ...file, path: target }, "")) return { kind: "left out", what: repositoryFiles };
    return { kind: "page", target, address: { path: readablePath(this.#base + writtenPath(this.#pagePath(file, target))) } };
  }

  // The path of the post's link.
  #pathOf({ body, frontMatter, path }: SiteFile, name: NameParts, date: string | undefined): string | undefined {
    const found = this.#permalinks.pathOf({ frontMatter, name, date });
    if (!("unknown" in found)) return found.path;
    const { needsTimezone, unknown } = found;
    const [reason, cure] = needsTimezone
      ? [" without the timezone of the machine that built the site", "write timezone into _config.yml, and import again"]
      : ["", "write permalink into the post"];
    if (!isBlank(body)) this.#notes.count(`The files do not determine ${unknown}${reason}, so the address is unknown; ${cure}`, path);
    return undefined;
  }

  #addressOf({ frontMatter }: SiteFile, path: string, date: string | undefined, target: string): OldAddress {
    const isUsable = isPattern(this.#pattern) && textIn(frontMatter["permalink"]) === undefined;
    const instant = date === undefined ? undefined : civilDate(date, this.#settings.timezone ?? "UTC")?.instant;
    const article = { target, frontMatter, date: instant };
    return patternOrPath(this.#base + writtenPath(path), isUsable ? this.#base + this.#pattern : undefined, article, this.#settings);
  }

  // The id is the link, in which these characters of a file name stay as they are (hexo-util, encodeURL).
  #idOf(path: string): { readonly id?: string } {
    const { url } = this.#settings;
    if (url === undefined || !/[?#%]/.test(path)) return {};
    const id = differingId(new URL(url + this.#base + path).href, url, this.#base + writtenPath(path));
    return id === undefined ? {} : { id };
  }

  // Hexo takes the category that it saw last in any post.
  #warnOfCategories({ frontMatter, path }: SiteFile): void {
    const categories = frontMatter["categories"] as readonly unknown[];
    if (categories.filter(Array.isArray).length > 1)
      this.#notes.count(
        `Several categories, so compare the address, which has ${JSON.stringify(lastCategory(frontMatter["categories"]).at(-1))}`,
        path,
      );
  }

  #pagePath({ frontMatter }: SiteFile, target: string): string {
    const written = textIn(frontMatter["permalink"])?.replace(/\/$/, "/index");
    const path = written === undefined ? target.replace(/\.[^./]+$/, ".html") : /\.[^./]+$/.test(written) ? written : `${written}.html`;
    return prettyPath(`/${path}`.replace(/\/{2,}/g, "/"), this.#config);
  }
}

// Hexo ends the path of the file that it writes before a question mark (its router), so that the link leads there, with a query.
function writtenPath(path: string): string {
  return path.replace(/(?<=[^/])\?.*$/s, "");
}

function replacementOf({ body, frontMatter }: SiteFile): Pick<ArticlePlan, "replacement"> {
  const copied = withoutForeignKeys(frontMatter, ["id", "guid"]);
  return copied === frontMatter ? {} : { replacement: { frontMatter: copied, body } };
}
