import { encodePath, pathKey } from "../../base/canonical-url.ts";
import { parseFeedPath } from "../../model/feed-path.ts";
import type { Format } from "../../model/format.ts";
import type { Selection } from "../../model/selection.ts";
import { legacyFeedPaths, legacyListPath } from "../../routing/legacy-feed-paths.ts";
import { movedPaths } from "../../routing/moved-paths.ts";
import { PathRegistry, withoutTrailingSlash } from "../../routing/path-registry.ts";
import { compileRedirects, redirectKey, targetKey } from "../../routing/redirects.ts";
import type { Site } from "../../settings/site-settings.ts";
import type { OldList, OldRedirect } from "../old-pages/old-list.ts";
import type { OldSite } from "../site-rules/old-site.ts";
import { isIn } from "../site-rules/site-path.ts";

/** The redirects that an old site suggests. */
export interface OfferedRedirects {
  /** The redirects to write, valid by the rules of the settings. */
  readonly redirects: Readonly<Record<string, string>>;
  /** The redirects of the old configuration that are not used, one sentence. */
  readonly notes: readonly string[];
}

/** The inputs besides the old site. */
export interface RedirectInputs {
  readonly site: Site;
  /** The terms of which our site has pages and feeds. */
  readonly selections: readonly Selection[];
  /** The redirects of `wrangler.toml`. */
  readonly written: Readonly<Record<string, string>>;
  /** The addresses and aliases of articles. */
  readonly taken: Iterable<string>;
  /** The paths of posts in the old folder. */
  readonly posts: readonly string[];
}

/**
 * Offers redirects for the lists and feeds of an old site whose addresses our site does not know already, and those of its configuration.
 * A list without a counterpart leads to the front page, and its feed to that of the site.
 */
export function offerRedirects(old: Pick<OldSite, "base" | "linkBase" | "lists" | "redirects">, inputs: RedirectInputs): OfferedRedirects {
  const { posts, selections, site, taken, written } = inputs;
  const offer = new RedirectOffer(site, visibleSelections(selections), written, taken);
  const unused = (old.redirects ?? []).filter((redirect) => !offer.addStated(redirect));
  const base = old.base ?? old.linkBase ?? "";
  const lists: OldList[] = [...(/[^/]/.test(base) ? [{ path: base }] : []), ...(old.lists ?? [])];
  const used = lists.filter(({ folder }) => folder === undefined || posts.some((path) => isIn(folder, path)));
  const shortestFirst = used.flatMap((list) => withTerms(list, selections)).sort((a, b) => rankOf(a) - rankOf(b));
  for (const list of shortestFirst) offer.addList(list);
  const names = unused.map(({ from }) => from).join(", ");
  const notes =
    names === "" ? [] : [`Not written as redirects, since other documents have these addresses or they lead back to themselves: ${names}`];
  return { redirects: offer.redirects, notes };
}

// Feeds come after pages, with which they may redirect.
function rankOf({ format, path }: OldList): number {
  return path.length + (format === undefined ? 0 : 10_000);
}

// The pages of the only language are those of the site.
function visibleSelections(selections: readonly Selection[]): Selection[] {
  const hasLanguages = selections.filter(({ kind }) => kind === "language").length > 1;
  return selections.filter(({ kind }) => kind !== "language" || hasLanguages);
}

const term = /\{(category|author|language)\}/;
const plainName = /^[a-z\d]+(?:[ _-][a-z\d]+)*$/i; // all systems make the same address of it

function withTerms(list: OldList, selections: readonly Selection[]): OldList[] {
  const kind = term.exec(list.path)?.[1];
  const { hasTerm = () => true, slugOf = (name: string) => name.toLowerCase().replace(/[ _]/g, "-") } = list;
  if (kind === undefined) return [list];
  return selections
    .filter((selection) => selection.kind === kind && plainName.test(selection.name) && hasTerm(selection.name))
    .map(({ name, path }) => ({ page: path, ...list, path: list.path.replace(term, () => slugOf(name)) }));
}

class RedirectOffer {
  readonly #site: Site;
  readonly #registry: PathRegistry;
  readonly #known: ReadonlySet<string>;
  readonly #taken: ReadonlySet<string>;
  readonly #redirects: Record<string, string> = {};
  /** The ends of chains, by the keys where they begin; undefined if the build would refuse the redirects of `wrangler.toml`. */
  readonly #moved: Record<string, string> | undefined;
  /** The keys of the ends. */
  readonly #ends = new Set<string>();

