import { isLocalHost } from "../../network/private-host.ts";
import { isTimeZone } from "../../settings/site-settings.ts";
import type { OldSettings } from "../site-rules/old-site.ts";

/** The URL of an old site: its origin, and the path of the folder that it is served from, without the last slash. */
export interface SiteUrl {
  readonly origin?: string;
  readonly base: string;
  /** The written text if it is neither a URL, a host nor a path, or if others cannot reach its host, as in `http://localhost:8080`. */
  readonly unused?: string;
}

// `www.example.org`, `example.org:8080/blog`
const host = /^(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.){1,9}(?:\p{L}{2,63}|xn--[a-z\d-]{1,59})(?::\d{1,5})?(?![^/?#])/iu;

/** Parses the URL of a site. A host without a scheme gets https; a path is only the folder. */
export function parseSiteUrl(url: string | undefined): SiteUrl {
  const written = url?.trim() ?? "";
  const parsed = URL.parse(withScheme(written), /^\/(?!\/)/.test(written) ? "file://" : undefined);
  const isWeb = parsed !== null && isWebUrl(parsed) && !isLocalHost(parsed.href);
  const unused = written === "" || isWeb || /^[./]/.test(written) ? {} : { unused: written };
  if (parsed === null) return { base: "", ...unused };
  const base = parsed.pathname.replace(/(?<!\/)\/+$/, "");
  return isWeb ? { origin: parsed.origin, base } : { base, ...unused };
}

/** Returns the origin of the URL of a site, also of one that others cannot reach, as an export of a copy on one's own computer has it. */
export function writtenOrigin(url: string | undefined): string | undefined {
  const parsed = URL.parse(withScheme(url?.trim() ?? ""));
  return parsed !== null && isWebUrl(parsed) ? parsed.origin : undefined;
}

function isWebUrl({ protocol }: URL): boolean {
  return /^https?:$/.test(protocol);
}

function withScheme(url: string): string {
  if (host.test(url)) return `https://${url}`;
  return /^\/\/[^/]/.test(url) ? `https:${url}` : url;
}

/** Returns the settings of the URL of an old site. */
export function urlSettings({ origin, unused }: SiteUrl): Pick<OldSettings, "url" | "unusedUrl"> {
  return { url: origin, unusedUrl: unused };
}

const platforms = /(?:^|\.)(?:medium\.com|substack\.com|wordpress\.com|blogspot\.com|tumblr\.com|ghost\.io|write\.as|dev\.to)$/;

/** Returns the origin of a site; undefined for that of a platform, at which no other site can be. */
export function ownOrigin(url: string | undefined): string | undefined {
  const origin = writtenOrigin(url);
  return origin === undefined || platforms.test(new URL(origin).hostname) ? undefined : origin;
}

const repositories = /(?:^|\.)(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|sr\.ht|npmjs\.com|localhost)$/;

/** Returns whether a text is the URL of a repository or a package, or of no site. */
export function isRepositoryHost(url: string | undefined): boolean {
  const { origin } = parseSiteUrl(url);
  return origin !== undefined && repositories.test(new URL(origin).hostname);
}

/** Returns an IANA name; undefined if there is no such time zone. */
export function timezoneIn(name: string | undefined): string | undefined {
  return name !== undefined && isTimeZone(name) ? name : undefined;
}

/** Returns the settings of a written time zone. @param file the configuration file, for a note */
export function timezoneSettings(name: string | undefined, file: string): Pick<OldSettings, "timezone" | "unusedTimezone"> {
  const timezone = timezoneIn(name);
  return { timezone, ...(name !== undefined && timezone === undefined && { unusedTimezone: { value: name, file } }) };
}

/** Returns a language tag of a configuration, such as `en_US`, as BCP 47 has it; undefined for `default` and the like. */
export function languageIn(tag: string | undefined): string | undefined {
  return tag !== undefined && /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i.test(tag) ? tag.replaceAll("_", "-") : undefined;
}
