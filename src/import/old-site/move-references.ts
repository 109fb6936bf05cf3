import { encodePath } from "../../base/canonical-url.ts";
import { decodeUri } from "../../base/decode-uri.ts";
import { folderOf } from "../../base/file-path.ts";
import type { FrontMatterTable } from "../../content/front-matter/front-matter-table.ts";
import { metadataKeys } from "../../content/front-matter/keys/metadata-keys.ts";
import { articleLink } from "../../content/links/locate-article.ts";
import { ownAddress } from "../../content/links/own-address.ts";
import { type ArticlePlace, referencePaths } from "../../content/links/reference-paths.ts";
import { markupOf } from "../../model/markup-of.ts";
import { isMedia } from "../site-rules/content-file.ts";
import type { FindPicture, OldSite } from "../site-rules/old-site.ts";
import { joinPath } from "../site-rules/site-path.ts";
import { metadataOf } from "./metadata-of.ts";
import type { MovedFiles } from "./moved-files.ts";
import { type Destination, replaceDestinations } from "./replace-destinations.ts";

/** The inputs of moving references. */
export interface MoveOptions {
  /** The path of the article on the old site. */
  readonly path: string;
  /** The place of its copy. */
  readonly place: ArticlePlace;
  readonly files: MovedFiles;
  readonly old: Pick<OldSite, "base" | "leftOutAddress" | "linkBase" | "pathsOf"> & { readonly settings?: OldSite["settings"] };
  /** The rule of a theme for the pictures of the article. */
  readonly picture?: FindPicture | undefined;
}

/**
 * Changes the references of an article that led to files of the old folder, such as `../public/a.png` and `@site/static/a.png`, so that
 * they lead to the copies. Links that begin with a slash get the base of the old site if its generator wrote it before them.
 */
export function moveReferences(body: string, options: MoveOptions): string {
  return replaceDestinations(body, (destination) => movedReference(destination, options), markupOf(options.place.source) === "html");
}

/**
 * Returns the keys of front matter that name a picture whose copy is at another path, with that path. For a picture in a list or a table,
 * the key is `image`, which is read before the others.
 */
export function movedImages(frontMatter: FrontMatterTable, options: MoveOptions): FrontMatterTable {
  const texts = metadataKeys.image.flatMap((key) => {
    const written = frontMatter[key];
    const moved = typeof written === "string" ? movedImage(written, options) : undefined;
    return moved === undefined ? [] : [[key, moved] as const];
  });
  const { image } = metadataOf(frontMatter);
  const isInside = image !== undefined && metadataKeys.image.every((key) => frontMatter[key] !== image.url);
  const moved = isInside ? movedImage(image.url, options) : undefined;
  return {
    ...Object.fromEntries(texts),
    ...(moved !== undefined && { image: image?.alt || image?.caption ? { ...image, url: moved } : moved }),
  };
}

function movedImage(written: string, options: MoveOptions): string | undefined {
  const moved = movedReference({ written, isMarkdown: false, isLink: false }, options);
  return moved ?? imageInFolder(written, options) ?? imageAtRoot(written, options) ?? imageOfTheme(written, options);
}

const folders = ["", "assets/", "static/", "uploads/"].flatMap((above) => ["images", "image", "img", "pics"].map((name) => above + name));