  constructor(site: Site, selections: readonly Selection[], written: Readonly<Record<string, string>>, taken: Iterable<string>) {
    this.#site = site;
    this.#registry = new PathRegistry(selections);
    this.#known = new Set(["", ...selections.map(({ path }) => pathKey(path) ?? path)]);
    this.#taken = new Set([...taken].flatMap((path) => redirectKey(path) ?? []));
    const moved = this.#compile(written);
    this.#moved = moved && {};
    for (const [key, end] of Object.entries(moved ?? {})) this.#set(key, end);
  }

  get redirects(): Readonly<Record<string, string>> {
    return this.#redirects;
  }

  /** Adds a redirect of the old configuration. Returns false if it cannot be used. */
  addStated({ from, to }: OldRedirect): boolean {
    const key = redirectKey(from);
    return this.#isMoved(key) || this.#add(from, to);
  }

  /** Adds a redirect for a list, unless its address leads to the same document without one. */
  addList({ format, page = "/", path }: OldList): void {
    const key = redirectKey(path);
    if (key === undefined || key === "/" || this.#isMoved(key)) return;
    const target = this.#documentAt(page, format) ?? this.#documentAt("/", format);
    if (target === undefined || this.#isServed(key, target, format)) return;
    this.#add(path, target);
  }

  // Returns the address of the page or feed that a path of our site, or a legacy path, leads to.
  #documentAt(path: string, format: Format | undefined): string | undefined {
    const key = withoutTrailingSlash(pathKey(path) ?? path);
    const list = legacyListPath(key);
    if (list !== undefined) return format === undefined ? list.replace(/^\/feeds\/#/, "/") : undefined;
    const selection = this.#knownIn([parseFeedPath(key === "/" ? key : `${key}/`)]);
    return selection === undefined ? undefined : encodePath(selection.selection) + (format?.path ?? "/");
  }

  #isServed(key: string, target: string, format: Format | undefined): boolean {
    for (const path of [key, ...movedPaths(key, this.#moved ?? {})]) {
      const list = legacyListPath(path);
      if (list !== undefined) return format === undefined;
      const found = this.#knownIn([parseFeedPath(path), parseFeedPath(`${path}/`), ...legacyFeedPaths(path, this.#site)]);
      if (found !== undefined) return encodePath(found.selection) + (found.format?.path ?? "/") === target;
    }
    return false;
  }

  #knownIn(paths: readonly ReturnType<typeof parseFeedPath>[]) {
    return paths.find((path) => path !== undefined && path.number === undefined && this.#known.has(path.selection));
  }

  #isMoved(key: string | undefined): boolean {
    return key !== undefined && this.#moved !== undefined && key in this.#moved;
  }

  #add(from: string, to: string): boolean {
    if (this.#moved === undefined || this.#taken.has(redirectKey(from) ?? "/")) return false;
    const written = from.replace(/(?<=.)\/$/, "");
    const path = /[%?#\s]/.test(written) ? encodePath(pathKey(written) ?? written) : written;
    const key = redirectKey(path);
    const target = key === undefined ? undefined : this.#compile({ [encodePath(key)]: to })?.[key]; // one spelling, so it stays its own owner
    if (key === undefined || target === undefined) return false;
    const end = this.#moved[targetKey(target) ?? ""] ?? target;
    if (targetKey(end) === key) return false;
    if (this.#ends.has(key))
      for (const [other, former] of Object.entries(this.#moved)) if (targetKey(former) === key) this.#set(other, end);
    this.#set(key, end);
    this.#redirects[path] = to;
    return true;
  }

  #set(key: string, end: string): void {
    if (this.#moved !== undefined) this.#moved[key] = end;
    this.#ends.add(targetKey(end) ?? "");
  }

  // Undefined if the build would report one of them.
  #compile(redirects: Readonly<Record<string, string>>): Readonly<Record<string, string>> | undefined {
    let isValid = true;
    const fail = () => {
      isValid = false;
    };
    const reports = { redirect: fail, removed: fail };
    const { moved } = compileRedirects(redirects, "", { registry: this.#registry, reports, url: this.#site.url });
    return isValid ? moved : undefined;
  }
}
