import { tableOf, textIn, textsIn } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { isFalse, isTrue } from "../../../content/front-matter/front-matter-value.ts";
import { readJson } from "../../configuration/data-file.ts";
import { languageIn, parseSiteUrl, urlSettings } from "../../configuration/site-url.ts";
import { isMarkdown } from "../../site-rules/content-file.ts";
import type { OldSettings, SiteFolder } from "../../site-rules/old-site.ts";
import { readFile } from "../../site-rules/site-file.ts";
import { isIn, joinPath } from "../../site-rules/site-path.ts";

const digitalGarden = "digitalgarden";
const enveloppe = "obsidian-mkdocs-publisher"; // the id of Enveloppe, which was GitHub Publisher

/** The plugins that publish the notes of a vault, each by a key of its own. */
export class PublishingPlugins {
  readonly #folder: SiteFolder;
  readonly #root: string;
  readonly #notes: readonly string[];
  readonly #shareKey: string;
  readonly #optIns: readonly string[];
  /** True if notes are marked for Obsidian Publish, which may also publish notes that are not marked. */
  readonly hasMarkedNotes: boolean;

  /** @param root the folder of the vault */
  constructor(folder: SiteFolder, root: string) {
    this.#folder = folder;
    this.#root = root;
    this.#notes = folder.paths.filter((path) => isIn(root, path) && isMarkdown(path));
    const { shareAll, shareKey } = tableOf(this.#dataOf(enveloppe)["plugin"]);
    this.#shareKey = textIn(shareKey) ?? "share";
    const sharesAll = tableOf(shareAll)["enable"] === true;
    // Other systems have a key `share`, for the buttons of a page.
    const keys = ["dg-publish", ...(this.#has(enveloppe) && !sharesAll ? [this.#shareKey] : [])];
    this.#optIns = keys.filter((key) => this.#isUsed(key));
    this.hasMarkedNotes = this.#isUsed("publish");
  }

  /** The settings of Digital Garden that have a counterpart. */
  get settings(): OldSettings {
    const { gardenBaseUrl, mainLanguage, siteName } = this.#dataOf(digitalGarden);
    return {
      title: textIn(siteName),
      language: languageIn(textIn(mainLanguage)),
      ...urlSettings(parseSiteUrl(textIn(gardenBaseUrl))),
    };
  }

  /** Returns the key without which the plugins of the vault publish no note, if a note has no such key. */
  missingKey(frontMatter: FrontMatterTable): string | undefined {
    return this.publishes(frontMatter) || this.hides(frontMatter) ? undefined : this.#optIns[0];
  }

  /** Returns whether a key marks a note as public. */
  publishes(frontMatter: FrontMatterTable): boolean {
    return ["publish", "dg-publish", ...this.#optIns].some((key) => isTrue(frontMatter[key]));
  }

  /** Returns whether a key hides a note, and none publishes it. */
  hides(frontMatter: FrontMatterTable): boolean {
    return ["publish", "dg-publish", this.#shareKey].some((key) => isFalse(frontMatter[key])) && !this.publishes(frontMatter);
  }

  /** Returns whether only a plugin reads a key. */
  isOwn(key: string): boolean {
    return key.startsWith("dg-") || key === this.#shareKey;
  }

  #dataOf(plugin: string): Readonly<Record<string, unknown>> {
    return readJson(this.#folder, joinPath(this.#root, ".obsidian/plugins", plugin, "data.json"));
  }

  // Its settings may be missing, since they contain a token.
  #has(plugin: string): boolean {
    const place = joinPath(this.#root, ".obsidian/plugins", plugin);
    return this.#folder.paths.some((path) => isIn(place, path)) || this.#enabled.includes(plugin);
  }

  get #enabled(): readonly string[] {
    try {
      return textsIn(JSON.parse(this.#folder.read(joinPath(this.#root, ".obsidian/community-plugins.json")) ?? "[]"));
    } catch {
      return [];
    }
  }

  #isUsed(key: string): boolean {
    return this.#notes.some(
      (path) => (this.#folder.read(path) ?? "").includes(key) && isTrue(readFile(this.#folder, path).frontMatter[key]),
    );
  }
}
