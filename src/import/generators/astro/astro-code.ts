import { type Table, tableOf, textIn } from "../../../base/table-values.ts";
import { buildEnvironment } from "../../constants/build-environment.ts";
import type { Callable } from "../../constants/call-list.ts";
import { isCallable, type KeptItem } from "../../constants/call-list.ts";
import { truthOf, unknownValue } from "../../constants/condition-operators.ts";
import { conditionValue } from "../../constants/condition-value.ts";
import { partialList } from "../../constants/partial-list.ts";
import { SiteModules } from "../../site-code/site-modules.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { scriptOf } from "./astro-params.ts";
import type { CodeEntry } from "./code-entry.ts";
import { localeUrl } from "./locale-url.ts";

/** The item of an entry in a feed. */
export interface CodeItem {
  readonly link: string | undefined;
  /** The id in `customData`. */
  readonly guid: string | undefined;
}

/** Computes what the code of a site makes of an entry: the parameters of its page, and its item in a feed. */
export class AstroCode {
  readonly #modules: SiteModules;
  readonly #site: URL | null;
  #current: { readonly entry: CodeEntry; readonly kept: KeptItem } | undefined;
  /** The options of the feeds that the code made. */
  #feeds: Table[] = [];

  /** @param options those of the configuration @param origin the origin of the site, if it is known */
  constructor(folder: SiteFolder, options: Table, origin: string | undefined) {
    this.#site = URL.parse(textIn(options["site"]) ?? origin ?? "");
    const base = baseUrl(options);
    this.#modules = new SiteModules(folder, {
      environment: { ...buildEnvironment, BASE_URL: base, SITE: textIn(options["site"]) ?? unknownValue },
      exported: (source, name) => this.#exported(source, name, options, base),
      codeIn: scriptOf,
    });
  }

  /** Returns the parameters of the page of an entry, by name; undefined if they are unknown, or the page has several addresses. */
  paramsOf(page: string, entry: CodeEntry): ReadonlyMap<string, string> | undefined {
    const found = this.#run(page, ["getStaticPaths"], [{}], entry, (paths) => (Array.isArray(paths) ? paths : []).map(paramsIn));
    return onlyOne(found, (params) => JSON.stringify(params && [...params]));
  }

  /** Returns the item of an entry in a feed; undefined if it is unknown. */
  itemOf(feed: string, entry: CodeEntry): CodeItem | undefined {
    const context = { site: this.#site ?? unknownValue, url: unknownValue, params: {}, request: unknownValue };
    const items = () => this.#feeds.flatMap((options) => (Array.isArray(options["items"]) ? options["items"].map(itemIn) : []));
    return onlyOne(this.#run(feed, ["GET", "get"], [context], entry, items), JSON.stringify);
  }

  // Filters hide drafts: they then count as true.
  #run<T>(path: string, names: readonly string[], given: readonly unknown[], entry: CodeEntry, resultsOf: (value: unknown) => T[]): T[] {
    const found = names.map((name) => this.#modules.exported(path, name)).find((each) => each !== undefined);
    if (found === undefined || "value" in found) return [];
    for (const isAlways of [false, true]) {
      const kept = { item: entry.value, isAlways };
      this.#current = { entry, kept };
      this.#feeds = [];
      const results = resultsOf(conditionValue(found.node, given, found.scope, kept));
      if (results.length > 0) return results;
    }
    return [];
  }

  #exported(source: string, name: string, options: Table, base: string): Callable | undefined {
    if (source === "astro:content" && name === "getCollection") return (given) => this.#collection(given);
    if (source === "astro:i18n" && name === "getRelativeLocaleUrl") return (given) => localeUrl(given, options, base) ?? unknownValue;
    if (source !== "@astrojs/rss" || name !== "default") return undefined;
    return ([given]) => {
      this.#feeds.push(tableOf(given));
      return unknownValue;
    };
  }

  #collection([name, filter]: readonly unknown[]): unknown {
    if (this.#current === undefined || typeof name !== "string") return unknownValue;
    const { entry, kept } = this.#current;
    if (name !== entry.collection) return partialList([]);
    const truth = isCallable(filter) ? truthOf(filter([entry.value])) : true;
    return truth === false && !kept.isAlways ? partialList([]) : partialList([entry.value]);
  }
}

// docs.astro.build/en/reference/configuration-reference, "base"
function baseUrl({ base, trailingSlash }: Table): string {
  const plain = `/${(textIn(base) ?? "").replace(/^\/+/, "")}`;
  if (trailingSlash === "always") return plain.endsWith("/") ? plain : `${plain}/`;
  return trailingSlash === "never" ? plain.replace(/(?<!\/)\/+$/, "") || "/" : plain;
}

// Astro removes slashes around a parameter, and escapes # and ?.
function paramsIn(path: unknown): ReadonlyMap<string, string> | undefined {
  const params = tableOf(path)["params"];
  if (typeof params !== "object" || params === null) return undefined;
  const known = Object.entries(params).map(([name, value]): [string, string | undefined] => [
    name,
    value === undefined ? "" : typeof value === "string" || typeof value === "number" ? plainParam(String(value)) : undefined,
  ]);
  return known.every((each): each is [string, string] => each[1] !== undefined) ? new Map(known) : undefined;
}

function plainParam(value: string): string | undefined {
  return /[#?%]/.test(value)
    ? undefined
    : value
        .normalize()
        .replace(/^\/+/, "")
        .replace(/(?<!\/)\/+$/, "");
}

function itemIn(item: unknown): CodeItem {
  const { customData, link } = tableOf(item);
  const guid = /<guid\b[^<>]{0,99}>([^<>]{1,999})<\/guid>/.exec(textIn(customData) ?? "")?.[1];
  return { link: link instanceof URL ? link.href : textIn(link), guid: guid?.trim() };
}

function onlyOne<T>(found: readonly (T | undefined)[], keyOf: (value: T | undefined) => string): T | undefined {
  return new Set(found.map(keyOf)).size === 1 ? found[0] : undefined;
}
