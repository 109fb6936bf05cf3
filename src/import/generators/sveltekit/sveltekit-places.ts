import { baseName, folderOf } from "../../../base/file-path.ts";
import { type Table, tableOf, textIn } from "../../../base/table-values.ts";
import { GlobAddresses } from "../../feed-code/glob-addresses.ts";
import { type GlobbedTexts, globbedTexts } from "../../feed-code/globbed-texts.ts";
import { isMarkdown, isOfRepository } from "../../site-rules/content-file.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { OwnDates } from "../../site-rules/own-dates.ts";
import type { PublicFolder } from "../../site-rules/plan-media.ts";
import { commonFolder, isIn, joinPath, pathIn, resolvePath } from "../../site-rules/site-path.ts";
import { hasDate } from "../unknown/has-date.ts";
import { isAmongPosts, usualPlaces } from "../unknown/text-places.ts";
import { addressOfRoute, findSvelteKitRoutes } from "./sveltekit-routes.ts";

/** The folders of pages and of texts: the rules that decide what the site publishes. */
export class SvelteKitPlaces {
  /** The folder of the pages: `src/routes`. */
  readonly routes: string;
  /** The folder of files that are copied: `static`. */
  readonly assets: string;
  /** The folders with pictures and other files. */
  readonly media: readonly PublicFolder[];
  readonly addresses: GlobAddresses;
  /** True if addresses end with a slash. */
  readonly hasSlash: boolean;
  readonly #root: string;
  /** True before version 1, in which the files of pages have the names of their addresses. */
  readonly #areNamed: boolean;
  readonly #globs: readonly GlobbedTexts[];
  readonly #texts: ReadonlySet<string>;
  /** The outermost folders of the texts. */
  readonly #folders: readonly string[];
  /** The folders of dated texts that no pattern selects. */
  readonly #unnamed: readonly string[];

  /** @param kit the options of the kit */
  constructor(folder: SiteFolder, root: string, kit: Table) {
    const { assets, routes } = tableOf(kit["files"]);
    this.#root = root;
    this.routes = resolvePath(root, textIn(routes) ?? "src/routes");
    this.assets = resolvePath(root, textIn(assets) ?? "static");
    this.#areNamed = !folder.paths.some((path) => isIn(this.routes, path) && baseName(path).startsWith("+"));
    this.hasSlash = textIn(kit["trailingSlash"]) === "always" || layoutsEndWithSlash(folder, this.routes);
    const own = new OwnDates(folder, true).paths;
    const isDated = (path: string) => hasDate(folder, path) || own.has(path);
    const mayBeText = (path: string) => isIn(root, path) && isMarkdown(path) && !isOfRepository(path) && !this.#isPage(path);
    const globs = globbedTexts(folder, root).map((glob) => ({ ...glob, texts: glob.texts.filter(mayBeText) }));
    this.addresses = new GlobAddresses(folder, globs, findSvelteKitRoutes(folder, this.routes));
    // A component may read other texts, such as quotations.
    this.#globs = globs.filter((glob) => this.addresses.isOfPage(glob) || glob.texts.some(isDated));
    const selected = new Set(this.#globs.flatMap(({ texts }) => texts));
    const others = folder.paths.filter(
      (path) => mayBeText(path) && !selected.has(path) && isAmongPosts(path, usualPlaces) && !this.#isUnread(path) && isDated(path),
    );
    this.#texts = new Set([...selected, ...others]);
    const around = ["", root, joinPath(root, "src"), this.assets, this.routes];
    this.#unnamed = [...new Set(others.map(folderOf))].filter((each) => !around.includes(each));
    const folders = [
      ...this.#globs.flatMap(({ folder: own, texts }) => (texts.length === 0 ? [] : [around.includes(own) ? commonFolder(texts) : own])),
      ...this.#unnamed,
    ];
    this.#folders = [...new Set(folders)].filter((each) => !folders.some((outer) => outer !== each && isIn(outer, each)));
    this.media = [
      { from: this.assets, to: "" },
      ...this.#folders.map((from) => ({ from, to: this.#nameOf(from) })),
      { from: this.routes, to: "" },
      { from: root, to: "" },
    ];
  }

  /** Returns the role of a text: a page of its own, a text that code reads, one next to those that it does not read, or none. */
  roleOf(path: string): "page" | "text" | "unread" | undefined {
    if (!isIn(this.#root, path)) return undefined;
    if (this.#isPage(path)) return "page";
    if (this.#texts.has(path)) return "text";
    if (this.#isUnread(path)) return "unread";
    return this.#unnamed.some((each) => isIn(each, path)) && !isOfRepository(path) ? "text" : undefined;
  }

  /** Returns the place of a text below the articles folder: several folders of texts keep their names. */
  placeOf(path: string): string {
    const folder = this.#folders.find((each) => isIn(each, path)) ?? [this.assets, this.#root].find((each) => isIn(each, path)) ?? "";
    return joinPath(this.#folders.includes(folder) ? this.#nameOf(folder) : "", pathIn(folder, path)).replace(
      /(?:\.svelte)?\.svx$/i,
      ".md",
    );
  }

  /** Returns the address of a page in Markdown: `blog/moon`. */
  addressOfPage(path: string): string {
    return addressOfRoute(pathIn(this.routes, path)) ?? "";
  }

  // `moon/+page.md`, and before version 1 `moon.md`.
  #isPage(path: string): boolean {
    if (!isIn(this.routes, path) || !isMarkdown(path)) return false;
    if (!this.#areNamed) return /^\+page(?:@[^.]{0,50})?\./.test(baseName(path));
    return !pathIn(this.routes, path)
      .split("/")
      .some((name) => name.startsWith("_"));
  }

  // Such a text may be a draft.
  #isUnread(path: string): boolean {
    return (
      this.#globs.some(({ folder, isNamed }) => !isNamed && isIn(folder, path)) && !this.#globs.some(({ texts }) => texts.includes(path))
    );
  }

  #nameOf(folder: string): string {
    return this.#folders.length > 1 ? baseName(folder) : "";
  }
}

// kit.svelte.dev/docs/page-options#trailingslash
function layoutsEndWithSlash({ paths, read }: SiteFolder, routes: string): boolean {
  const layouts = paths.filter((path) => folderOf(path) === routes && /^\+layout(?:\.server)?\.[jt]s$/.test(baseName(path)));
  return layouts.some((path) => /\btrailingSlash\s{0,9}(?::\s{0,9}\w{1,20}\s{0,9})?=\s{0,9}["'`]always["'`]/.test(read(path) ?? ""));
}
