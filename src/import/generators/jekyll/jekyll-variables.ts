import { lazy } from "../../../base/lazy.ts";
import type { Table } from "../../../base/table-values.ts";
import type { OldSettings, SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import { collectionsOf, type JekyllConfig } from "./jekyll-config.ts";
import { siteData } from "./jekyll-data.ts";
import type { JekyllDefaults } from "./jekyll-defaults.ts";
import { documentOf } from "./jekyll-document.ts";
import { pageValues } from "./jekyll-page-values.ts";
import { type JekyllPlaces, typeOf } from "./jekyll-places.ts";
import { withDefaults } from "./with-defaults.ts";

/** The members of `site` that Jekyll computes or has defaults for; the usual plugins add the last line. */
const namesOfSite = [
  "time pages posts related_posts static_files html_pages html_files collections documents categories tags drafts",
  "source destination collections_dir plugins_dir layouts_dir data_dir includes_dir include exclude keep_files encoding markdown_ext",
  "cache_dir strict_front_matter show_drafts limit_posts future unpublished whitelist plugins gems markdown highlighter lsi",
  "excerpt_separator incremental detach port host show_dir_listing permalink paginate_path timezone quiet verbose defaults",
  "liquid rdiscount redcarpet kramdown safe theme theme_path serving watch livereload disable_disk_cache profile config",
  "github active_lang last_modified_at git translations feed",
].flatMap((line) => line.split(" "));

/** The members of `page` that Jekyll or the usual plugins compute. */
const namesOfPage = [
  "title content excerpt output previous next relative_path ext url id date dir name path slug collection draft categories tags layout",
  "last_modified_at git related_posts rendered_lang permalink_lang redirect_from redirect_to image_size words reading_time github autopages",
].flatMap((line) => line.split(" "));

/** The variables of the templates of a Jekyll site (jekyllrb.com/docs/variables). */
export class JekyllTemplates {
  readonly #config: JekyllConfig;
  readonly #places: JekyllPlaces;
  readonly #defaults: JekyllDefaults;
  readonly #timezone: string;
  readonly #unknown: Table;
  readonly #data: () => Table;

  constructor(
    config: JekyllConfig,
    { defaults, places }: { readonly defaults: JekyllDefaults; readonly places: JekyllPlaces },
    settings: OldSettings,
    folder: SiteFolder,
  ) {
    this.#config = config;
    this.#places = places;
    this.#defaults = defaults;
    this.#timezone = settings.timezone ?? "UTC";
    this.#unknown = unknownValues([...namesOfSite, ...collectionsOf(config).keys()]);
    this.#data = lazy(() => siteData(folder, config));
  }

  /** Returns the variables of a text; undefined if Jekyll does not read the file. @param address its path with `baseurl`, if it is known */
  valuesOf(file: SiteFile, address: string | undefined): Readonly<Record<string, unknown>> | undefined {
    const place = this.#places.of(file.path);
    if (place === undefined) return undefined;
    const { url, values } = this.#config;
    const all = { ...file, frontMatter: withDefaults(this.#defaults.of(place.path, typeOf(place)), file.frontMatter, place) };
    const document = place.kind === "other" ? undefined : documentOf(all, place, this.#timezone);
    const own = address?.startsWith(`${url.base}/`) ? address.slice(url.base.length) : address;
    return {
      ...unknownValues(["layout", "content", "paginator", "theme", "include"]),
      jekyll: { environment: "production", version: undefined },
      site: { ...this.#unknown, ...values, data: this.#data(), url: url.origin ?? "", baseurl: url.base },
      page: {
        ...unknownValues([...namesOfPage, ...(isMultilingual(values) ? ["lang"] : [])]),
        ...pageValues({ file: all, place, document, url: own, timezone: this.#timezone }),
      },
    };
  }
}

function unknownValues(names: readonly string[]): Table {
  return Object.fromEntries(names.map((name) => [name, undefined]));
}

// Plugins for sites in several languages give each page its language.
function isMultilingual(values: Table): boolean {
  return ["languages", "default_lang", "exclude_from_localization"].some((name) => Object.hasOwn(values, name));
}
