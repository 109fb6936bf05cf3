import { type Table, tableOf } from "../../../base/table-values.ts";
import { addressPath } from "../../site-rules/site-path.ts";

/**
 * Returns the address that `getRelativeLocaleUrl(locale, path)` makes (docs.astro.build/en/reference/modules/astro-i18n); undefined if the
 * configuration of the languages is not plain.
 */
export function localeUrl([locale, path = ""]: readonly unknown[], options: Table, base: string): string | undefined {
  const { defaultLocale, domains, locales, routing } = tableOf(options["i18n"]);
  const { prefixDefaultLocale = false } = tableOf(routing);
  const isListed = Array.isArray(locales) && locales.includes(locale) && locales.every((each) => typeof each === "string");
  if (
    typeof locale !== "string" ||
    typeof path !== "string" ||
    !isListed ||
    domains !== undefined ||
    typeof prefixDefaultLocale !== "boolean"
  )
    return undefined;
  if (routing !== undefined && typeof routing !== "object") return undefined; // routing: "manual"
  const prefix = locale === defaultLocale && !prefixDefaultLocale ? "" : locale.toLowerCase().replaceAll("_", "-");
  const { trailingSlash = "ignore" } = options;
  const hasSlash = trailingSlash === "always" || (trailingSlash === "ignore" && tableOf(options["build"])["format"] !== "file");
  return addressPath(base, prefix, path).replace(/\/$/, "") + (hasSlash ? "/" : "") || "/";
}
