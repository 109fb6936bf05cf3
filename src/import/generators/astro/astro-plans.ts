import { isAboutRepository, isMarkdown } from "../../site-rules/content-file.ts";
import { isDated } from "../../site-rules/front-matter-date.ts";
import type { ArticlePlan, Plan, SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import { planMedia } from "../../site-rules/plan-media.ts";
import { readableAddress } from "../../site-rules/readable-address.ts";
import { isIn, joinPath, pathIn } from "../../site-rules/site-path.ts";
import { type AstroAddresses, entryId } from "./astro-address.ts";
import { AstroAuthors } from "./astro-authors.ts";
import type { Collection } from "./astro-collections.ts";
import { entryHiddenBy } from "./astro-filters.ts";
import type { AstroPlaces } from "./astro-places.ts";

/** Plans the files of an Astro site. */
export class AstroPlans {
  readonly #root: string;
  readonly #places: AstroPlaces;
  readonly #addresses: AstroAddresses;
  readonly #authors: AstroAuthors;

  /** @param root the folder of the configuration */
  constructor(folder: SiteFolder, root: string, places: AstroPlaces, addresses: AstroAddresses) {
    this.#root = root;
    this.#places = places;
    this.#addresses = addresses;
    this.#authors = new AstroAuthors(folder, places.source);
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

  #planPost(file: SiteFile, collection: Collection): Plan {
    const what = this.#reasonToLeaveOut(file.path, collection);
    if (what !== undefined) return { kind: "left out", what };
    const own = pathIn(collection.base, file.path);
    const target = joinPath(this.#places.placeOf(collection), own);
    const hiddenBy = entryHiddenBy(this.#places.calls, collection, entryId(file, own), file.frontMatter);
    return {
      kind: isDated(file) ? "post" : "page",
      target,
      ...this.#addressOf(file, own, collection, target),
      ...this.#correctionsOf(file),
      ...(hiddenBy && { hiddenBy }),
    };
  }

  #planPage(file: SiteFile): ArticlePlan | undefined {
    const target = pathIn(this.#places.pages, file.path);
    if (target.split("/").some((name) => name.startsWith("_"))) return undefined; // no page of Astro
    return {
      kind: isDated(file) ? "post" : "page",
      target,
      address: readableAddress(this.#addresses.ofPage(target), undefined, { target, frontMatter: file.frontMatter }),
      ...this.#correctionsOf(file),
    };
  }

  #correctionsOf({ frontMatter }: SiteFile): Pick<ArticlePlan, "corrections"> {
    const names = this.#authors.namesOf(frontMatter);
    return Object.keys(names).length === 0 ? {} : { corrections: names };
  }

  #addressOf(file: SiteFile, own: string, collection: Collection, target: string): Pick<ArticlePlan, "address"> {
    const route = this.#places.routeOf(collection);
    if (route === undefined || collection.hasOwnIds) return {};
    const found = this.#addresses.ofEntry(file, own, route, this.#places.isAlone);
    return found === undefined ? {} : { address: readableAddress(found.path, found.pattern, { target, frontMatter: file.frontMatter }) };
  }

  #reasonToLeaveOut(path: string, collection: Collection): string | undefined {
    const own = pathIn(collection.base, path);
    if (!this.#places.published.includes(collection)) return "entries of collections without a page for each entry";
    if (!collection.selects(own)) return "files that the pattern of their collection leaves out";
    return own.split("/").some((name) => name.startsWith("_")) ? "files whose name begins with _" : undefined;
  }
}
