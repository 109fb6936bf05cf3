import { type Table, textIn } from "../../../base/table-values.ts";
import { dynamicRoutes, isAboutRepository, isDynamicRoute, isMarkdown } from "../../site-rules/content-file.ts";
import { isDated } from "../../site-rules/front-matter-date.ts";
import type { ArticlePlan, HidingCode, OldSettings, Plan, SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import { planMedia } from "../../site-rules/plan-media.ts";
import { readableAddress } from "../../site-rules/readable-address.ts";
import { isIn, joinPath, pathIn } from "../../site-rules/site-path.ts";
import { type AstroAddresses, type EntryAddress, entryId } from "./astro-address.ts";
import { AstroAuthors } from "./astro-authors.ts";
import type { AstroCode } from "./astro-code.ts";
import type { Collection } from "./astro-collections.ts";
import { entryHiddenBy, type FilteredCall } from "./astro-filters.ts";
import type { AstroIds } from "./astro-ids.ts";
import type { AstroPlaces } from "./astro-places.ts";
import type { AstroRoute } from "./astro-routes.ts";
import { type CodeEntry, codeEntry, exactData } from "./code-entry.ts";
import { defaultKeys } from "./default-keys.ts";

/** Plans the files of an Astro site. */
export class AstroPlans {
  readonly #root: string;
  readonly #places: AstroPlaces;
  readonly #addresses: AstroAddresses;
  readonly #ids: AstroIds;
  readonly #code: AstroCode;
  /** The numbers of entries with and without a known address, by collection. */
  readonly #counts = new Map<string, { known: number; unknown: number }>();
  readonly #settings: Pick<OldSettings, "author" | "language">;
  readonly #authors: AstroAuthors;

  /** @param root the folder of the configuration @param settings those of the site */
  constructor(
    folder: SiteFolder,
    root: string,
    places: AstroPlaces,
    addresses: AstroAddresses,
    ids: AstroIds,
    code: AstroCode,
    settings: Pick<OldSettings, "author" | "language">,
  ) {
    this.#root = root;
    this.#places = places;
    this.#addresses = addresses;
    this.#ids = ids;
    this.#code = code;
    this.#settings = settings;
    this.#authors = new AstroAuthors(folder, places.source);
  }

  /** The author that the schemas of all collections give to texts without one. */
  get defaultAuthor(): string | undefined {
    const given = this.#places.published.flatMap(({ defaults }) => Object.values(this.#authors.defaultsOf(defaults)));
    const [first] = given;
    return given.every((each) => each === first) ? textIn(first) : undefined;
  }

  /** Returns whether the addresses of all entries of a collection are known that were planned; undefined if none was planned. */
  hasAddresses({ name }: Collection): boolean | undefined {
    const counts = this.#counts.get(name);
    return counts && counts.unknown === 0;
  }

  /** Returns the planned action for a file; undefined if it is not content. */
  plan(file: SiteFile): Plan | undefined {
    const { path } = file;
    const { media, pages } = this.#places;
    if (!isIn(this.#root, path)) return undefined;
    if (!isMarkdown(path) || isAboutRepository(file, pages)) return planMedia(path, media);
    const collection = this.#places.collectionOf(path);
    if (collection !== undefined) return this.#planPost(file, collection);
    return isIn(pages, path) ? this.#planPage(file) : planMedia(path, media);
  }

  /** Returns the filter that keeps a post out of feeds. @param calls those that load the collections of feeds */
  outOfFeedBy(file: SiteFile, calls: readonly FilteredCall[]): HidingCode | undefined {
    const collection = this.#places.collectionOf(file.path);
    if (collection === undefined) return undefined;
    return entryHiddenBy(calls, collection, entryId(file, pathIn(collection.base, file.path)), file.frontMatter);
  }

  #planPost(file: SiteFile, collection: Collection): Plan {
    const what = this.#reasonToLeaveOut(file.path, collection);
    if (what !== undefined) return { kind: "left out", what };
    const own = pathIn(collection.base, file.path);
    const target = joinPath(this.#places.placeOf(collection), withoutUnderscores(own));
    const computed = collection.hasOwnIds
      ? collection.ownIdOf(own, exactData(file.frontMatter, { changedKeys: [], defaults: {} }))
      : undefined;
    const hasUnknownId = collection.hasOwnIds && computed === undefined;
    const id = computed ?? entryId(file, own);
    const code = codeEntry(file, own, pathIn(this.#root, file.path), hasUnknownId ? undefined : id, collection);
    const hiddenBy = entryHiddenBy(this.#places.calls, collection, id, file.frontMatter);
    const route = this.#places.routeOf(collection);
    const found = route && this.#addressOf(file, hasUnknownId ? undefined : id, route, code);
    this.#count(collection, found !== undefined);
    const address = found && readableAddress(found.path, found.pattern, { target, frontMatter: file.frontMatter });
    const kind = isDated(file) ? "post" : "page";
    const entry = { id: hasUnknownId ? undefined : id, collection: collection.name, frontMatter: file.frontMatter, code };
    const keys = defaultKeys(collection.defaults, file.frontMatter, this.#settings.language);
    const ofFeed = kind === "post" && collection.isGlobbed !== true ? this.#ids.ofEntry(entry, found?.path) : undefined;
    return {
      kind,
      target,
      ...(address && { address }),
      ...(collection.isGlobbed && { isGuess: true }),
      ...(Object.keys(keys).length > 0 && { keys }),
      ...this.#correctionsOf(file, ofFeed, collection.defaults),
      ...(hiddenBy && { hiddenBy }),
    };
  }

  #planPage(file: SiteFile): Plan | undefined {
    const target = pathIn(this.#places.pages, file.path);
    if (target.split("/").some((name) => name.startsWith("_"))) return undefined; // no page of Astro
    if (isDynamicRoute(target)) return { kind: "left out", what: dynamicRoutes };
    const kind = isDated(file) ? "post" : "page";
    const path = this.#addresses.ofPage(target);
    return {
      kind,
      target,
      address: readableAddress(path, undefined, { target, frontMatter: file.frontMatter }),
      ...this.#correctionsOf(file, kind === "post" ? this.#ids.ofPage(path) : undefined),
    };
  }

  #correctionsOf({ frontMatter }: SiteFile, id: string | undefined, defaults: Table = {}): Pick<ArticlePlan, "corrections"> {
    const given = this.#authors.defaultsOf(defaults, frontMatter);
    const isOfSite = Object.values(given).every((name) => name === (this.#settings.author?.name ?? this.defaultAuthor));
    const corrections = {
      ...(isOfSite ? {} : given),
      ...this.#authors.namesOf(frontMatter),
      ...(id !== undefined && { id }),
    };
    return Object.keys(corrections).length === 0 ? {} : { corrections };
  }

  #addressOf(file: SiteFile, id: string | undefined, route: AstroRoute, code: CodeEntry): EntryAddress | undefined {
    const { isAlone, pages } = this.#places;
    const found = id === undefined ? undefined : this.#addresses.ofEntry(file, id, route, isAlone);
    if (found !== undefined) return found;
    const params = this.#code.paramsOf(route.path, code);
    return params && this.#addresses.ofParams(pathIn(pages, route.path), params, route, isAlone);
  }

  #count({ name }: Collection, isKnown: boolean): void {
    const { known, unknown } = this.#counts.get(name) ?? { known: 0, unknown: 0 };
    this.#counts.set(name, isKnown ? { known: known + 1, unknown } : { known, unknown: unknown + 1 });
  }

  #reasonToLeaveOut(path: string, collection: Collection): string | undefined {
    const own = pathIn(collection.base, path);
    if (!this.#places.published.includes(collection)) return "entries of collections without a page for each entry";
    if (!collection.selects(own)) return "files that the pattern of their collection leaves out";
    const isSkipped = collection.skipsUnderscore && own.split("/").some((name) => name.startsWith("_"));
    return isSkipped ? "files whose name, or that of a folder, begins with _" : undefined;
  }
}

// Builds ignore names that begin with `_`, and articles in `_drafts` would be drafts.
function withoutUnderscores(path: string): string {
  return path
    .split("/")
    .map((name) => name.replace(/^_+(?=[^_.])/, ""))
    .join("/");
}
