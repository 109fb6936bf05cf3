import { type Table, tableOf, textIn } from "../../../base/table-values.ts";
import type { ValuePart } from "../../configuration/given-values.ts";
import { loadedCode } from "../../configuration/loaded-code.ts";
import { parseSiteUrl } from "../../configuration/site-url.ts";
import { feedIdParts } from "../../feed-code/feed-id-parts.ts";
import type { SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import { differingId } from "../../site-rules/readable-path.ts";
import { starterValues } from "../../site-rules/starter-values.ts";
import { createdFilePath } from "./gatsby-address.ts";
import { type GatsbyCode, readGatsbyCode } from "./gatsby-code.ts";
import type { SourcePlace } from "./gatsby-nodes.ts";
import { type GatsbyRoute, knownFieldValues } from "./gatsby-routes.ts";

/** The inputs of the ids of a feed. */
export interface GatsbyIdOptions {
  /** The path of the configuration. */
  readonly path: string;
  readonly root: string;
  readonly plugins: readonly Table[];
  readonly metadata: Table;
  readonly route: GatsbyRoute | undefined;
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
  readonly #route: GatsbyRoute | undefined;
  readonly #code: GatsbyCode;
  readonly #origin: string | undefined;
  /** True if the code makes items, but their ids were not found. */
  readonly #isUnread: boolean;
  readonly #found: readonly (readonly ValuePart[])[];

  constructor(folder: SiteFolder, { metadata, path, plugins, root, route }: GatsbyIdOptions) {
    this.#path = path;
    this.#metadata = metadata;
    this.#route = route;
    const quiet = { paths: folder.paths, read: (name: string) => folder.read(name) }; // faults were reported already
    this.#code = readGatsbyCode(quiet, root);
    const { origin } = parseSiteUrl(textIn(metadata["siteUrl"]));
    this.#origin = starterValues({ url: origin }).url === undefined ? origin : undefined;
    const feeds = plugins.filter((plugin) => /gatsby-plugin-(?:feed|rss)/.test(nameOfPlugin(plugin)));
    const programs = feeds.length === 0 ? [] : loadedCode(quiet, path).flatMap(({ program }) => program ?? []);
    const written = feedIdParts(programs, programs);
    this.#isUnread = written.length === 0 && feeds.some(hasItems);
    this.#found = feeds.length > 0 && written.length === 0 && feeds.every(hasNoFeeds) ? [byDefault] : written;
  }

  /** Returns the id of a post if it is not its address. @param address decoded */
  ofPost(file: SiteFile, place: Place, address: string | undefined): string | undefined {
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
    const isKnown = others.length === 0 && parts?.every((part) => typeof part === "string" || this.#isKnown(part));
    return isKnown
      ? []
      : [
          `Cannot compute the ids that ${this.#path} gives to the feed: compare one with its address, and write id into the posts if it differs`,
        ];
  }

  #isKnown(names: readonly string[]): boolean {
    const [key = "", table] = names.toReversed();
    if (table === "frontmatter") return true;
    return table === "fields" ? knownFieldValues(this.#code.programs, key) !== undefined : this.#metadataOf(names) !== undefined;
  }

  #valueOf(names: readonly string[], { frontMatter }: SiteFile, { own, source }: Place): string | undefined {
    const [key = "", table] = names.toReversed();
    if (table === "frontmatter") return textIn(frontMatter[key]);
    if (table !== "fields") return this.#metadataOf(names);
    const values = knownFieldValues(this.#code.programs, key) ?? [];
    const written = values.find((value) => value.table === "frontmatter" && textIn(frontMatter[value.key]) !== undefined);
    if (written !== undefined) return written.before + textIn(frontMatter[written.key]) + written.suffix;
    const created = values.find((value) => value.table === "createFilePath");
    const path = created && this.#route && createdFilePath(own, this.#route, source);
    return path === undefined ? undefined : `${created?.before ?? ""}${path}${created?.suffix ?? ""}`;
  }

  // A query may rename it: `site_url: siteUrl`.
  #metadataOf(names: readonly string[]): string | undefined {
    const last = names.at(-1) ?? "";
    return textIn(this.#metadata[last]) ?? (/^(?:site_?)?url$/i.test(last) ? textIn(this.#metadata["siteUrl"]) : undefined);
  }
}

type Place = Pick<SourcePlace, "own" | "source">;

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
