import { isTimeZone } from "../../settings/site-settings.ts";

/** The URL of an old site: its origin, and the path of the folder that it is served from, without the last slash. */
export interface SiteUrl {
  readonly origin?: string;
  readonly base: string;
}

/** Parses the URL of a site; without a scheme it is only the folder. */
export function parseSiteUrl(url: string | undefined): SiteUrl {
  const parsed = URL.parse(url ?? "", /^\/(?!\/)/.test(url ?? "") ? "file://" : undefined);
  if (parsed === null) return { base: "" };
  const base = parsed.pathname.replace(/(?<!\/)\/+$/, "");
  return /^https?:$/.test(parsed.protocol) ? { origin: parsed.origin, base } : { base };
}

const platforms = /(?:^|\.)(?:medium\.com|substack\.com|wordpress\.com|blogspot\.com|tumblr\.com|ghost\.io|write\.as|dev\.to)$/;

/** Returns the origin of a site; undefined for that of a platform, at which no other site can be. */
export function ownOrigin(url: string | undefined): string | undefined {
  const { origin } = parseSiteUrl(url);
  return origin === undefined || platforms.test(new URL(origin).hostname) ? undefined : origin;
}

/** Returns an IANA name; undefined if there is no such time zone. */
export function timezoneIn(name: string | undefined): string | undefined {
  return name !== undefined && isTimeZone(name) ? name : undefined;
}

/** Returns a language tag of a configuration, such as `en_US`, as BCP 47 has it; undefined for `default` and the like. */
export function languageIn(tag: string | undefined): string | undefined {
  return tag !== undefined && /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i.test(tag) ? tag.replaceAll("_", "-") : undefined;
}
