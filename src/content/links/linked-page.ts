import { pathKey } from "../../base/canonical-url.ts";
import { decodeUri } from "../../base/decode-uri.ts";
import { isLegacyPath } from "../../routing/legacy-feed-paths.ts";
import { isFixedPath } from "../../routing/path-registry.ts";
import { redirectKey } from "../../routing/redirects.ts";
import { type OwnUrls, ownAddress, ownDocument } from "./own-address.ts";

/** The articles to which links may lead. @template T an article or another file, with its URL */
export interface ArticleTargets<T> extends OwnUrls {
  /** Finds a file by its path, as a link has it: relative to the article, or to the articles folder if it begins with `/`, decoded. */
  file(path: string): T | undefined;
  /** Finds an article by such a path without its extension, or by that of the folder whose index it is. */
  articleNamed(path: string): T | undefined;
  /** Finds the article whose page, or a redirect to it, is at the path of a URL. */
  articleAt(path: string): T | undefined;
}

/** The article to which a link without an extension leads. */
interface LinkedPage<T> {
  readonly page: T | undefined;
  /** True if its page is not at the URL of the link: the link names its file. */
  readonly isElsewhere: boolean;
}

/**
 * Finds the article to which a link without an extension leads: the one at this address of the site, or else the one whose file or folder has
 * this name. Links to other pages of the site, and to addresses that redirect, keep their meaning.
 * @param url the URL of the reference, on this site
 */
export function findLinkedPage<T extends { readonly url: string }>(reference: string, url: URL, targets: ArticleTargets<T>): LinkedPage<T> {
  const there = targets.articleAt(url.pathname);
  if (there !== undefined && redirectKey(there.url) === redirectKey(url.pathname)) return { page: there, isElsewhere: false };
  const hasEnding = /\.\w+$/.test(url.pathname);
  const other = hasEnding ? undefined : targets.file(`${decodeUri(url.pathname).replace(/\/$/, "")}.md`); // as other generators link to pages
  if (there !== undefined || mayBeOtherPage(url, targets)) return { page: other, isElsewhere: false };
  const [name = ""] = (ownAddress(reference, targets)?.path ?? reference).split(/[?#]/, 1);
  const named = targets.articleNamed(decodeUri(name));
  const isFolder = /^[./]*$/.test(name) && named?.url === targets.base; // `./` is a folder, not the article in it
  return { page: (isFolder ? undefined : named) ?? other, isElsewhere: true };
}

function mayBeOtherPage({ href, pathname }: URL, targets: OwnUrls): boolean {
  const path = pathKey(pathname);
  return path === undefined || isLegacyPath(path) || isFixedPath(`${path}/`) || ownDocument(href, targets) !== undefined;
}
