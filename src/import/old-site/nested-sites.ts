import type { FindPicture, Generator, OldSite, SiteFile, SiteFolder } from "../site-rules/old-site.ts";
import { isBlank, readFile } from "../site-rules/site-file.ts";
import { isIn, joinPath, pathIn } from "../site-rules/site-path.ts";

/** A site in a folder of a repository: `docs`, `website/blog`. */
export interface NestedSite {
  readonly folder: string;
  readonly generator: Generator;
  /** Opens it. Its files have the paths of the repository. */
  open(): OldSite | undefined;
}

const maxDepth = 2; // folders
const notSites = /^(?:[._].*|tests?|__tests__|specs?|fixtures|features|benchmarks?|node_modules|vendor|dist)$/i;

/** Finds the folders of a repository that are sites with posts. */
export function findNestedSites(folder: SiteFolder, generators: readonly Generator[]): NestedSite[] {
  const found: NestedSite[] = [];
  for (const [name, inner] of innerFolders(folder)) {
    if (found.some((site) => isIn(site.folder, name))) continue;
    const generator = generators.find((each) => hasArticles(inner, each.open(inner), "post"));
    if (generator !== undefined)
      found.push({ folder: name, generator, open: () => moved(generator.open({ ...inner, report: reporter(folder, name) }), name) });
  }
  return found;
}

function reporter({ report }: SiteFolder, name: string): NonNullable<SiteFolder["report"]> {
  return (fault) => report?.({ ...fault, path: `${name}/${fault.path}` });
}

/** Returns whether a site has an article, or one of a kind. A site counts what it plans, so it cannot be used for an import afterwards. */
export function hasArticles(folder: SiteFolder, site: OldSite | undefined, kind?: "post"): boolean {
  return folder.paths.some((path) => {
    const file = readFile(folder, path, site);
    const plan = site?.plan(file);
    if (plan?.kind === "post") return !isBlank(file.body) || Object.keys(file.frontMatter).length > 0; // a link post has no text
    return kind === undefined && plan?.kind === "page" && !isBlank(file.body);
  });
}

/** Returns the number of posts of a site, which cannot be used for an import afterwards. */
export function countPosts(folder: SiteFolder, site: OldSite | undefined): number {
  return folder.paths.filter((path) => site?.plan(readFile(folder, path, site))?.kind === "post").length;
}

// The folders nearest to the top first.
function innerFolders({ paths, read }: SiteFolder): [string, SiteFolder][] {
  const inner = new Map<string, string[]>();
  for (const path of paths) {
    const names = path.split("/").slice(0, -1).slice(0, maxDepth);
    for (let depth = 1; depth <= names.length && !names.slice(0, depth).some((name) => notSites.test(name)); depth++) {
      const name = names.slice(0, depth).join("/");
      const known = inner.get(name);
      if (known === undefined) inner.set(name, [pathIn(name, path)]);
      else known.push(pathIn(name, path));
    }
  }
  const folders = [...inner].map(([name, own]): [string, SiteFolder] => [name, { paths: own, read: (path) => read(`${name}/${path}`) }]);
  return folders.sort(([a], [b]) => a.split("/").length - b.split("/").length);
}

// The same rules for files that have the paths of the repository.
function moved(site: OldSite | undefined, folder: string): OldSite | undefined {
  if (site === undefined) return undefined;
  const { idOf, isText, leftOutAddress, pageFiles, pathsOf, picturesOf, publicText, templateEngine, templateLanguage, templateValues } =
    site;
  const inSite = <File extends Pick<SiteFile, "path">>(file: File): File => ({ ...file, path: pathIn(folder, file.path) });
  const inRepository = (paths: readonly string[]) => paths.map((path) => `${folder}/${path}`);
  return {
    ...site,
    get notes() {
      return site.notes;
    },
    plan: (file) => (isIn(folder, file.path) ? site.plan(inSite(file)) : undefined),
    ...(isText && { isText: (path) => isIn(folder, path) && isText(pathIn(folder, path)) }),
    ...(idOf && { idOf: (made, file) => idOf(made, inSite(file)) }),
    ...(templateLanguage && { templateLanguage: (file) => templateLanguage(inSite(file)) }),
    ...(templateValues && { templateValues: (file, address) => templateValues(inSite(file), address) }),
    ...(publicText && { publicText: (body, note, path) => publicText(body, note, path && pathIn(folder, path)) }),
    ...(leftOutAddress && { leftOutAddress: (path) => (isIn(folder, path) ? leftOutAddress(pathIn(folder, path)) : undefined) }),
    ...(templateEngine && { templateEngine: (path) => templateEngine(pathIn(folder, path)) }),
    ...(pathsOf && { pathsOf: (reference) => inRepository(pathsOf(reference)) }),
    ...(picturesOf && { picturesOf: (file) => movedPictures(picturesOf(inSite(file)), inRepository) }),
    ...(pageFiles && { pageFiles: pageFiles.map((files) => ({ ...files, folder: joinPath(folder, files.folder) })) }),
  };
}

function movedPictures(find: FindPicture | undefined, moveAll: (paths: readonly string[]) => string[]): FindPicture | undefined {
  return (
    find &&
    ((reference) => {
      const picture = find(reference);
      return { ...picture, files: moveAll(picture.files) };
    })
  );
}
