import { type Table, tableOf, textIn } from "../../../base/table-values.ts";
import type { ValuePart } from "../../configuration/given-values.ts";
import { loadedCode } from "../../configuration/loaded-code.ts";
import { parseSiteUrl } from "../../configuration/site-url.ts";
import { feedIdParts } from "../../feed-code/feed-id-parts.ts";
import type { SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import { differingId } from "../../site-rules/readable-path.ts";
import { starterValues } from "../../site-rules/starter-values.ts";
import type { GatsbyPathRules } from "./gatsby-address.ts";
import type { GatsbyCode } from "./gatsby-code.ts";
import type { SourcePlace } from "./gatsby-nodes.ts";
import { knownFieldValues } from "./gatsby-routes.ts";

/** The inputs of the ids of a feed. */
export interface GatsbyIdOptions {
  /** The path of the configuration. */
  readonly path: string;
  readonly code: GatsbyCode;
  readonly plugins: readonly Table[];
  readonly metadata: Table;
  readonly rules: Pick<GatsbyPathRules, "paths">;
}

// gatsby-plugin-feed, src/internals.js
const byDefault: readonly ValuePart[] = [
  ["site", "siteMetadata", "siteUrl"],
  ["node", "fields", "slug"],
];

/**
 * The ids of the entries in the feed of gatsby-plugin-feed. They are texts that code joins, usually `siteUrl` and the slug of a post: a
 * `siteUrl` that ends with a slash makes `https://example.org//moon/`.
 */
export class GatsbyIds {
  readonly #path: string;
  readonly #metadata: Table;
  readonly #paths: GatsbyPathRules["paths"];
  readonly #code: GatsbyCode;
  readonly #origin: string | undefined;
  /** True if the code makes items, but their ids were not found. */
  readonly #isUnread: boolean;
  readonly #found: readonly (readonly ValuePart[])[];
  /** True if a field of a post is known, or unknown. */
  #hasKnown = false;
  #hasUnknown = false;

  constructor(folder: SiteFolder, { code, metadata, path, plugins, rules }: GatsbyIdOptions) {
    this.#path = path;
    this.#metadata = metadata;
    this.#paths = rules.paths;
    this.#code = code;
    const quiet = { paths: folder.paths, read: (name: string) => folder.read(name) }; // faults were reported already
    const { origin } = parseSiteUrl(textIn(metadata["siteUrl"]));
    this.#origin = starterValues({ url: origin }).url === undefined ? origin : undefined;
    const feeds = plugins.filter((plugin) => /gatsby-plugin-(?:feed|rss)/.test(nameOfPlugin(plugin)));
    const programs = feeds.length === 0 ? [] : loadedCode(quiet, path).flatMap(({ program }) => program ?? []);
    const written = feedIdParts(programs, programs);
    this.#isUnread = written.length === 0 && feeds.some(hasItems);
    this.#found = feeds.length > 0 && written.length === 0 && feeds.every(hasNoFeeds) ? [byDefault] : written;
  }

  /** Returns the id of a post if it is not its address. @param address decoded */
  ofPost(file: SiteFile, place: SourcePlace, address: string | undefined): string | undefined {
    const [parts, ...others] = this.#found;
    if (this.#origin === undefined || parts === undefined || others.length > 0) return undefined;
    const values = parts.map((part) => (typeof part === "string" ? part : this.#valueOf(part, file, place)));
    const id = values.includes(undefined) ? undefined : values.join("").trim();
    return id && /^https?:/.test(id) ? differingId(id, this.#origin, address) : id || undefined;
  }

  /** Returns a note if the ids are unknown. */
  get notes(): string[] {
    const [parts, ...others] = this.#found;
    if (this.#origin === undefined || (parts === undefined && !this.#isUnread)) return [];
    const isKnown = others.length === 0 && !this.#hasUnknown && parts?.every((part) => typeof part === "string" || this.#isKnown(part));
    return isKnown
      ? []
      : [
          `Cannot compute the ids that ${this.#path} gives to the feed: compare one with its address, and write id into the posts if it differs`,
        ];
  }

  // Fields are known only for each post.
  #isKnown(names: readonly string[]): boolean {
    const [, table] = names.toReversed();
    return table === "frontmatter" || (table === "fields" && this.#hasKnown) || this.#metadataOf(names) !== undefined;
  }

  #valueOf(names: readonly string[], file: SiteFile, place: SourcePlace): string | undefined {
    const [key = "", table] = names.toReversed();
    if (table === "frontmatter") return textIn(file.frontMatter[key]);
    if (table !== "fields") return this.#metadataOf(names);
    const value = this.#paths.fieldOf(key, file, place) ?? this.#writtenField(key, file, place);
    if (value === undefined) this.#hasUnknown = true;
    else this.#hasKnown = true;
    return value;
  }

  // Code that is not computed may choose between the key of front matter and the path of the file.
  #writtenField(key: string, { frontMatter }: SiteFile, { slug }: SourcePlace): string | undefined {
    const values = knownFieldValues(this.#code.programs, key) ?? [];
    const written = values.filter((value) => value.table === "frontmatter" && textIn(frontMatter[value.key]) !== undefined);
    const [value, ...others] = written.length > 0 ? written : values.filter(({ table }) => table === "createFilePath");
    const inner = value?.table === "frontmatter" ? textIn(frontMatter[value.key]) : slug;
    return value === undefined || inner === undefined || others.length > 0 ? undefined : value.before + inner + value.suffix;
  }

  // A query may rename it: `site_url: siteUrl`.
  #metadataOf(names: readonly string[]): string | undefined {
    const last = names.at(-1) ?? "";
    return textIn(this.#metadata[last]) ?? (/^(?:site_?)?url$/i.test(last) ? textIn(this.#metadata["siteUrl"]) : undefined);
  }
}

function nameOfPlugin(plugin: Table): string {
  return String(plugin["resolve"] ?? "");
}

function hasNoFeeds(plugin: Table): boolean {
  return tableOf(plugin["options"])["feeds"] === undefined;
}

// Without `serialize`, the plugin makes the items itself.
function hasItems(plugin: Table): boolean {
  return [tableOf(plugin["options"])["feeds"]].flat().some((feed) => "serialize" in tableOf(feed));
}
