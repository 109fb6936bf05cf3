import { type Table, textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { exportedMetadata } from "../../configuration/exported-metadata.ts";
import type { Glob } from "../../configuration/glob.ts";
import { dynamicRoutes, listPages, unreadTexts } from "../../site-rules/content-file.ts";
import { isDated } from "../../site-rules/front-matter-date.ts";
import type { ArticlePlan, Plan, SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import { planMedia } from "../../site-rules/plan-media.ts";
import { readableAddress } from "../../site-rules/readable-address.ts";
import { addressPath } from "../../site-rules/site-path.ts";
import { excludedTexts } from "./excluded-texts.ts";
import { isAboutAuthor } from "./next-authors.ts";
import { hasBlogTheme, type NextConfig } from "./next-config.ts";
import type { NextPlaces, Place } from "./next-places.ts";

/** Plans the files of a Next.js site. */
export class NextPlans {
  readonly #places: NextPlaces;
  readonly #root: string;
  readonly #base: string;
  readonly #slash: string;
  readonly #hasBlogTheme: boolean;
  readonly #excluded: Glob;

  constructor(folder: SiteFolder, config: NextConfig, places: NextPlaces, options: Table) {
    this.#places = places;
    this.#root = config.root;
    this.#base = textIn(options["basePath"]) ?? "";
    this.#slash = options["trailingSlash"] === true ? "/" : "";
    this.#hasBlogTheme = hasBlogTheme(folder, config);
    this.#excluded = excludedTexts(folder, config.root);
  }

  /** Returns the planned action for a file; undefined if it is not content. */
  plan(file: SiteFile): Plan | undefined {
    if (isAboutAuthor(file.path, this.#root)) return { kind: "left out", what: "texts about authors" };
    const place = this.#places.of(file);
    if (place === "file") return planMedia(file.path, this.#places.media);
    if (place !== undefined && this.#excluded.test(file.path)) return { kind: "left out", what: "texts that the configuration excludes" };
    if (place === "unread") return { kind: "left out", what: unreadTexts };
    const keys = exportedMetadata(file.body);
    const type = this.#hasBlogTheme ? { ...keys, ...file.frontMatter }["type"] : undefined;
    if (type === "posts" || type === "tag") return { kind: "left out", what: listPages };
    if (place === "route") return { kind: "left out", what: dynamicRoutes };
    return place && this.#planText(file, place, keys, type === "page");
  }

  #planText(file: SiteFile, place: Place, keys: FrontMatterTable, isPage: boolean): ArticlePlan {
    const frontMatter = { ...keys, ...file.frontMatter };
    const isListed = !isPage && !this.#places.isOutsideFeeds({ ...file, frontMatter });
    return {
      kind: isListed && isDated({ ...file, frontMatter }) ? "post" : "page",
      target: place.target,
      ...this.#addressOf(place, frontMatter),
      ...(Object.keys(keys).length > 0 && { keys }),
    };
  }

  #addressOf(
    { address, addressFault, pattern, target }: Place,
    frontMatter: FrontMatterTable,
  ): Pick<ArticlePlan, "address" | "addressFault"> {
    if (address === undefined) return addressFault === undefined ? {} : { addressFault };
    const path = addressPath(this.#base, address) + (address === "" ? "" : this.#slash);
    return { address: readableAddress(path, pattern && addressPath(this.#base, pattern) + this.#slash, { target, frontMatter }) };
  }
}
