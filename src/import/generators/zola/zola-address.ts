import type { Table } from "../../../base/table-values.ts";
import { textIn } from "../../../base/table-values.ts";
import { joinPath } from "../../site-rules/site-path.ts";
import { slugRules } from "./zola-config.ts";
import type { ZolaPage } from "./zola-page.ts";
import { zolaSlug } from "./zola-slug.ts";

/** Computes the addresses of a Zola site. */
export class ZolaAddresses {
  readonly #base: string;
  readonly #byDefault: string;
  readonly #rules: ReturnType<typeof slugRules>;

  /** @param base the path of `base_url` @param byDefault the language whose addresses have no prefix */
  constructor(values: Table, base: string, byDefault: string) {
    this.#base = base;
    this.#byDefault = byDefault;
    this.#rules = slugRules(values);
  }

  /** Returns the decoded path of a page. */
  pathOf({ folders, frontMatter, language, name, nameAfterDate }: ZolaPage): string {
    const own = textIn(frontMatter["path"]);
    if (own !== undefined) return this.#base + slashed(own);
    const { keepsDates, strategy } = this.#rules;
    const slug = zolaSlug(textIn(frontMatter["slug"]) ?? (keepsDates ? undefined : nameAfterDate) ?? name, strategy);
    return this.#base + slashed(joinPath(language === this.#byDefault ? "" : language, folders, slug));
  }

  /** Returns the path of the front page in a language. */
  ofFrontPage(language: string): string {
    return this.#base + slashed(language === this.#byDefault ? "" : language);
  }

  /** Returns the pattern, in the tokens of the settings, that all pages without a path of their own have. */
  patternOf(): string {
    return `${this.#base}/:sections/:slug/`;
  }

  /** Returns an alias as a path from the root: aliases are below the path of base_url. */
  aliasOf(alias: string): string {
    return this.#base + slashed(alias);
  }
}

function slashed(path: string): string {
  return `/${path}/`.replace(/\/{2,}/g, "/");
}
