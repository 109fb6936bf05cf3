import { baseName } from "../../../base/file-path.ts";
import { type Table, tableOf, textIn, textsIn, withLowerCaseKeys } from "../../../base/table-values.ts";
import { markupOf } from "../../../model/markup-of.ts";
import { readOptionalTable } from "../../configuration/data-file.ts";
import { goFunctions } from "../../go-templates/go-functions.ts";
import { type GoTemplate, parseTemplate } from "../../go-templates/parse-template.ts";
import { type PageResource, pageValue, type ShortcodePage } from "../../own-shortcodes/page-values.ts";
import { type OwnShortcode, renderShortcodes } from "../../own-shortcodes/render-shortcodes.ts";
import { type ShortcodeSite, siteFunctions, siteValue } from "../../own-shortcodes/site-values.ts";
import { translationsOf } from "../../own-shortcodes/translations.ts";
import { isIn, joinPath, pathIn } from "../../site-rules/site-path.ts";
import type { ShortcodeLanguage } from "../../template-tags/hidden-shortcodes.ts";
import { readOnce } from "../../template-tags/read-once.ts";
import { type TemplateFile, templateFiles } from "../../template-tags/shortcode-templates.ts";
import { showsContent } from "../../template-tags/shown-content.ts";
import { readGoActions } from "../../template-tags/template-actions.ts";
import { readTypedFrontMatter } from "./hugo-build.ts";
import { valuesOfLanguage } from "./hugo-config.ts";
import { bundleOf, isPageFile, rootOf, splitLanguage } from "./hugo-content.ts";
import type { HugoSite } from "./hugo-site.ts";

