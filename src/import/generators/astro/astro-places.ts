import { folderOf } from "../../../base/file-path.ts";
import { textIn } from "../../../base/table-values.ts";
import { isMarkdown, isOfRepository } from "../../site-rules/content-file.ts";
import { isDated } from "../../site-rules/front-matter-date.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import type { PublicFolder } from "../../site-rules/plan-media.ts";
import { readFile } from "../../site-rules/site-file.ts";
import { isIn, joinPath, pathIn, resolvePath } from "../../site-rules/site-path.ts";
import { type Collection, findCollections } from "./astro-collections.ts";
import { type AstroRoute, findAstroRoutes, type PageCall } from "./astro-routes.ts";
import { globbedCollections } from "./globbed-collections.ts";

/** The collections of a site, and its pages: the rules that decide which of them a file belongs to. */
export class AstroPlaces {
  /** The folder of the code: `src`. */
  readonly source: string;
  /** The folder of the pages: `src/pages`. */
  readonly pages: string;
  /**
   * The collections with a page for each entry. If no page is found, all are assumed to have one; and if that of a page is unknown, those with
   * dated texts.
   */
  readonly published: readonly Collection[];
  /** The folders with pictures and other files. */
  readonly media: readonly PublicFolder[];
  /** The calls of pages that load collections. */
  readonly calls: readonly PageCall[];
  readonly #collections: readonly Collection[];
  readonly #routes: ReadonlyMap<string, AstroRoute>;

  /** @param root the folder of the configuration */
  constructor(folder: SiteFolder, root: string, options: Readonly<Record<string, unknown>>) {
    this.source = resolvePath(root, textIn(options["srcDir"]) ?? "src");
    this.pages = joinPath(this.source, "pages");
    const collections = findCollections(folder, root, this.source, options);
    this.#collections = [...collections, ...globbedCollections(folder, root, { collections, pages: this.pages, source: this.source })];
    const { calls, hasUnknown, ofCollections } = findAstroRoutes(folder, this.pages);
    this.#routes = ofCollections;
    this.calls = calls;
    const mayHavePage = (collection: Collection) =>
      collection.isGlobbed === true ||
      ofCollections.size === 0 ||
      ofCollections.has(collection.name) ||
      (hasUnknown && hasDates(folder, collection));
    this.published = this.#collections.filter(mayHavePage);
    this.media = [
      { from: resolvePath(root, textIn(options["publicDir"]) ?? "public"), to: "" },
      ...this.#collections.map((collection) => ({ from: collection.base, to: this.placeOf(collection) })),
      { from: this.pages, to: "" },
      { from: this.source, to: "" },
    ];
  }

  /** Returns the collection of a file. Several may select it: the deepest one with a page for each entry publishes it. */
  collectionOf(path: string): Collection | undefined {
    const around = this.#collections.filter(({ folder }) => isIn(folder, path) && !this.#isOutside(folder, path));
    const selecting = around.filter((collection) => collection.selects(pathIn(collection.base, path)));
    return selecting.find((collection) => this.published.includes(collection)) ?? selecting[0] ?? around[0];
  }

  /** Returns the page that publishes the entries of a collection. */
  routeOf({ name, route }: Collection): AstroRoute | undefined {
    return route ?? this.#routes.get(name);
  }

  /** Returns the place of a collection below the articles folder: several collections have the folders of their addresses. */
  placeOf(collection: Collection): string {
    return this.isAlone ? "" : (this.routeOf(collection)?.prefix ?? collection.name);
  }

  /** True if the site publishes one collection. */
  get isAlone(): boolean {
    return this.published.length === 1;
  }

  // A collection of the whole project also contains the pages of `src/pages`, and README.md.
  #isOutside(folder: string, path: string): boolean {
    if (folder !== this.source && !isIn(folder, this.source)) return false;
    return isIn(this.pages, path) || (isOfRepository(path) && [folder, this.source].includes(folderOf(path)));
  }
}

function hasDates(folder: SiteFolder, { base, folder: own, selects }: Collection): boolean {
  const paths = folder.paths.filter((path) => isIn(own, path) && isMarkdown(path) && selects(pathIn(base, path)));
  return paths.some((path) => isDated(readFile(folder, path)));
}
