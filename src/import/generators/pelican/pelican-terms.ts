import { textIn, textsIn } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import type { OldList } from "../../old-pages/old-list.ts";
import type { PelicanConfig } from "./pelican-settings.ts";
import { slugMaker } from "./pelican-slug.ts";

/** The slugs of the categories and of the tags that the posts of a site have. */
export class PelicanTerms {
  readonly #slugs = { CATEGORY: new Set<string>(), TAG: new Set<string>() };
  readonly #slugOf;

  constructor({ settings }: Pick<PelicanConfig, "settings">) {
    this.#slugOf = { CATEGORY: slugMaker(settings, "CATEGORY"), TAG: slugMaker(settings, "TAG") };
  }

  /** Adds the terms of a post. */
  add({ category, tags }: FrontMatterTable): void {
    const name = textIn(category);
    if (name !== undefined) this.#slugs.CATEGORY.add(this.#slugOf.CATEGORY(name));
    for (const tag of textsIn([tags].flat())) this.#slugs.TAG.add(this.#slugOf.TAG(tag));
  }

  /** Returns the condition of terms with a list of a kind. It is final once all posts were added. */
  filterOf(kind: "AUTHOR" | "CATEGORY" | "TAG"): Pick<OldList, "hasTerm"> {
    return kind === "AUTHOR" ? {} : { hasTerm: (name) => this.#slugs[kind].has(this.#slugOf[kind](name)) };
  }
}
