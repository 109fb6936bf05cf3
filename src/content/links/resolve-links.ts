import type { Element, Root } from "hast";
import { canonicalUrl } from "../../base/canonical-url.ts";
import { isDataUrl } from "../../base/data-picture.ts";
import { decodeUri } from "../../base/decode-uri.ts";
import { isPrivateHost } from "../../network/private-host.ts";
import { findAnchor, isOnEveryPage } from "../html/find-anchor.ts";
import { hasProperties } from "../html/hast-nodes.ts";
import { linkedProtocols } from "../html/sanitize-schema.ts";
import { walkElements } from "../html/walk-tree.ts";
import { type ArticleTargets, findLinkedPage } from "./linked-page.ts";
import { maxPixels } from "./media-files.ts";
import { ownAddress, ownDocument } from "./own-address.ts";
import { parseBase } from "./parse-base.ts";

/** The targets of references in an article. */
export interface LinkTargets extends ArticleTargets<LinkTarget> {
  /** Absolute URL of the article's page, the base of references that name no file. */
  readonly base: string;
  /** The prefix that makes this article's anchors unique among all entries. */
  readonly anchorPrefix: string;
  /** The article's own anchors, without the prefix: a heading "Top" comes before the top of the page. */
  readonly anchors?: ReadonlySet<string>;
  /**
   * Finds a file of the articles folder: an article's page, or a media file.
   * @param path relative to the article, or to the articles folder if it begins with `/`, decoded; or the `data:` URL of a picture
   */
  file(path: string): LinkTarget | undefined;
  /** Finds a media file by its name alone, in any folder. */
  fileNamed(name: string): LinkTarget | undefined;
  /** Returns whether an article is at a path, even one that has errors and therefore no page. */
  hasArticle(path: string): boolean;
  /** Describes a path that leads to no file, as the end of the sentence "Cannot find the file …". */
  describeMissing(path: string): string;
}

/** A file of the articles folder as the target of a link. */
export interface LinkTarget {
  readonly url: string;
  readonly anchorPrefix?: string;
  /** The anchors of the heading that is an article's title: the article itself. */
  readonly titleAnchors?: readonly string[];
  /** The anchors of headings with badges, by their anchors without the badges. */
  readonly badgeAnchors?: Readonly<Record<string, string>>;
  /** True for a draft, whose page is shown only during development. */
  readonly isDraft?: boolean;
  /** True for an article that has expired, whose address is a 410. */
  readonly isExpired?: boolean;
  readonly width?: number;
  readonly height?: number;
  /** Bytes. */
  readonly length?: number;
  /** The fault of a media file whose content is not of its type. */
  readonly fault?: string;
}

/** An article as the target of a link to one of its anchors. */
export type AnchoredTarget = Required<Pick<LinkTarget, "url" | "anchorPrefix">> & Pick<LinkTarget, "isDraft">;

/** The kind of a reference that readers cannot use. */
export type LostKind = "picture" | "recording" | "embed" | "link";

/** Receives the references to files of the articles folder. */
export interface LinkReports {
  /** Called for a reference to a file that exists. @param reference decoded */
  found(reference: string, element: Element, file: LinkTarget): void;
  /** Called for a link to an anchor of another article. @param reference decoded @param anchor decoded */
  anchor(reference: string, element: Element, anchor: string, article: AnchoredTarget): void;
  /** Called for a link to a page of the site that is not an article. @param path the path of its URL */
  page(path: string, element: Element): void;
  /** Called for a reference that looks like one to a file, if there is no such file. @param path decoded */
  missing(path: string, element: Element): void;
  /** Called for a picture or a recording that readers cannot load from its address, and for a link that they cannot follow. */
  lost(reference: string, element: Element, kind: LostKind): void;
  /** Called for a reference to an article that has errors. @param path decoded */
  faulty(path: string, element: Element): void;
}

const maxCompared = 100; // headings with badges, with each of which a link is compared

const attributes = ["href", "src", "poster", "cite"] as const;
const fileEnding =
  /\.(?:mdx?|markdown|mkd|mdown|txt|png|jpe?g|gif|webp|avif|svg|mp3|m4a|ogg|opus|wav|flac|aac|mp4|m4v|webm|ogv|mov|pdf|zip|epub|gz|tgz|tar|7z|docx?|xlsx?|pptx?|od[pst]|[ct]sv|json|xml|ya?ml|toml|css|[cm]?[jt]s|[jt]sx|py|ipynb|sh|rs|go|rb|java|c|h|cpp|sql|tex|bib)$/i;
