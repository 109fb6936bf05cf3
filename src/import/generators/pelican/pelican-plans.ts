import { baseName, withoutExtension } from "../../../base/file-path.ts";
import { textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { isMarkdown, isOfRepository, otherMarkups } from "../../site-rules/content-file.ts";
import type { NoteList } from "../../site-rules/note-list.ts";
import type { ArticlePlan, OldAddress, OldSettings, Plan, SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import { planFile } from "../../site-rules/plan-media.ts";
import { patternOrPath, readablePath } from "../../site-rules/readable-path.ts";
import { isBlank } from "../../site-rules/site-file.ts";
import { linkOf, PelicanAddresses, type PelicanText, pelicanId, settingsPattern, withOwnPath } from "./pelican-address.ts";
import { PelicanDates } from "./pelican-dates.ts";
import { frontMatterOf, withPlainLinks } from "./pelican-front-matter.ts";
import { extraMetadata, headerOf, PelicanMetadata } from "./pelican-metadata.ts";
import { PelicanPlaces, type Place } from "./pelican-places.ts";
import type { PelicanConfig } from "./pelican-settings.ts";
import { slugMaker } from "./pelican-slug.ts";
import { withPlainSummary } from "./pelican-summary.ts";
import { PelicanTerms } from "./pelican-terms.ts";

const untitledPost = "No title (Pelican skips such articles), so it became a page; add a title and remove feed: false";
const untitledPage = "No title (Pelican skips such pages), so the page is a new one; write draft: true into it if it must not be public";

/** Plans the files of a Pelican site. */
export class PelicanPlans {
  /** The terms of the posts that were planned. */
  readonly terms: PelicanTerms;
  readonly #folder: SiteFolder;
  readonly #config: PelicanConfig;
  readonly #settings: OldSettings;
  readonly #notes: NoteList;
  readonly #places: PelicanPlaces;
  readonly #metadata: PelicanMetadata;
  readonly #addresses: PelicanAddresses;
  readonly #dates: PelicanDates;
  readonly #slugOf: (text: string) => string;
  readonly #hasPlugins: boolean;

  /** @param hasPlugins true if plugins that cannot run decide titles, dates or addresses */
  constructor(folder: SiteFolder, config: PelicanConfig, settings: OldSettings, notes: NoteList, hasPlugins: boolean) {
    this.terms = new PelicanTerms(config);
    this.#folder = folder;
    this.#config = config;
    this.#settings = settings;
    this.#notes = notes;
    this.#places = new PelicanPlaces(config);
    this.#metadata = new PelicanMetadata(config.settings);
    this.#addresses = new PelicanAddresses(config.settings);
    this.#dates = new PelicanDates(config.settings, settings.timezone ?? "UTC");
    this.#slugOf = slugMaker(config.settings, "SLUG");
    this.#hasPlugins = hasPlugins;
  }

  /** Returns the planned action for a file; undefined if it is not content. */
  plan(file: SiteFile): Plan | undefined {
    const { path } = file;
    const place = this.#places.of(path);
    if (place === undefined) return undefined;
    if (place.kind === "excluded")
      return { kind: "left out", what: `files that ${place.setting} names`, ...(place.isStatic && { place: place.path }) };
    if (place.kind === "file") return this.#planResource(path, place);
    if (/\.rst$/i.test(path)) return { kind: "left out", what: otherMarkups };
    const { content, root } = this.#config;
    const isPlain = Object.keys(headerOf(file, this.#folder).metadata).length === 0;
    if (isPlain && isOfRepository(path)) return undefined;
    if (isPlain && (content === root || !isMarkdown(path))) return planFile(path, place.path);
    return this.#planText(file, place.path, place.kind);
  }

  // EXTRA_PATH_METADATA moves a file, as in `{"extra/favicon.ico": {"path": "favicon.ico"}}`.
  #planResource(path: string, { path: own }: Place): Plan {
    const { path: moved, save_as: saved = moved } = extraMetadata(this.#config.settings, own);
    return planFile(path, saved === undefined || saved === "" ? own : saved.replace(/^\/+/, ""));
  }

  #planText(file: SiteFile, target: string, kind: ArticlePlan["kind"]): Plan {
    const header = headerOf(file, this.#folder);
    const metadata = withOwnPath(this.#metadata.of(target, header.metadata), this.#config.url);
    const status = textIn(metadata["status"])?.toLowerCase();
    if (status === "skip") return { kind: "left out", what: "texts with the status skip" };
    const text = this.#textOf(metadata, target, kind, header.body);
    const link = linkOf(metadata);
    const isLink = link !== undefined && !this.#addresses.hasPage(text); // a page of a link is an entry of the menu
    if (isLink && kind === "page") return { kind: "left out", what: "pages that are only links to other sites" };
    const url = isLink ? undefined : this.#addresses.pathOf(text);
    const path = isLink ? undefined : (this.#addresses.savedPathOf(text) ?? url);
    const hasTitle = "title" in metadata || "title" in header.metadata; // it may be empty
    const isPost = kind === "post" && text.reading.date !== undefined && (hasTitle || this.#hasPlugins);
    const isDraft = status === "draft";
    if (!isDraft) this.#warn(file, text, path, hasTitle);
    const frontMatter = {
      ...withPlainSummary(this.#dates.corrected(frontMatterOf(metadata)), target, this.#config.settings),
      ...{ slug: text.slug, ...(link !== undefined && { external_url: link }), ...(isPost && this.#idOf(link, url, text)) },
    };
    if (isPost) this.terms.add(frontMatter);
    const isSkipped = !hasTitle || (kind === "post" && this.#dates.isSkipped(text.reading));
    return {
      kind: isPost || (kind === "post" && isDraft) ? "post" : "page",
      target,
      address: path === undefined ? undefined : this.#addressOf(text, path, frontMatter),
      ...((this.#hasPlugins || isSkipped) && { isGuess: true }),
      replacement: { frontMatter, body: withPlainLinks(header.body) },
    };
  }

  // A reader for texts without a header usually takes the title from the first heading.
  #headingIn(body: string): string | undefined {
    return this.#hasPlugins ? /^#[ \t]{1,9}(\S.{0,500})$/m.exec(body)?.[1]?.trim() : undefined;
  }

  #textOf(metadata: FrontMatterTable, path: string, kind: ArticlePlan["kind"], body: string): PelicanText {
    const title =
      this.#config.settings.text("SLUGIFY_SOURCE") === "basename" ? undefined : (textIn(metadata["title"]) ?? this.#headingIn(body));
    return {
      ...{ kind, path, metadata },
      slug: textIn(metadata["slug"]) ?? this.#slugOf(title ?? withoutExtension(baseName(path))),
      reading: this.#dates.of(frontMatterOf(metadata)["date"]),
    };
  }

  #warn({ body, path: source }: SiteFile, { kind, metadata, reading }: PelicanText, path: string | undefined, hasTitle: boolean): void {
    const isKnown = reading.date !== undefined && reading.precision === undefined;
    if (linkOf(metadata) !== undefined)
      this.#notes.count("Its url is an address of another site, so it became a link post (external_url), with a page of its own", source);
    else if (path === undefined && (isKnown || kind === "page"))
      this.#notes.count("The settings compute the address with Python, so it is unknown; write permalink into the text", source);
    if (isBlank(body)) return;
    const [note, detail = ""] = (kind === "post" && hasTitle ? this.#dates.noteOf(reading, this.#hasPlugins) : undefined) ?? [];
    if (note !== undefined) this.#notes.count(note, source + detail);
    else if (!hasTitle && !this.#hasPlugins) this.#notes.count(kind === "post" ? untitledPost : untitledPage, source);
  }

  #idOf(link: string | undefined, path: string | undefined, { reading }: PelicanText): { readonly id?: string } {
    const { base, origin } = this.#config.url;
    const { date, fault, precision } = reading;
    if (this.#hasPlugins || date === undefined || fault !== undefined || precision !== undefined) return {};
    if (link !== undefined) return { id: pelicanId(link, date) };
    return origin === undefined || path === undefined ? {} : { id: pelicanId(origin + base + path, date) };
  }

  #addressOf(text: PelicanText, path: string, frontMatter: FrontMatterTable): OldAddress {
    const { base } = this.#config.url;
    const pattern = settingsPattern(this.#addresses.patternOf(text));
    if (pattern === undefined) return { path: readablePath(base + path) };
    const date = text.kind === "post" ? text.reading.date?.instant : undefined;
    return patternOrPath(base + path, base + pattern, { target: text.path, frontMatter, date }, this.#settings);
  }
}
