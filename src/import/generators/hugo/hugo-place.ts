import { tableOf, textIn } from "../../../base/table-values.ts";
import { parseSiteUrl } from "../../configuration/site-url.ts";
import type { HugoSite } from "./hugo-site.ts";

/** The place of a language in the addresses of the site. */
export interface LanguagePlace {
  /** The path of `baseURL`. */
  readonly base: string;
  /** The folder of the language: `/fr`; empty if it has none. */
  readonly prefix: string;
  /** True if the language has an own `baseURL`, which is that of all its addresses. */
  readonly isOwn: boolean;
  /** The `baseURL` of a language that was on another host, without the last slash. */
  readonly otherUrl?: string;
}

/** Finds the place of a language (gohugo.io/configuration/languages). A language that was on another host is in a folder here. */
export function placeOfLanguage({ base, languages, origin, values }: HugoSite, language: string): LanguagePlace {
  const written = textIn(tableOf(tableOf(values["languages"])[language])["baseurl"]);
  const isDefault = language === languages.byDefault;
  if (written === undefined) return { base, prefix: isDefault && !languages.inSubfolder ? "" : `/${language}`, isOwn: false };
  const own = parseSiteUrl(written);
  if (isDefault || own.origin === undefined || own.origin === origin) return { base: own.base, prefix: "", isOwn: true };
  return { base, prefix: `/${language}`, isOwn: true, otherUrl: own.origin + own.base };
}
