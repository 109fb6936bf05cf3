import { folderOf, withoutExtension } from "../../../base/file-path.ts";
import type { Table } from "../../../base/table-values.ts";
import { excludeFiles } from "../../configuration/file-patterns.ts";
import type { Glob } from "../../configuration/glob.ts";
import { dynamicRoutes, isAboutRepository, isMarkdown, unreadTexts } from "../../site-rules/content-file.ts";
import { isDated } from "../../site-rules/front-matter-date.ts";
import { isMdx } from "../../site-rules/mdx-templates.ts";
import type { NoteList } from "../../site-rules/note-list.ts";
import type { ArticlePlan, Plan, SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import { type PublicFolder, planMedia } from "../../site-rules/plan-media.ts";
import { readableAddress } from "../../site-rules/readable-address.ts";
import { isIn, joinPath, pathIn } from "../../site-rules/site-path.ts";
import type { GatsbyAddresses } from "./gatsby-address.ts";
import type { GatsbyFilters } from "./gatsby-filters.ts";
import type { GatsbyIds } from "./gatsby-ids.ts";
import type { SourcePlace } from "./gatsby-nodes.ts";
import { findGatsbySources, hasUnknownSources, nameOfSource } from "./gatsby-sources.ts";
import { hasOldMdx, isCurrentMdx } from "./old-mdx.ts";

/** The rules of the code of a site. */
interface PlanRules {
  readonly addresses: GatsbyAddresses;
  readonly filters: GatsbyFilters;
  readonly ids: GatsbyIds;
}

/** The plugins of a site, and the patterns of files that they ignore. */
export interface ReadPlugins {
  readonly plugins: readonly Table[];
  readonly ignored: readonly string[];
}

/** Plans the files of a Gatsby site. */
export class GatsbyPlans {
  readonly #root: string;
  readonly #addresses: GatsbyAddresses;
  readonly #filters: GatsbyFilters;
  readonly #ids: GatsbyIds;
  readonly #plugins: readonly Table[];
  readonly #hasOldMdx: boolean;
  readonly #notes: NoteList;
  readonly #pages: string;
  readonly #sources: readonly string[];
  /** The source that has the files of `src/pages`. */
  readonly #pageSource: string | undefined;
  readonly #ignored: Glob;
  readonly #media: readonly PublicFolder[];

  /** @param root the folder of the configuration */
  constructor(
    folder: SiteFolder,
    root: string,
    { ignored, plugins }: ReadPlugins,
    { addresses, filters, ids }: PlanRules,
    notes: NoteList,
  ) {
    this.#root = root;
    this.#hasOldMdx = hasOldMdx(folder, root);
    this.#notes = notes;
    this.#addresses = addresses;
    this.#filters = filters;
    this.#ids = ids;
    this.#plugins = plugins;
    this.#pages = joinPath(root, "src/pages");
    const sources = findGatsbySources(folder, plugins, root);
    this.#sources = sources.filter((source) => !isIn(source, `${this.#pages}/`));
    this.#pageSource = sources.find((source) => !this.#sources.includes(source));
    this.#ignored = excludeFiles(ignored);
    this.#media = [
      { from: joinPath(root, "static"), to: "" },
      ...this.#sources.map((source) => ({ from: source, to: this.#placeOf(source) })),
      { from: this.#pages, to: "" },
    ];
  }

  /** Returns the planned action for a file; undefined if it is not content. */
  plan(file: SiteFile): Plan | undefined {
    const { path } = file;
    if (!isIn(this.#root, path)) return undefined;
    const source = this.#sources.find((each) => isIn(each, path));
    const isText = isMarkdown(path) && !isAboutRepository(file, this.#root, ...this.#sources, this.#pages);
    if (isText && this.#ignored.test(path)) return { kind: "left out", what: "files that the option ignore names" };
    if (isText && source !== undefined) return this.#planPost(file, source);
    if (isText && !hasUnknownSources(this.#plugins) && this.#isNextToSources(path)) return { kind: "left out", what: unreadTexts };
    if (!isText || !isIn(this.#pages, path)) return planMedia(path, this.#media);
    // Gatsby itself makes pages of MDX only.
    return this.#pageSource === undefined || isMdx(path) ? this.#planPage(file) : this.#planPost(file, this.#pageSource);
  }

  // Not in the first folder of the project, where documents of the repository are.
  #isNextToSources(path: string): boolean {
    const parents = this.#sources.map(folderOf).filter((parent) => parent !== "" && parent !== this.#root);
    return !isIn(this.#pages, path) && parents.some((parent) => isIn(parent, path));
  }

  #planPost(file: SiteFile, source: string): ArticlePlan {
    const own = pathIn(source, file.path);
    const copy = source === this.#pageSource ? pathIn(this.#pages, file.path) : joinPath(this.#placeOf(source), own);
    const target = this.#withEnding(copy, file);
    const kind = isDated(file) ? "post" : "page";
    const place = this.#sourcePlace(source, own);
    const address = this.#addresses.ofPost(file, place);
    const id = kind === "post" ? this.#ids.ofPost(file, place, address?.path) : undefined;
    const hiddenBy = this.#filters.hidingCode(file, place);
    const rest = { ...(id !== undefined && { keys: { id } }), ...(hiddenBy && { hiddenBy }) };
    const { frontMatter } = file;
    return { kind, target, ...(address && { address: readableAddress(address.path, address.pattern, { target, frontMatter }) }), ...rest };
  }

  /** Returns the place of a text in a folder of gatsby-source-filesystem; undefined if it is in none. */
  placeOf({ path }: SiteFile): SourcePlace | undefined {
    const source = this.#sources.find((each) => isIn(each, path));
    return source === undefined ? undefined : this.#sourcePlace(source, pathIn(source, path));
  }

  #sourcePlace(source: string, own: string): SourcePlace {
    const name = nameOfSource(source, this.#plugins, this.#root);
    return { own, slug: this.#addresses.createdPath(own, name), source: name };
  }

  #planPage(file: SiteFile): Plan {
    const own = pathIn(this.#pages, file.path);
    if (/(?:^|\/)[[{]/.test(own)) return { kind: "left out", what: dynamicRoutes }; // `{Mdx.fields__slug}.mdx`, `[id].mdx`
    const target = this.#withEnding(own, file);
    const address = readableAddress(this.#addresses.ofPage(own), undefined, { target, frontMatter: file.frontMatter });
    return { kind: isDated(file) ? "post" : "page", target, address };
  }

  // Markdown accepts what only MDX 1 does.
  #withEnding(target: string, { body, path }: SiteFile): string {
    if (!this.#hasOldMdx || !isMdx(path) || isCurrentMdx(body)) return target;
    this.#notes.count("Copied as Markdown (.md), since only MDX 1 accepts the text: compare it with the old page", path);
    return `${withoutExtension(target)}.md`;
  }

  // Below the articles folder, several sources have their folders.
  #placeOf(source: string): string {
    return this.#sources.length === 1 ? "" : pathIn(this.#root, source).replace(/^(?:src\/)?content\/?/, "");
  }
}
