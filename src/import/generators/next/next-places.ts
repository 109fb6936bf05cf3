import { baseName, folderOf, foldersOf, withoutExtension } from "../../../base/file-path.ts";
import { textIn } from "../../../base/table-values.ts";
import { isAboutRepository, isMarkdown } from "../../site-rules/content-file.ts";
import type { SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import type { PublicFolder } from "../../site-rules/plan-media.ts";
import { isIn, joinPath, pathIn } from "../../site-rules/site-path.ts";
import { ComputedAddresses } from "./computed-addresses.ts";
import { DocumentTypes } from "./document-types.ts";
import { type NextConfig, nextRoots } from "./next-config.ts";
import {
  addressOfText,
  findNextRoutes,
  hidesLocale,
  isAppPage,
  type NextRoute,
  routeOfAddress,
  routeOfTexts,
  routePath,
} from "./next-routes.ts";
import { findNextTexts } from "./next-texts.ts";
import { ReadTexts } from "./read-texts.ts";
import { SharedPages } from "./shared-pages.ts";

/** A text that the site publishes, and its address below the site. */
export interface Place {
  /** The path below the articles folder. */
  readonly target: string;
  /** Undefined if no page is found that publishes the text. */
  readonly address?: string;
  /** The reason why the address is unknown, if it is not that no page is found. */
  readonly addressFault?: string;
  /** The pattern, in the tokens of the settings, that such texts usually have. */
  readonly pattern?: string;
}

/** The folders of texts and of pages: the rules that decide what the site publishes, and where. */
export class NextPlaces {
  /** The folder of the posts if no page that publishes them is found. */
  readonly unpublished: string | undefined;
  /** The folders with pictures and other files. */
  readonly media: readonly PublicFolder[];
  readonly #root: string;
  readonly #apps: readonly string[];
  readonly #pages: readonly string[];
  readonly #texts: readonly string[];
  /** The same folders, each before those around it. */
  readonly #innermost: readonly string[];
  readonly #routes: ReadonlyMap<string, NextRoute | undefined>;
  readonly #published: readonly NextRoute[];
  readonly #shared: SharedPages;
  readonly #computed: ComputedAddresses;
  readonly #types: DocumentTypes;
  readonly #read: ReadTexts;
  readonly #isNextra: boolean;
  /** The folders with a page in `app`. */
  readonly #pageFolders: ReadonlySet<string>;

  constructor(folder: SiteFolder, { path, root }: NextConfig) {
    this.#root = root;
    [this.#apps = [], this.#pages = []] = nextRoots(root);
    const content = joinPath(root, "content");
    this.#isNextra = /\bnextra\b/.test((path && folder.read(path)) ?? "") && folder.paths.some((file) => isIn(content, file));
    const pages = folder.paths.filter((file) => /^page\.(?:[jt]sx?|mdx?)$/.test(baseName(file)));
    this.#pageFolders = new Set(pages.map(folderOf));
    const isPage = (file: string) => this.#isPage(file);
    const all = findNextRoutes(folder, [...this.#apps, ...this.#pages]);
    const hasLocale = all.some(({ locale }) => locale !== undefined) && !hidesLocale(folder, root);
    const published = all.filter(({ locale }) => locale === undefined || hasLocale);
    this.#texts = this.#isNextra ? [content] : findNextTexts(folder, root, published, isPage);
    this.#published = published;
    this.#shared = new SharedPages(folder, root, [...this.#apps, ...this.#pages]);
    this.#computed = new ComputedAddresses(folder, root);
    this.#types = new DocumentTypes(folder, root, [...this.#apps, ...this.#pages]);
    this.#read = new ReadTexts(folder, root);
    const [source] = this.#texts;
    this.#routes = new Map(this.#texts.map((each) => [each, routeOfTexts(published, each, each === source)]));
    const isComputed = (path: string) => source !== undefined && isIn(source, path) && this.#computedPlace({ path }) !== undefined;
    const isKnown = source === undefined || this.#isNextra || this.#routes.get(source) !== undefined || folder.paths.some(isComputed);
    this.unpublished = isKnown ? undefined : source;
    this.#innermost = this.#texts.toSorted((a, b) => b.length - a.length);
    const folders = [...this.#innermost, ...this.#apps, ...this.#pages];
    this.media = [{ from: joinPath(root, "public"), to: "" }, ...folders.map((from) => ({ from, to: "" }))];
  }

  /** A sentence for the user if it is unknown which texts the site reads. */
  get note(): string | undefined {
    return this.#read.note;
  }

  /** Returns whether the feeds of the site have only texts of other types. */
  isOutsideFeeds(file: SiteFile): boolean {
    return this.#types.isOutsideFeeds(file);
  }

  /** Returns the place of a text; "route" for the template of a dynamic route, "unread" for a text that the configuration does not read, "file" for any other file, and undefined for a text that is no page. */
  of(file: SiteFile): Place | "file" | "route" | "unread" | undefined {
    const { path } = file;
    if (!isMarkdown(path) || !isIn(this.#root, path)) return "file";
    if (isAboutRepository(file, this.#root, ...this.#texts, ...this.#apps, ...this.#pages)) return "file";
    const texts = this.#isPage(path) ? undefined : this.#innermost.find((each) => isIn(each, path) && !this.#isNextToPage(each, path));
    if (texts !== undefined) return this.#read.leavesOut(file) ? "unread" : this.#placeOfText(file, texts);
    const page = [...this.#apps, ...this.#pages].find((each) => isIn(each, path));
    return page === undefined ? "file" : this.#placeOfPage(page, pathIn(page, path));
  }

  // Such a text is its own page, even if code reads its folder for a list or a sitemap.
  #isPage(path: string): boolean {
    return this.#pages.some((each) => isIn(each, path)) || (isAppPage(path) && this.#apps.some((each) => isIn(each, path)));
  }

  // In `app`, the folder of a page may also contain notes about it, which are not published.
  #isNextToPage(texts: string, path: string): boolean {
    if (!this.#apps.some((app) => isIn(app, texts))) return false;
    const inner = foldersOf(path).filter((each) => each !== texts && isIn(texts, each));
    return inner.some((each) => this.#pageFolders.has(each));
  }

  #placeOfText(file: SiteFile, folder: string): Place {
    const { frontMatter, path } = file;
    const target = pathIn(folder, path);
    const name = withoutIndex(target);
    if (this.#isNextra) return { target, address: name, pattern: ":sections/:filename" };
    const computed = this.#computedPlace(file);
    if (computed !== undefined) return { target, ...computed };
    const ofFolder = this.#routes.get(folder);
    const ofType = this.#types.pageOf(file, ofFolder, name);
    if (ofType?.address !== undefined) return { target, address: ofType.address };
    const found = ofType === undefined ? ofFolder : this.#published.find((route) => route.path === ofType.path);
    if (found === undefined) return { target };
    const page = baseName(found.prefix) === baseName(folder).replace(/^_/, "") ? undefined : this.#shared.pageOf(found.prefix, frontMatter);
    if (page !== undefined && "fault" in page) return { target, addressFault: page.fault };
    const route = page === undefined ? found : (this.#published.find(({ prefix }) => prefix === page.prefix) ?? found);
    const address = addressOfText(route, name, textIn(frontMatter["slug"]));
    if (address === undefined) return { target };
    return { target, address, ...(route.locale === undefined && { pattern: joinPath(route.prefix, ":sections/:slugorfilename") }) };
  }

  // A computed address counts if a page can have it.
  #computedPlace({ frontMatter = {}, path }: Pick<SiteFile, "path"> & Partial<SiteFile>): Pick<Place, "address" | "pattern"> | undefined {
    const address = this.#computed.of({ frontMatter, path })?.replace(/^\/|\/$/g, "");
    if (address === undefined) return undefined;
    const route = routeOfAddress(this.#published, address);
    return route && { address, pattern: joinPath(route.prefix, ":sections/:slugorfilename") };
  }

  #placeOfPage(folder: string, own: string): Place | "route" | undefined {
    const pattern = ":sections/:filename";
    const isInPages = this.#pages.includes(folder);
    if (/(?:^|\/)_/.test(own)) return undefined;
    if (/(?:^|\/)\[/.test(own)) return isInPages || isAppPage(own) ? "route" : undefined;
    if (isInPages) return { target: own, address: withoutIndex(own), pattern };
    const [found, address = ""] = /^(?:(.*)\/)?page\.mdx?$/.exec(routePath(own)) ?? [];
    return found === undefined ? undefined : { target: joinPath(address, "index.mdx"), address, pattern };
  }
}

function withoutIndex(path: string): string {
  return withoutExtension(path).replace(/(?:^|\/)index$/, "");
}
