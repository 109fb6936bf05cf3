import { baseName, withoutExtension } from "../../base/file-path.ts";
import { textIn } from "../../base/table-values.ts";
import { loadedCode } from "../configuration/loaded-code.ts";
import type { SiteFile, SiteFolder } from "../site-rules/old-site.ts";
import { joinPath, pathIn } from "../site-rules/site-path.ts";
import type { GlobbedTexts } from "./globbed-texts.ts";

/** A page with the parameter of one text: `src/routes/blog/[slug]/+page.svelte`. */
export interface EntryRoute {
  /** The part of its address before the parameter: `blog`. */
  readonly prefix: string;
  /** True for `[...slug]`: the address has the folders of a text. */
  readonly hasFolders: boolean;
  /** The files of its code. */
  readonly files: readonly string[];
}

/** The address of a text that code reads by a pattern. */
export interface GlobAddress {
  readonly path: string;
  /** The pattern, in the tokens of the settings, that such texts usually have. */
  readonly pattern: string;
  /** True if the code may compute another one. */
  readonly isGuess: boolean;
}

interface LoadedRoute extends EntryRoute {
  readonly modules: ReadonlySet<string>;
}

interface FoundRoute {
  readonly glob: GlobbedTexts;
  readonly route: LoadedRoute;
  /** False if its code does not read the text. */
  readonly isCertain: boolean;
}

const ofPosts = /^(?:posts?|blogs?|articles?|writings?|p)$/i;
// Code that may make a slug of other parts of a path or of a title.
const computes = /slugif|kebab|\.to(?:Locale)?LowerCase\(|\.substr(?:ing)?\(|\\d|\.slice\(\s{0,9}1[01]\s{0,9}\)/;

/** Computes the addresses of texts that the code of pages reads by patterns: that of the page, with the name of the file as its parameter. */
export class GlobAddresses {
  readonly #folder: SiteFolder;
  readonly #globs: readonly GlobbedTexts[];
  readonly #routes: readonly LoadedRoute[];

  constructor({ paths, read }: SiteFolder, globs: readonly GlobbedTexts[], routes: readonly EntryRoute[]) {
    this.#folder = { paths, read: (path) => read(path) }; // code of a page is no configuration
    this.#globs = globs;
    this.#routes = routes.map((route) => ({ ...route, modules: this.#modulesOf(route) }));
  }

  /** Returns whether the code of a page reads texts by a pattern. */
  isOfPage({ module }: GlobbedTexts): boolean {
    return this.#routes.some(({ modules }) => modules.has(module));
  }

  /** Returns the page that publishes a text; undefined if none is found, or several. */
  routeOf(path: string): EntryRoute | undefined {
    return this.#find(path)?.route;
  }

  /** Returns the address of a text; undefined if no page is found, or several that may publish it. */
  of({ frontMatter, path }: Pick<SiteFile, "frontMatter" | "path">): GlobAddress | undefined {
    const found = this.#find(path);
    return found && this.#addressOf(path, found, textIn(frontMatter["slug"]));
  }

  #find(path: string): FoundRoute | undefined {
    const globs = this.#globs.filter(({ texts }) => texts.includes(path));
    const read = globs.flatMap((glob) => this.#routes.filter(({ modules }) => modules.has(glob.module)).map((route) => ({ glob, route })));
    const named = read.filter(({ glob }) => glob.isNamed);
    const found = onlyRoute(named.length > 0 ? named : read, path);
    if (found !== undefined) return { ...found, isCertain: true };
    const [glob] = globs;
    if (glob === undefined || read.length > 0) return undefined;
    // The page may request the text from another route.
    const free = this.#routes.filter(({ modules }) => !this.#globs.some(({ module }) => modules.has(module)));
    const other = onlyRoute(
      free.map((route) => ({ route, glob })),
      path,
    );
    return other && { ...other, isCertain: false };
  }

  #addressOf(path: string, { glob, isCertain, route: { files, hasFolders, prefix } }: FoundRoute, slug: string | undefined): GlobAddress {
    const whole = nameOf(pathIn(glob.folder, path)) || nameOf(path);
    const name = hasFolders ? whole : baseName(whole);
    const own = glob.isNamed ? name : (slug?.replace(/^\/|\/$/g, "") ?? name);
    const sources = [...files, glob.module].map((file) => this.#folder.read(file) ?? "");
    return {
      path: joinPath(prefix, own),
      pattern: joinPath(prefix, hasFolders ? ":sections/:slugorfilename" : ":slugorfilename"),
      isGuess: !isCertain || (!glob.isNamed && (own !== name || sources.some((source) => computes.test(source)))),
    };
  }

  #modulesOf({ files }: EntryRoute): ReadonlySet<string> {
    return new Set(files.flatMap((file) => loadedCode(this.#folder, file).map((module) => module.path)));
  }
}

// The file of a bundle has the name of its folder; `moon.svelte.md` is a component of mdsvex.
function nameOf(path: string): string {
  return withoutExtension(path)
    .replace(/\.svelte$/, "")
    .replace(/(?:^|\/)(?:index|\+page)$/, "");
}

// Of several routes, the one with the name of a folder of the text, or with that of posts.
function onlyRoute<Found extends { readonly route: EntryRoute }>(found: readonly Found[], path: string): Found | undefined {
  const isOfFolder = ({ route }: Found) => path.split("/").slice(0, -1).includes(baseName(route.prefix));
  const isOfPosts = ({ route }: Found) => ofPosts.test(baseName(route.prefix));
  return [found, found.filter(isOfFolder), found.filter(isOfPosts)].map(onePrefix).find((each) => each !== undefined);
}

function onePrefix<Found extends { readonly route: EntryRoute }>(found: readonly Found[]): Found | undefined {
  return new Set(found.map(({ route }) => route.prefix)).size === 1 ? found[0] : undefined;
}
