import { slug as githubSlug } from "github-slugger";
import { withoutExtension } from "../../../base/file-path.ts";
import { tableOf, textIn } from "../../../base/table-values.ts";
import { dateOfPath } from "../../../content/metadata/date-of-path.ts";
import { instantOf, writtenDate } from "../../site-rules/front-matter-date.ts";
import type { SiteFile } from "../../site-rules/old-site.ts";
import { addressPath } from "../../site-rules/site-path.ts";
import { matchedPart } from "./astro-params.ts";
import { type AstroRoute, fillRoute } from "./astro-routes.ts";

/** The decoded path of an entry, and the pattern, in the tokens of the settings, that most entries of its collection have. */
export interface EntryAddress {
  readonly path: string;
  readonly pattern: string | undefined;
}

/** Computes the addresses of an Astro site. */
export class AstroAddresses {
  /** The path below which the site is: the option `base`. */
  readonly base: string;
  /** True if addresses end with a slash. */
  readonly endWithSlash: boolean;
  readonly #format: unknown;
  readonly #slash: string;

  // docs.astro.build/en/reference/configuration-reference, build.format and trailingSlash.
  constructor(options: Readonly<Record<string, unknown>>) {
    this.base = textIn(options["base"]) ?? "";
    this.#format = tableOf(options["build"])["format"];
    this.#slash = options["trailingSlash"] === "never" ? "" : "/";
    this.endWithSlash = this.#slash !== "" && (this.#format === undefined || this.#format === "directory");
  }

  /**
   * Returns the address of an entry; undefined if its route does not determine it.
   * @param isAlone true if no other collection is published, so that its pattern may have the prefix of the route
   */
  ofEntry(file: SiteFile, id: string, route: AstroRoute, isAlone: boolean): EntryAddress | undefined {
    const { frontMatter, path } = file;
    const end = this.#ending(route.isIndex);
    if (route.matched !== undefined) return this.#ofMatched(id, route, route.matched);
    if (route.prefix === undefined || !route.endsWithId) return undefined;
    if (route.pattern === undefined)
      return {
        path: addressPath(this.base, route.prefix, id) + end,
        pattern: addressPath(this.base, isAlone ? route.prefix : "", `:sections/:filename${end}`),
      };
    const instant = instantOf(writtenDate(frontMatter) ?? dateOfPath(path));
    const filled = fillRoute({ ...route, pattern: route.pattern }, id, instant);
    return filled && { path: addressPath(this.base, filled.path) + end, pattern: addressPath(this.base, filled.pattern) + end };
  }

  /**
   * Returns the address of an entry whose page has parameters that code computes; undefined if one of them is missing.
   * @param page the path of the page below `src/pages`
   */
  ofParams(page: string, params: ReadonlyMap<string, string>, { isIndex, prefix }: AstroRoute, isAlone: boolean): EntryAddress | undefined {
    let isKnown = true;
    const path = withoutExtension(page)
      .replace(/\/index$/, "")
      .replace(/\[(\.{3})?(\w+)\]/g, (_, rest: string | undefined, name: string) => {
        const value = params.get(name) ?? "";
        isKnown &&= value !== "" || rest !== undefined;
        return value;
      });
    const end = this.#ending(isIndex);
    const pattern = prefix === undefined ? undefined : addressPath(this.base, isAlone ? prefix : "", `:sections/:filename${end}`);
    return isKnown ? { path: addressPath(this.base, path).replace(/(?<!^)\/$/, "") + end, pattern } : undefined;
  }

  // A regular expression of the page takes the id apart.
  #ofMatched(
    id: string,
    { isIndex, pattern }: AstroRoute,
    { params, template }: Required<AstroRoute>["matched"],
  ): EntryAddress | undefined {
    const parts = new Map([...params].map(([name, names]) => [name, matchedPart(names, id)]));
    if ([...parts.values()].includes(undefined)) return undefined;
    const path = template.replace(/\[(\w+)\]/g, (_, name: string) => parts.get(name) ?? "");
    if (path.includes("[")) return undefined;
    const end = this.#ending(isIndex);
    return { path: addressPath(this.base, path) + end, pattern: pattern && addressPath(this.base, pattern, ":name") + end };
  }

  /** Returns the decoded path of a page. @param own the path below `src/pages` */
  ofPage(own: string): string {
    const name = withoutExtension(own).replace(/(?:^|\/)index$/, "");
    return addressPath(this.base, name) + (name === "" ? "" : this.#ending(/(?:^|\/)index\.\w+$/.test(own)));
  }

  #ending(isIndex: boolean): string {
    return this.#format === "file" || (this.#format === "preserve" && !isIndex) ? ".html" : this.#slash;
  }
}

/** Returns the id of an entry. @param own its path below the base of the collection */
export function entryId({ frontMatter }: SiteFile, own: string): string {
  return textIn(frontMatter["slug"]) ?? idOf(own);
}

// The id of a file without a `slug` (docs.astro.build/en/reference/content-loader-reference, "glob() loader").
function idOf(path: string): string {
  return withoutExtension(path)
    .split("/")
    .map((name) => githubSlug(name))
    .join("/")
    .replace(/\/index$/, "");
}
