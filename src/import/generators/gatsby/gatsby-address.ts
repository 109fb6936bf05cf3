import { withoutExtension } from "../../../base/file-path.ts";
import type { Table } from "../../../base/table-values.ts";
import { textIn } from "../../../base/table-values.ts";
import type { SiteFile } from "../../site-rules/old-site.ts";
import { addressPath } from "../../site-rules/site-path.ts";
import type { GatsbyRoute } from "./gatsby-routes.ts";

/** The decoded path of a post, and the pattern, in the tokens of the settings, that most posts have. */
export interface PostAddress {
  readonly path: string;
  readonly pattern: string;
}

/** Computes the addresses of a Gatsby site. */
export class GatsbyAddresses {
  readonly #prefix: string;
  readonly #route: GatsbyRoute | undefined;
  readonly #endsWithoutSlash: boolean;

  /** @param prefix the path below which the site is published @param route the rule of the addresses of posts, if it is known */
  constructor(options: Table, prefix: string, route: GatsbyRoute | undefined) {
    this.#prefix = prefix;
    this.#route = route;
    this.#endsWithoutSlash = options["trailingSlash"] === "never";
  }

  /**
   * Returns the address of a post; undefined if it is unknown.
   * @param own the path below the folder of its source
   * @param source the name of that folder in the configuration
   */
  ofPost({ frontMatter }: SiteFile, own: string, source: string | undefined): PostAddress | undefined {
    if (this.#route === undefined) return undefined;
    const { hasFilePath, key, prefix, suffix } = this.#route;
    const written = key === undefined ? undefined : textIn(frontMatter[key]);
    const value = written ?? (hasFilePath ? createdFilePath(own, this.#route, source) : undefined);
    if (value === undefined) return undefined;
    const address = value + suffix;
    return {
      path: this.#ended(addressPath(this.#prefix, prefix, address)),
      pattern: this.#ended(addressPath(this.#prefix, prefix, `:sections/:filename${address.endsWith("/") ? "/" : ""}`)),
    };
  }

  /** Returns the path that createFilePath makes of a text. @param own and `source` as in `ofPost` */
  createdPath(own: string, source: string | undefined): string {
    return createdFilePath(own, this.#route ?? byDefault, source) ?? filePath(own, true);
  }

  /** Returns the decoded path of a page. @param own the path below `src/pages` */
  ofPage(own: string): string {
    return this.#ended(addressPath(this.#prefix, filePath(own, true)));
  }

  #ended(address: string): string {
    return this.#endsWithoutSlash ? address.replace(/(?<=.)\/$/, "") : address;
  }
}

// As path.relative() of Node.js, whose `..` createFilePath loses: the folders that both have are removed.
function withoutBase(path: string, base: string): string {
  const [names, others] = [path.split("/"), base.split("/")];
  const different = names.findIndex((name, index) => name !== others[index] || index === names.length - 1);
  return names.slice(different).join("/");
}

const byDefault = { basePath: "src/pages", basePaths: new Map<string, string>(), endsWithSlash: true };

/**
 * Returns the path that createFilePath of gatsby-source-filesystem makes of a file; undefined if its `basePath` is unknown.
 * @param path below the folder of its source
 * @param source the name of that folder in the configuration
 */
export function createdFilePath(
  path: string,
  { basePath, basePaths, endsWithSlash }: Pick<GatsbyRoute, "basePath" | "basePaths" | "endsWithSlash">,
  source: string | undefined,
): string | undefined {
  const base = basePath ?? basePaths.get(source ?? "");
  return base === undefined ? undefined : filePath(withoutBase(path, base), endsWithSlash);
}

function filePath(path: string, endsWithSlash: boolean): string {
  const name = withoutExtension(path).replace(/(?:^|\/)index$/, "");
  return addressPath(name, endsWithSlash ? "/" : "");
}