// Of this site, or redirected to one of it.
const feedEnding = /(?:^|\/)(?:rss|atom|feed|index|sitemap)\.(?:xml|json)$/i;

// The page of a section in Hugo and Zola. It lists articles, as the front page does here; an import leaves it out.
const sectionPage = /(?:^|\/)_index(?:\.[a-z-]+)?\.md$/i;

/** The property of an element whose file may be in any folder, as in Obsidian. The sanitizer removes it. */
export const anywhere = "dataAnywhere";

/** The property of an element whose text is the URL of a reference, as tags of other generators write it. The sanitizer removes it. */
export const addressOf = "dataAddressOf";

/** Makes every reference of a tree absolute, in place. Removes references that cannot be URLs. */
export function resolveLinks(tree: Root, targets: LinkTargets, reports: LinkReports): void {
  walkElements(tree, (element) => {
    if (!hasProperties(element)) return undefined;
    for (const attribute of attributes) {
      const reference = element.properties[attribute];
      if (typeof reference !== "string") continue;
      const kind = kindOf(element, attribute);
      const isData = kind === "picture" && isDataUrl(reference.trim());
      const url = isData
        ? urlOfData(reference.trim(), targets, element)
        : resolve(withoutScheme(reference.trim()), targets, element, reports);
      if (kind !== undefined && !isUsable(kind, url, targets)) reports.lost(reference, element, kind);
      if (url === undefined) delete element.properties[attribute];
      else element.properties[attribute] = url;
    }
    const named = element.properties[addressOf];
    if (typeof named !== "string") return undefined;
    const url = resolve(named, targets, element, reports);
    return { instead: [{ type: "text", value: url ?? named }] };
  });
}

// Docusaurus: pathname:///a.pdf is a file that its router must not open.
function withoutScheme(reference: string): string {
  return reference.replace(/^pathname:\/\/(?=\/)/i, "");
}

function kindOf({ properties, tagName }: Element, attribute: (typeof attributes)[number]): LostKind | undefined {
  if (attribute === "poster" || (attribute === "src" && tagName === "img")) return "picture";
  if (attribute === "src" && /^(?:audio|video|source)$/.test(tagName)) return "recording";
  if (attribute !== "href" || tagName !== "a") return undefined;
  return "dataEmbed" in properties ? "embed" : "link";
}

// Tutorials link to the reader's own computer, but never have pictures or frames there. Scripts in links have no use outside of their page.
function isUsable(kind: LostKind, url: string | undefined, { base }: LinkTargets): boolean {
  const [protocol = ""] = /^[a-z][a-z0-9+.-]*(?=:)/i.exec(url ?? "") ?? [];
  if (kind === "link") return url === undefined || protocol === "javascript" || linkedProtocols.includes(protocol);
  if (kind === "embed" && url === undefined) return true;
  return url !== undefined && /^https?$/.test(protocol) && (!isPrivateHost(url) || isPrivateHost(base));
}

