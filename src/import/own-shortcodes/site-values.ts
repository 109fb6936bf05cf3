import type { GoMethod } from "../go-templates/go-value.ts";
import { GoObject, type GoValue, goValueOf, SafeText, textOf } from "../go-templates/go-value.ts";
import type { SiteFolder } from "../site-rules/old-site.ts";
import { joinPath, resolvePath } from "../site-rules/site-path.ts";
import { UnknownValueError } from "../site-rules/template-engine.ts";
import { resourceNamed } from "./page-values.ts";
import { renderMarkdown } from "./render-markdown.ts";

/** The site whose shortcodes run. */
export interface ShortcodeSite {
  readonly folder: SiteFolder;
  /** The folder of the configuration. */
  readonly root: string;
  /** The path of its address, without the last slash. */
  readonly base: string;
  readonly origin: string | undefined;
  /** Its address as the configuration states it. */
  readonly baseUrl: string | undefined;
  readonly language: string;
  /** True if its addresses have no prefixes of languages. */
  readonly hasOneLanguage: boolean;
  readonly title: string | undefined;
  readonly languageCode: string | undefined;
  readonly copyright: string | undefined;
  /** Returns the words of its language with a key. */
  readonly translate: (key: string) => string | undefined;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** False if a theme outside of the folder may have further parameters. */
  readonly hasAllParameters: boolean;
  /** The folder of its assets. */
  readonly assets: string;
}

/** Returns the site as templates see it. */
export function siteValue(site: ShortcodeSite): GoObject {
  const { baseUrl, copyright, hasAllParameters, language, languageCode, parameters, title } = site;
  const known = (value: string | undefined, name: string): GoValue => {
    if (value === undefined) throw new UnknownValueError(name);
    return value;
  };
  return new GoObject({
    Title: () => known(title, "Title"),
    BaseURL: () => known(baseUrl?.endsWith("/") ? baseUrl : undefined, "BaseURL"), // versions of Hugo differ without the slash
    LanguageCode: () => known(languageCode, "LanguageCode"),
    Copyright: () => known(copyright, "Copyright"),
    Language: () => new GoObject({ Lang: () => language }),
    Params: () => goValueOf(parameters, hasAllParameters),
  });
}

/** The functions of templates that depend on the site: its addresses and its files. */
export function siteFunctions(site: ShortcodeSite, value: GoObject, page: GoObject): Readonly<Record<string, GoMethod>> {
  const relative: GoMethod = (address = null) => relativeUrl(textOf(address), site);
  const absolute: GoMethod = (address = null) => absoluteUrl(textOf(address), site);
  const read: GoMethod = (path = null) => fileText(textOf(path), site);
  const exists: GoMethod = (path = null) => hasFile(textOf(path), site);
  const markdown: GoMethod = (text = null) => new SafeText("html", renderMarkdown(textOf(text)));
  const words: GoMethod = (key = null, ...others) => translated(textOf(key), others.length, site);
  const asset: GoMethod = (name = null) => assetNamed(textOf(name), site);
  return {
    ...{ site: () => value, page: () => page },
    ...{ relURL: relative, "urls.RelURL": relative, absURL: absolute, "urls.AbsURL": absolute },
    ...(site.hasOneLanguage && { relLangURL: relative, absLangURL: absolute }),
    ...{ readFile: read, "os.ReadFile": read, fileExists: exists, "os.FileExists": exists },
    ...{ markdownify: markdown, "transform.Markdownify": markdown },
    ...{ i18n: words, T: words, "resources.Get": asset },
  };
}

// An address with a host, and a path from the root, stay (gohugo.io/functions/urls/relurl).
function relativeUrl(address: string, { base }: ShortcodeSite): string {
  if (/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(address)) return address;
  if (/^[.?#]|^$/.test(address)) throw new UnknownValueError("relURL");
  return `${base}/${address}`;
}

function absoluteUrl(address: string, site: ShortcodeSite): string {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address)) return address;
  if (site.origin === undefined) throw new UnknownValueError("absURL");
  return site.origin + relativeUrl(address, site);
}

// Words with further values are templates.
function translated(key: string, others: number, { translate }: ShortcodeSite): string {
  const words = others > 0 ? undefined : translate(key);
  if (words === undefined) throw new UnknownValueError(`i18n ${key}`);
  return words;
}

function fileText(path: string, { folder, root }: ShortcodeSite): string {
  const text = folder.read(resolvePath(root, path));
  if (text === undefined) throw new UnknownValueError(path);
  return text;
}

function hasFile(path: string, { folder, root }: ShortcodeSite): boolean {
  const place = resolvePath(root, path);
  return folder.paths.some((each) => each === place || each.startsWith(`${place}/`));
}

// The assets of a theme are not copied.
function assetNamed(name: string, { assets, folder }: ShortcodeSite): GoValue {
  const wanted = resolvePath("", name);
  const path = joinPath(assets, wanted);
  if (folder.paths.includes(path)) return resourceNamed([{ name: wanted, reference: `/${wanted}` }], wanted);
  if (folder.paths.some((each) => each.endsWith(`/assets/${wanted}`))) throw new UnknownValueError(name);
  return null;
}