// A layout may write the folder before a name: `src="/images/{{ image.src }}"`. Of two files with that name, it may mean either.
function imageOfTheme(written: string, { files, place }: MoveOptions): string | undefined {
  const name = decodeUri(written);
  if (/[/\\:@~{}?#]/.test(name) || referencePaths(place, name).some((path) => files.has(path))) return undefined;
  const [found, ...others] = folders.map((folder) => joinPath(folder, name)).filter((path) => files.has(path));
  return found === undefined || others.length > 0 ? undefined : articleLink(found);
}

// Hugo and the themes of many generators read `images: [gcp/og.png]` from the root of the site, unless the file is next to the article.
function imageAtRoot(written: string, { files, place }: MoveOptions): string | undefined {
  if (/^[/\\@~]|^[a-z][a-z0-9+.-]*:|[{}]/i.test(written)) return undefined;
  const reference = decodeUri(written.replace(/[?#].*$/s, ""));
  if (referencePaths(place, reference).some((path) => files.has(path))) return undefined;
  const target = joinPath(...reference.split("/").filter((name) => name !== "."));
  return target !== "" && files.has(target) ? articleLink(target) : undefined;
}

// wordpress-export-to-markdown writes `coverImage: moon.png` for the file `images/moon.png` next to the article.
function imageInFolder(name: string, { files, path }: MoveOptions): string | undefined {
  const folder = folderOf(path);
  if (/[/\\:]/.test(name) || files.targetOf([joinPath(folder, name)]) !== undefined) return undefined;
  const target = files.targetOf([joinPath(folder, "images", name)]);
  return target && articleLink(target);
}

/** Returns the reference that leads to the copy of a file; undefined to keep the reference. */
function movedReference({ isLink, isMarkdown, written }: Destination, options: MoveOptions): string | undefined {
  const { files, old, path, picture, place } = options;
  const [, name = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(written) ?? [];
  if (/^link:\/\//i.test(name)) return linkOfNikola(name, rest, { files, old });
  const own = old.settings?.url && ownAddress(written, { base: old.settings.url });
  if (own) return movedReference({ isLink, isMarkdown: false, written: own.path }, { ...options, picture: undefined });
  if (name === "" || /^[a-z][a-z0-9+.-]*:|^[/\\]{2}|\{[{%<]/i.test(written)) return undefined;
  const reference = decodeUri(name);
  const places = referencePaths(place, reference);
  const shown = picture && files.targetOf(picture(reference).files);
  if (shown !== undefined) return articleLink(shown) + rest;
  if (places.some((candidate) => files.has(candidate))) return undefined; // the compiler finds it
  const target = files.targetOf([...(old.pathsOf?.(reference) ?? []), ...pathsInFolder(path, reference)]);
  if (target !== undefined) return articleLink(target) + rest;
  const below = pathBelow(old.base ?? old.linkBase ?? "", reference);
  const copy = below === undefined ? undefined : files.has(below) ? below : files.targetOf(pathsInFolder(path, `/${below}`));
  if (copy !== undefined) return articleLink(copy) + rest;
  const inBase = below === undefined ? [] : [below, ...pathsInFolder(path, `/${below}`)];
  const attached =
    isLink || isMedia(reference)
      ? files.attachmentAt([...places, ...(old.pathsOf?.(reference) ?? []), ...pathsInFolder(path, reference), ...inBase])
      : undefined;
  if (attached !== undefined) return places.includes(attached) ? undefined : articleLink(attached) + rest;
  const moved = picture?.(name).url;
  if (moved !== undefined) return moved + rest;
  const leftOut = isLink ? leftOutAddress(reference, options) : undefined;
  if (leftOut !== undefined) return encodePath(leftOut) + rest;
  const base = isMarkdown && reference.startsWith("/") ? old.linkBase : undefined;
  return base === undefined || `${written}/`.startsWith(base) ? undefined : base.slice(0, -1) + written;
}

// `link://slug/moon` and `link://filename/posts/moon.md` name files by the generator's own rules (getnikola.com/path_handlers.html).
function linkOfNikola(name: string, rest: string, { files, old }: Pick<MoveOptions, "files" | "old">): string | undefined {
  const target = files.targetOf(old.pathsOf?.(decodeUri(name)) ?? []);
  return target && articleLink(target) + rest;
}

// Of a page that stays at its address, such as one of documentation.
function leftOutAddress(reference: string, { old, path }: MoveOptions): string | undefined {
  if (old.leftOutAddress === undefined) return undefined;
  for (const file of [...(old.pathsOf?.(reference) ?? []), ...pathsInFolder(path, reference)]) {
    const address = old.leftOutAddress(file);
    if (address !== undefined) return address;
  }
  return undefined;
}

// Undefined for a path that does not begin with the base.
function pathBelow(base: string, reference: string): string | undefined {
  const start = base.replace(/\/?$/, "/");
  return start !== "/" && reference.startsWith(start) ? reference.slice(start.length) : undefined;
}

const maxDepth = 8; // the root of a site is near the top

// The paths of a reference from the article's own folder, and from each folder above it, one of which is the root of the site.
function pathsInFolder(path: string, reference: string): string[] {
  const names = folderOf(path).split("/");
  const above = names.map((_, depth) => names.slice(0, names.length - depth).join("/"));
  const own = reference.startsWith("/") ? [] : [names.join("/")];
  return [...own, "", ...above.slice(-maxDepth).reverse()].flatMap((folder) => pathFrom(folder, reference) ?? []);
}

// Undefined for a path that leads out of the folder of the site.
function pathFrom(folder: string, reference: string): string | undefined {
  const names = folder === "" ? [] : folder.split("/");
  for (const name of joinPath(...reference.split("/")).split("/")) {
    if (name === "." || name === "") continue;
    if (name !== "..") names.push(name);
    else if (names.pop() === undefined) return undefined;
  }
  return names.join("/");
}
