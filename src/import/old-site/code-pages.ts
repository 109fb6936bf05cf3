import { isScript } from "../configuration/loaded-code.ts";
import type { PageFiles } from "../old-pages/page-files.ts";
import { isListName } from "../site-rules/content-file.ts";
import type { SiteFolder } from "../site-rules/old-site.ts";
import { isIn, joinPath, pathIn } from "../site-rules/site-path.ts";

/** Finds the pages of an old site that only its generator can render: components and templates that are pages of their own. */
export class CodePages {
  readonly #folder: SiteFolder;
  readonly #files: readonly PageFiles[];
  readonly #parents: ReadonlySet<string>;

  constructor(folder: SiteFolder, files: readonly PageFiles[]) {
    this.#folder = folder;
    this.#files = files;
    const paths = files.length === 0 ? [] : folder.paths;
    this.#parents = new Set(paths.flatMap((path) => parentOf(this.#namesOf(path) ?? [])));
  }

  /** Returns whether a file is such a page. The page that lists those of a dynamic route is none. */
  has(path: string): boolean {
    const names = this.#namesOf(path);
    if (names === undefined || names.some((name) => !isPlain(name) || ofMachines.test(name))) return false;
    const last = names.at(-1);
    return last !== undefined && !isListName(last) && !this.#parents.has(joinPath(...names)) && this.#rendersText(path);
  }

  // The names in the address, without groups and the folder of a locale; undefined for a file that is no page.
  #namesOf(path: string): string[] | undefined {
    for (const { folder, name } of this.#files) {
      const own = isIn(folder, path) ? name.exec(pathIn(folder, path)) : null;
      if (own === null) continue;
      const names = (own[1] ?? "").split("/").filter((each) => each !== "" && !group.test(each) && !locale.test(each));
      return /^(?:index|\+page)$/.test(names.at(-1) ?? "") ? names.slice(0, -1) : names;
    }
    return undefined;
  }

  #rendersText(path: string): boolean {
    const code = this.#folder.read(path) ?? "";
    return code.trim() !== "" && !redirects.test(code) && !makesOtherDocument(code) && (!isScript(path) || exportsDefault.test(code));
  }
}

const group = /^\(.*\)$/;
const locale = /^\[{1,2}(?:\.{3})?(?:lang|language|locale|lng)\]{1,2}$/;
const dynamic = /[[{$:]/;
const ofMachines =
  /^(?:api|rss|feeds?|atom|sitemap|robots|manifest|admin|keystatic|studio|log-?(?:in|out)|preview|40[034]|50[0234x]|error|offline|not-?found)$/i;
const exportsDefault = /\bexport\s+default\b|\bas\s+default\b|\bexport\s*\{\s*default\b|\bmodule\.exports\b/;
const redirects = /\bAstro\.redirect\(|\b(?:permanentR|r)edirect\(|<(?:Redirect|Navigate)\b/;

// Not `[slug]`, `rss.xml`, `a.test`, `_app`, `@modal` or `+layout`.
function isPlain(name: string): boolean {
  return !dynamic.test(name) && !/^[_@+]|\./.test(name);
}

function parentOf(names: readonly string[]): string[] {
  const index = names.findIndex((name) => dynamic.test(name));
  return index < 0 ? [] : [joinPath(...names.slice(0, index))];
}

// Code of Eleventy may have a permalink such as `/feed.xml`.
function makesOtherDocument(code: string): boolean {
  const [, ...permalinks] = code.split(/\bpermalink\b["']?\s{0,9}[:=]/);
  return permalinks.some((rest) => /\.(?:xml|json|css|js|txt|ics|webmanifest)\b/.test(rest.slice(0, 200).split("\n", 1).join()));
}