function resolve(reference: string, targets: LinkTargets, element: Element, reports: LinkReports): string | undefined {
  if (reference.startsWith("#")) return canonicalUrl(`#${ownAnchor(reference.slice(1), targets)}`, targets.base);
  const own = ownAddress(reference, targets);
  const isRelative = own !== undefined || !/^[a-z][a-z0-9+.-]*:|^[/\\]{2}/i.test(reference);
  const [, path = "", query = "", fragment = ""] = /^([^?#]*)(\?[^#]*)?(.*)$/s.exec(own?.path ?? reference) ?? [];
  if (!isRelative || path === "" || own?.path === "/") return urlOfPage(reference, targets, element, reports);
  const name = decodeUri(path);
  const file = targets.file(name) ?? (element.properties[anywhere] === undefined ? undefined : targets.fileNamed(name));
  if (file === undefined) {
    if (sectionPage.test(name)) return canonicalUrl(`/${query}${fragment}`, targets.base);
    if (own?.isSameHost === false) return urlOfPage(reference, targets, element, reports);
    if (targets.hasArticle(name)) reports.faulty(name, element);
    else if (
      (element.tagName === "img" || (fileEnding.test(path) && !feedEnding.test(path))) &&
      ownDocument(reference, targets) === undefined
    )
      reports.missing(name, element);
    return urlOfPage(reference, targets, element, reports);
  }
  reports.found(decodeUri(reference), element, file);
  if (element.tagName === "img" && file.width !== undefined && file.height !== undefined) {
    giveSize(element, file.width, file.height);
  }
  return canonicalUrl(query + anchorOf(fragment, file, reference, element, reports), file.url);
}

// The address of a page, relative or absolute. Its anchors have a prefix, which an address that was copied from a browser has already.
function urlOfPage(reference: string, targets: LinkTargets, element: Element, reports: LinkReports): string | undefined {
  const canonical = canonicalUrl(reference, targets.base);
  if (element.tagName !== "a" || canonical === undefined) return canonical;
  const { origin = "" } = parseBase(targets.base) ?? {};
  const url = canonical.startsWith(origin) ? URL.parse(canonical) : null;
  if (url?.origin !== origin) return canonical;
  const { isElsewhere, page } = findLinkedPage(reference, url, targets);
  if (page?.anchorPrefix === undefined) {
    reports.page(url.pathname, element);
    return canonical;
  }
  reports.found(decodeUri(reference), element, page);
  const fragment = url.hash.replace(`#${page.anchorPrefix}-`, "#");
  const anchor = anchorOf(fragment, page, reference, element, reports);
  if (isElsewhere) return canonicalUrl(url.search + anchor, page.url);
  return anchor === url.hash ? canonical : canonicalUrl(url.pathname + url.search + anchor, targets.base);
}

// Returns the fragment of a link to a file: an article has a prefix before its anchors.
function anchorOf(fragment: string, article: LinkTarget, reference: string, element: Element, reports: LinkReports): string {
  const { anchorPrefix, badgeAnchors = {}, isDraft = false, titleAnchors, url } = article;
  const anchor = withBadge(fragment.slice(1), badgeAnchors);
  if (titleAnchors?.some((own) => own.toLowerCase() === decodeUri(anchor).toLowerCase())) return "";
  if (fragment === "" || anchorPrefix === undefined || isOnEveryPage(anchor)) return fragment;
  reports.anchor(decodeUri(reference), element, decodeUri(anchor), { url, anchorPrefix, isDraft });
  return `#${prefixed(anchor, anchorPrefix)}`;
}

// An anchor without the badge of its heading becomes that of the heading.
function withBadge(anchor: string, badgeAnchors: Readonly<Record<string, string>>): string {
  const aliases = Object.keys(badgeAnchors);
  if (aliases.length === 0) return anchor;
  const wanted = decodeUri(anchor);
  if (Object.hasOwn(badgeAnchors, wanted)) return encodeURI(badgeAnchors[wanted] ?? wanted);
  if (aliases.length > maxCompared || Object.values(badgeAnchors).includes(wanted)) return anchor;
  const found = badgeAnchors[findAnchor(anchor, new Set(aliases)) ?? ""];
  return found === undefined ? anchor : encodeURI(found);
}

function urlOfData(reference: string, targets: LinkTargets, element: Element): string | undefined {
  const file = targets.file(reference);
  if (element.tagName === "img" && file?.width !== undefined && file.height !== undefined) giveSize(element, file.width, file.height);
  return file?.url;
}

// Sizes reserve space while a picture loads. If the author gave one side, the other is scaled; a size such as 50% is kept.
function giveSize({ properties }: Element, width: number, height: number): void {
  const given = { width: properties["width"], height: properties["height"] };
  const scale = given.width !== undefined ? Number(given.width) / width : given.height !== undefined ? Number(given.height) / height : 1;
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  if (!isPixels(size.width) || !isPixels(size.height)) return;
  properties["width"] ??= size.width;
  properties["height"] ??= size.height;
}

// Both the author and the file of a picture may give any number.
function isPixels(value: number): boolean {
  return value >= 1 && value <= maxPixels;
}

function ownAnchor(anchor: string, { anchorPrefix, anchors }: LinkTargets): string {
  return anchors?.has(anchor) ? `${anchorPrefix}-${anchor}` : prefixed(anchor, anchorPrefix);
}

function prefixed(anchor: string, prefix: string): string {
  return isOnEveryPage(anchor) ? anchor : `${prefix}-${anchor}`;
}
