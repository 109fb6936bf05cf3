import { baseName, folderOf, withoutExtension } from "../../../base/file-path.ts";
import { type Table, textIn } from "../../../base/table-values.ts";
import { expandPattern, isPattern } from "../../../settings/permalink-pattern.ts";
import { withoutTrailingPoints } from "../../site-rules/site-path.ts";
import { collectionsOf, type JekyllConfig } from "./jekyll-config.ts";
import { fillUrlTemplate, type JekyllDocument, sanitizeJekyllPath, templateOf, withEnding } from "./jekyll-permalink.ts";

/** Computes the addresses of a Jekyll site. */
export class JekyllAddresses {
  readonly #base: string;
  readonly #style: string;
  readonly #collections: ReadonlyMap<string, Table>;

  constructor(config: JekyllConfig) {
    this.#base = config.url.base;
    this.#style = textIn(config.values["permalink"]) ?? "date";
    this.#collections = collectionsOf(config);
  }

  /**
   * Returns the decoded path of a post or a document; undefined if its template has a date that it lacks, or an unknown part.
   * @param own the `permalink` of its front matter
   */
  pathOf(document: JekyllDocument, own: string | undefined): string | undefined {
    const path = fillUrlTemplate(own ?? this.#templateOf(document.label), document);
    return path === undefined ? undefined : this.#prefixed(path);
  }

  /** Returns the pattern, in the tokens of the settings, that makes the addresses of posts; undefined if they follow no pattern of ours. */
  patternOf({ label }: JekyllDocument): string | undefined {
    const pattern = `${this.#base}${expandPattern(this.#templateOf(label).replaceAll(":collection", label))}`;
    return label === "posts" && isPattern(pattern) ? pattern : undefined;
  }

  /** Returns the name of the style that the configuration has, such as `pretty`, if it names a pattern of posts; otherwise the pattern. */
  styleOf(pattern: string): string {
    const isStyle = this.#templateOf("posts") === templateOf(this.#style) && pattern === expandPattern(this.#style);
    return isStyle ? this.#style : pattern;
  }

  /** Returns the decoded path of a page. @param own the `permalink` of its front matter */
  pathOfPage(path: string, own: string | undefined): string {
    const name = withoutTrailingPoints(withoutExtension(baseName(path)));
    const template = own ?? (name === "index" ? "/:path/" : withEnding("/:path/:basename", this.#style));
    const filled = template.replaceAll(":path", folderOf(path)).replaceAll(":basename", name).replaceAll(":output_ext", ".html");
    return this.#prefixed(sanitizeJekyllPath(filled));
  }

  #templateOf(label: string): string {
    const own = textIn(this.#collections.get(label)?.["permalink"]);
    if (own !== undefined) return templateOf(own);
    return label === "posts" ? templateOf(this.#style) : withEnding("/:collection/:path", this.#style);
  }

  #prefixed(path: string): string {
    return this.#base + path.replace(/\/index\.html$/, "/");
  }
}
