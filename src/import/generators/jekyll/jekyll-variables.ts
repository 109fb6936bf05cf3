import type { OldSettings, SiteFile } from "../../site-rules/old-site.ts";
import type { JekyllConfig } from "./jekyll-config.ts";
import type { JekyllDefaults } from "./jekyll-defaults.ts";
import { documentOf } from "./jekyll-document.ts";
import { pageValues } from "./jekyll-page-values.ts";
import { type JekyllPlaces, typeOf } from "./jekyll-places.ts";

/** The variables of the templates of a Jekyll site (jekyllrb.com/docs/variables). */
export class JekyllTemplates {
  readonly #config: JekyllConfig;
  readonly #places: JekyllPlaces;
  readonly #defaults: JekyllDefaults;
  readonly #timezone: string;

  constructor(
    config: JekyllConfig,
    { defaults, places }: { readonly defaults: JekyllDefaults; readonly places: JekyllPlaces },
    settings: OldSettings,
  ) {
    this.#config = config;
    this.#places = places;
    this.#defaults = defaults;
    this.#timezone = settings.timezone ?? "UTC";
  }

  /** Returns the variables of a text; undefined if Jekyll does not read the file. @param address its path with `baseurl`, if it is known */
  valuesOf(file: SiteFile, address: string | undefined): Readonly<Record<string, unknown>> | undefined {
    const place = this.#places.of(file.path);
    if (place === undefined) return undefined;
    const { url, values } = this.#config;
    const all = { ...file, frontMatter: { ...this.#defaults.of(place.path, typeOf(place)), ...file.frontMatter } };
    const document = place.kind === "other" ? undefined : documentOf(all.frontMatter, place, this.#timezone);
    const own = address?.startsWith(`${url.base}/`) ? address.slice(url.base.length) : address;
    return {
      site: { ...values, url: url.origin ?? "", baseurl: url.base },
      page: pageValues({ file: all, place, document, url: own, timezone: this.#timezone }),
    };
  }
}
