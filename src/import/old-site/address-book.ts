import { canonicalPath, pathKey } from "../../base/canonical-url.ts";
import { isInDrafts } from "../../model/file-name.ts";
import type { Selection } from "../../model/selection.ts";
import { PathRegistry } from "../../routing/path-registry.ts";
import type { ArticleNote } from "./article-note.ts";
import type { Identity } from "./identify-article.ts";

/** The addresses of the articles of an import. */
export class AddressBook {
  readonly #registry: PathRegistry;
  readonly #ids = new Set<string>();

  /** @param selections the terms of which our site has pages of its own, such as `/authors/ann` */
  constructor(selections: readonly Selection[]) {
    this.#registry = new PathRegistry(selections);
  }

  /** Reserves an address for an article; of two articles with one address, the later one gets another. Returns the address. */
  reserve(target: string, path: string | undefined, notes: ArticleNote[]): string | undefined {
    if (path === undefined || isInDrafts(target)) return path;
    const owner = this.#registry.reserve(isFrontPage(path) ? "/" : keyOf(path), target);
    if (owner === undefined) return path;
    const free = this.#freeAddress(path, target);
    const kind = owner === "the site itself" ? "The address is one of the new site itself" : "The address belongs to another article";
    notes.push({ kind, detail: `${decoded(path)} is ${decoded(free)} now` });
    return free;
  }

  /** Reserves the id of an article; of two articles with one id, returns another for the later one, made of its address. */
  freeId(target: string, { id, path }: Pick<Identity, "id" | "path">): string | undefined {
    if (id === undefined || isInDrafts(target)) return undefined;
    const free = this.#ids.has(id) && path !== undefined ? (URL.parse(path, id)?.href ?? `${id}#${path}`) : id;
    this.#ids.add(free);
    return free === id ? undefined : free;
  }

  #freeAddress(path: string, target: string): string {
    for (let count = 2; ; count++) {
      const free = isFrontPage(path)
        ? `/home${count === 2 ? "" : `-${count}`}`
        : path.replace(/(?:\.\w+)?\/?$/, (ending) => `-${count}${ending}`);
      if (this.#registry.reserve(keyOf(free), target) === undefined) return free;
    }
  }
}

// `npm run export` writes all of these to index.html.
function isFrontPage(path: string): boolean {
  return /^\/(?:index(?:\.html?)?\/?)?$/.test(path);
}

/** Returns whether two addresses are the same, however they are encoded. */
export function isSameAddress(one: string, other: string | undefined): boolean {
  return other !== undefined && keyOf(one) === keyOf(other);
}

/** Returns the value of a `permalink` key for a path, which may contain what would be a token or a template there. */
export function permalinkKey(path: string): string {
  return path
    .replace(/:(?=[a-z])/gi, "%3A")
    .replace(/\{(?=[{%])/g, "%7B")
    .replace(/\s/g, encodeURIComponent);
}

function keyOf(path: string): string {
  const canonical = canonicalPath(path);
  return pathKey(canonical) ?? canonical;
}

function decoded(path: string): string {
  return pathKey(path) ?? path;
}
