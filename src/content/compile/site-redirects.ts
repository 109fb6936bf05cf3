import type { Redirects } from "../../model/compiled-content.ts";
import type { Report, SourceLocation } from "../../model/diagnostic.ts";
import type { PathRegistry } from "../../routing/path-registry.ts";
import { compileRedirects, redirectKey, removedFile } from "../../routing/redirects.ts";
import { wordpressKey } from "../../routing/wordpress-query.ts";
import type { Site } from "../../settings/site-settings.ts";
import { fileOf, type ParsedArticle } from "./article.ts";

/** The redirects and removed addresses that do not belong to an article. */
export interface RedirectOptions {
  readonly site: Site;
  /** The redirects of the settings. */
  readonly redirects?: Readonly<Record<string, string>>;
  /** The text of the list of removed addresses. */
  readonly removed?: string;
  /** Returns the location of a setting, such as `["redirects", "/old"]`. */
  readonly locationOfSetting?: (path: readonly string[]) => SourceLocation;
}

/** The addresses that follow from the articles. */
interface ArticleAddresses {
  /** Paths of terms in another spelling, with the paths that replace them. */
  readonly moved: ReadonlyMap<string, string>;
  readonly expired: readonly ParsedArticle[];
  readonly registry: PathRegistry;
}

/** Compiles all redirects of the site, and the addresses that are gone. Aliases are redirects of their entries instead. */
export function siteRedirects(options: RedirectOptions, { expired, moved, registry }: ArticleAddresses, report: Report): Redirects {
  const redirects = compileSettings(options, registry, report);
  return withExpired(withMovedTerms(redirects, moved, registry), expired);
}

/** Returns whether an article was published, and has expired since. */
export function isGone({ expires = Infinity, isExpired, metadata, published }: ParsedArticle): boolean {
  return isExpired && !metadata.draft && published.instant < expires;
}

function compileSettings(
  { locationOfSetting, redirects = {}, removed = "", site }: RedirectOptions,
  registry: PathRegistry,
  report: Report,
): Redirects {
  const location = locationOfSetting ?? (() => ({ file: "wrangler.toml", line: 1, column: 1 }));
  const reports = {
    redirect: (from: string, message: string) => report({ ...location(["redirects", from]), severity: "error", message }),
    removed: (line: number, message: string) => report({ file: fileOf(removedFile), line, column: 1, severity: "error", message }),
  };
  return compileRedirects(redirects, removed, { registry, reports, url: site.url });
}

// A redirect of a category or an author applies to its feeds, too. Subscribers of a spelling that is no longer used stay subscribed.
function withMovedTerms({ gone, moved }: Redirects, terms: ReadonlyMap<string, string>, registry: PathRegistry): Redirects {
  const free = [...terms].flatMap(([from, to]): [string, string][] => {
    const key = redirectKey(from);
    return key === undefined || registry.reserve(key, `the redirect of ${from}`) !== undefined ? [] : [[key, to]];
  });
  return { gone, moved: { ...Object.fromEntries(free), ...moved } };
}

// The addresses of expired articles are gone in later builds, too.
function withExpired({ gone, moved }: Redirects, expired: readonly ParsedArticle[]): Redirects {
  const paths = expired.flatMap(({ identity, metadata }) => [identity.path, ...metadata.aliases]);
  const queries = expired.flatMap(({ identity }) => wordpressKey(identity.id) ?? []);
  return { moved, gone: [...new Set([...gone, ...paths.flatMap((path) => redirectKey(path) ?? []), ...queries])] };
}