const tag = /\{\{[<%](?:[^>%{]|[>%](?!\}\})|\{(?!\{)){0,2000}[>%]\}\}/g;

const maxSteps = 200_000; // of the templates of one page

/** The shortcodes of a Hugo site (gohugo.io/templates/shortcode). */
export class HugoShortcodes {
  readonly #site: HugoSite;
  readonly #read: (path: string) => string | undefined;
  readonly #files: (name: string) => readonly TemplateFile[];
  readonly #partials: (name: string) => readonly TemplateFile[];
  readonly #parsed = new Map<string, GoTemplate | undefined>();
  readonly #sites = new Map<string, ShortcodeSite>();

  constructor(site: HugoSite) {
    this.#site = site;
    this.#read = readOnce(site.folder.read);
    const own = joinPath(site.root, textIn(site.values["layoutdir"]) ?? "layouts");
    this.#files = templateFiles(site.folder, { own, inOwn: /^\/_?shortcodes\//, inThemes: /(?:^|\/)layouts\/_?shortcodes\// });
    this.#partials = templateFiles(site.folder, { own, inOwn: /^\/_?partials\//, inThemes: /(?:^|\/)layouts\/_?partials\// });
  }

  /** The syntax of shortcodes in texts, and whether their templates show the content. */
  get language(): ShortcodeLanguage {
    return {
      tag,
      read,
      shows: (name) => {
        const found = name.endsWith(".inline") ? [] : this.#files(name).flatMap(({ path }) => this.#read(path) ?? []);
        if (found.length > 0) return found.every((text) => showsContent(readGoActions(text), /\.Inner(?:Deindent)?\b/));
        return name === "comment" ? false : name === "details" || name === "highlight" ? true : undefined;
      },
    };
  }

  /**
   * Replaces the calls in the text of a page by the results of their templates, as far as these are known.
   * @param passedTo returns the front matter that the site and the sections pass to the page
   */
  render(body: string, path: string, passedTo: () => Table): string {
    if (!/\{\{[<%]/.test(body)) return body;
    const page = this.#pageOf(path, passedTo());
    if (page === undefined) return body;
    const ofSite = this.#sites.get(page.language) ?? shortcodeSite(this.#site, page.language);
    this.#sites.set(page.language, ofSite);
    const site = siteValue(ofSite);
    const value = pageValue(page, site);
    return renderShortcodes(body, {
      ...{ page: value, site, isMarkdown: markupOf(path) !== "html" },
      functions: { ...goFunctions, ...siteFunctions(ofSite, site, value) },
      budget: { steps: maxSteps },
      parse: (text) => this.#parse(text),
      template: (name) => this.#templateOf(name, page.language),
      partial: (name) => this.#partialOf(name, page.language),
    });
  }

  #templateOf(name: string, language: string): OwnShortcode | undefined {
    const file = fileFor(this.#files(name), language);
    const text = file && this.#read(file.path);
    return file === undefined || text === undefined ? undefined : { text, isOwn: file.isOwn };
  }

  #partialOf(name: string, language: string): GoTemplate | undefined {
    const file = fileFor(this.#partials(name), language);
    return file && this.#parse(this.#read(file.path) ?? "");
  }

  #parse(text: string): GoTemplate | undefined {
    if (!this.#parsed.has(text)) this.#parsed.set(text, parseTemplate(text));
    return this.#parsed.get(text);
  }

  #pageOf(path: string, passed: Table): ShortcodePage | undefined {
    const { folder, languages, roots } = this.#site;
    const root = rootOf(path, roots);
    if (root === undefined) return undefined;
    const { language = root.language ?? languages.byDefault } = splitLanguage(path, languages);
    const written = tableOf(readTypedFrontMatter(path, folder.read(path) ?? ""));
    const { params, ...others } = withLowerCaseKeys({ ...withLowerCaseKeys(passed), ...withLowerCaseKeys(written) });
    const parameters = { ...others, ...tableOf(params) };
    return { path, language, parameters, place: pathIn(root.from, path), resources: this.#resourcesOf(path, "resources" in others) };
  }

  // Front matter can give other names to resources.
  #resourcesOf(path: string, hasNames: boolean): PageResource[] | undefined {
    const { folder, folders, languages } = this.#site;
    const bundle = bundleOf(path, folders.bundles);
    if (bundle === undefined) return [];
    const files = folder.paths.filter((each) => isIn(bundle, each) && !isPageFile(each));
    const hasLanguages = languages.names.length > 1 && files.some((each) => splitLanguage(each, languages).language !== undefined);
    return hasNames || hasLanguages ? undefined : files.map((each) => ({ name: pathIn(bundle, each), reference: pathIn(bundle, each) }));
  }
}

// That of the language, or else that of all languages. Others are for other formats.
function fileFor(files: readonly TemplateFile[], language: string): TemplateFile | undefined {
  const withEnding = (ending: RegExp) => files.filter(({ path }) => ending.test(baseName(path).toLowerCase()));
  const ofLanguage = files.filter(({ path }) => baseName(path).toLowerCase().endsWith(`.${language}.html`));
  const found = ofLanguage.length > 0 ? ofLanguage : withEnding(/^[^.]+\.html$/);
  return found.length === 1 ? found[0] : undefined;
}

function shortcodeSite(site: HugoSite, language: string): ShortcodeSite {
  const { base, folder, languages, origin, root } = site;
  const values = valuesOfLanguage(site.values, language);
  const ofThemes = themeParameters(site);
  return {
    ...{ folder, root, base, origin, language, baseUrl: textIn(values["baseurl"]), hasOneLanguage: languages.names.length < 2 },
    ...{ title: textIn(values["title"]), languageCode: textIn(values["languagecode"]), copyright: textIn(values["copyright"]) },
    translate: translationsOf(folder, root, language),
    parameters: { ...ofThemes, ...tableOf(values["params"]) },
    hasAllParameters: ofThemes !== undefined,
    assets: joinPath(root, textIn(values["assetdir"]) ?? "assets"),
  };
}

// The configuration of a theme has parameters, too. Undefined if a theme is not in the folder, or has more than one file of configuration.
function themeParameters({ folder, root, values }: HugoSite): Table | undefined {
  const { imports } = tableOf(values["module"]);
  if (imports !== undefined) return undefined;
  let parameters: Table = {};
  for (const theme of textsIn(values["theme"])) {
    const place = joinPath(root, textIn(values["themesdir"]) ?? "themes", theme);
    const files = folder.paths.filter((path) => isIn(place, path));
    if (files.length === 0 || files.some((path) => isIn(joinPath(place, "config"), path))) return undefined;
    const configs = files.filter((path) => /^(?:hugo|config)\.(?:toml|ya?ml|json)$/.test(pathIn(place, path)));
    for (const path of configs) {
      const table = withLowerCaseKeys(readOptionalTable(folder, path));
      if (table["module"] !== undefined || table["theme"] !== undefined) return undefined;
      parameters = { ...tableOf(table["params"]), ...parameters };
    }
  }
  return parameters;
}

// An escape, `{{</* moon */>}}`, and a tag without content, `{{< moon />}}`, have none.
function read(written: string): ReturnType<ShortcodeLanguage["read"]> {
  const inner = written.slice(3, -3).trim();
  const [, slash, name] = /^(\/?)\s*([\w.-][\w./-]*)/.exec(inner) ?? [];
  if (name === undefined || (slash === "" && inner.endsWith("/"))) return undefined;
  return slash === "" ? { start: name } : { end: name };
}
