import { decodeUri } from "../../base/decode-uri.ts";
import { baseName, folderOf, foldersOf, withoutExtension } from "../../base/file-path.ts";
import { textIn } from "../../base/table-values.ts";
import { isOfRepository } from "../site-rules/content-file.ts";
import type { SiteFolder } from "../site-rules/old-site.ts";
import { splitText } from "../site-rules/site-file.ts";
import { joinPath, resolvePath } from "../site-rules/site-path.ts";

const manifests =
  /^(?:package\.json|cargo\.toml|pyproject\.toml|setup\.py|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|composer\.json|gemfile)$/i;

/**
 * Finds the pages of a project of code among the texts next to its posts: those with a title in their front matter, and those to which a
 * post or such a page links. Other texts may be documents of the code.
 * @param posts the texts in the folder of the posts
 * @param outside the other texts that may be articles
 */
export function findOutsidePages(folder: SiteFolder, posts: readonly string[], outside: readonly string[]): Set<string> {
  const packages = packageFolders(folder);
  const texts = outside.filter((path) => !isOfRepository(path) && !foldersOf(path).some((each) => packages.has(each)));
  const byAddress = new Map(texts.map((path) => [addressOf(path), path]));
  const pages = new Set(texts.filter((path) => hasTitle(folder.read(path) ?? "")));
  for (const path of [posts, [...pages]].flat()) addLinked(path);
  return pages;

  function addLinked(path: string): void {
    for (const address of linkedAddresses(path, folder.read(path) ?? "")) {
      const target = byAddress.get(address);
      if (target === undefined || pages.has(target)) continue;
      pages.add(target);
      addLinked(target);
    }
  }
}

// A folder with the manifest of a package inside the project.
function packageFolders({ paths }: SiteFolder): ReadonlySet<string> {
  return new Set(paths.filter((path) => manifests.test(baseName(path))).map(folderOf));
}

function hasTitle(text: string): boolean {
  const { frontMatter } = splitText("", text);
  return Object.entries(frontMatter).some(([key, value]) => key.toLowerCase() === "title" && textIn(value) !== undefined);
}

const link = /(?:\]\(|\]:[ \t]{1,9}|\bhref=["'])<?([^\s"'()<>]{1,500})/g;

// A link names a file, with its ending or without it, from the text or from the root of the site.
function linkedAddresses(path: string, text: string): string[] {
  return [...text.matchAll(link)].flatMap(([, written = ""]) => {
    const reference = decodeUri(written.split(/[?#]/, 1).join(""));
    if (reference === "" || /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(reference)) return [];
    return [addressOf(resolvePath(reference.startsWith("/") ? "" : folderOf(path), reference))];
  });
}

function addressOf(path: string): string {
  const plain = withoutExtension(path);
  return baseName(plain) === "index" ? joinPath(folderOf(plain)) : plain;
}
