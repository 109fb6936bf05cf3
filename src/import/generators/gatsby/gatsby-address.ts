import { withoutExtension } from "../../../base/file-path.ts";
import type { Table } from "../../../base/table-values.ts";
import { textIn } from "../../../base/table-values.ts";
import type { SiteFile } from "../../site-rules/old-site.ts";
import { addressPath } from "../../site-rules/site-path.ts";
import type { SourcePlace } from "./gatsby-nodes.ts";
import type { GatsbyPaths } from "./gatsby-paths.ts";
import type { FilePathRule, GatsbyRoute } from "./gatsby-routes.ts";

/** The decoded path of a post, and the pattern, in the tokens of the settings, that most posts have. */
export interface PostAddress {
  readonly path: string;
  readonly pattern: string;
}

/** The rules of the paths of posts. */
export interface GatsbyPathRules {
  /** That of all posts, if it is known. */
  readonly route: GatsbyRoute | undefined;
  readonly files: FilePathRule;
  /** The paths that code computes for each post. */
  readonly paths: GatsbyPaths;
}

/** Computes the addresses of a Gatsby site. */
export class GatsbyAddresses {
  readonly #prefix: string;
  readonly #rules: GatsbyPathRules;
  #known = 0;
  #unknown = 0;
  readonly #endsWithoutSlash: boolean;

  /** @param prefix the path below which the site is published */
  constructor(options: Table, prefix: string, rules: GatsbyPathRules) {
    this.#prefix = prefix;
    this.#rules = rules;
    this.#endsWithoutSlash = options["trailingSlash"] === "never";
  }

  /** True if the code is the only rule of the paths of posts, and does not determine them. */
  get hasUnknown(): boolean {
    return this.#rules.route === undefined && (this.#known === 0 || this.#unknown > 0);
  }

  /** Returns the address of a post; undefined if it is unknown. */
  ofPost(file: SiteFile, place: SourcePlace): PostAddress | undefined {
    const { files, paths, route } = this.#rules;
    if (route === undefined) {
      const path = paths.pathOf(file, place);
      if (path === undefined) this.#unknown++;
      else this.#known++;
      return path === undefined ? undefined : this.#computed(path, place);
    }
    const { hasFilePath, key, needsSlash, prefix, suffix } = route;
    const written = key === undefined ? undefined : textIn(file.frontMatter[key]);
    const value = written ?? (hasFilePath ? createdFilePath(place.own, files, place.source) : undefined);
    if (value === undefined || (needsSlash && !value.startsWith("/"))) return undefined;
    return this.#addressOf(prefix, value + suffix);
  }

  /** Returns the path that createFilePath makes of a text; undefined if it is unknown. @param own the path below the folder of its source */
  createdPath(own: string, source: string | undefined): string | undefined {
    return createdFilePath(own, this.#rules.files, source);
  }

  #computed(path: string, { slug }: SourcePlace): PostAddress {
    const prefix = slug !== undefined && path.endsWith(slug) ? path.slice(0, path.length - slug.length) : "";
    return this.#addressOf(prefix, path.slice(prefix.length));
  }

  #addressOf(prefix: string, address: string): PostAddress {
    return {
      path: this.#ended(addressPath(this.#prefix, prefix, address)),
      pattern: this.#ended(addressPath(this.#prefix, prefix, `:sections/:filename${address.endsWith("/") ? "/" : ""}`)),
    };
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

/**
 * Returns the path that createFilePath of gatsby-source-filesystem makes of a file; undefined if its `basePath` is unknown.
 * @param path below the folder of its source
 * @param source the name of that folder in the configuration
 */
export function createdFilePath(
  path: string,
  { basePath, basePaths, endsWithSlash }: FilePathRule,
  source: string | undefined,
): string | undefined {
  const base = basePath ?? basePaths.get(source ?? "");
  return base === undefined ? undefined : filePath(withoutBase(path, base), endsWithSlash);
}

function filePath(path: string, endsWithSlash: boolean): string {
  const name = withoutExtension(path).replace(/(?:^|\/)index$/, "");
  return addressPath(name, endsWithSlash ? "/" : "");
}
