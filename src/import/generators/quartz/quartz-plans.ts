import { folderOf } from "../../../base/file-path.ts";
import { textIn, textsIn } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import type { ConfigReadings } from "../../configuration/config-readings.ts";
import { excludeFiles } from "../../configuration/file-patterns.ts";
import type { Glob } from "../../configuration/glob.ts";
import { isMarkdown } from "../../site-rules/content-file.ts";
import { isDated } from "../../site-rules/front-matter-date.ts";
import type { ArticlePlan, Plan, SiteFile } from "../../site-rules/old-site.ts";
import { planMedia } from "../../site-rules/plan-media.ts";
import { readableAddress } from "../../site-rules/readable-address.ts";
import { addressPath, isIn, pathIn } from "../../site-rules/site-path.ts";
import { isPublished, noteKeys, withoutNoteKeys } from "./note-keys.ts";
import { plainTerms } from "./note-terms.ts";
import { nameOfNote } from "./note-title.ts";
import { aliasesOf, quartzAddress } from "./quartz-slug.ts";

/** Plans the files of a Quartz site. */
export class QuartzPlans {
  readonly #content: string;
  readonly #base: string;
  readonly #isExplicit: boolean;
  readonly #hasAliasesInFolders: boolean;
  readonly #ignored: readonly string[];
  readonly #excluded: Glob;

  /**
   * @param content the folder of the notes
   * @param base the path of `baseUrl`
   * @param isExplicit true if only notes with `publish: true` are published
   * @param version that of Quartz, such as `4.2.3`, if it is known
   */
  constructor(content: string, readings: ConfigReadings, base: string, isExplicit: boolean, version: string | undefined) {
    this.#content = content;
    this.#base = base;
    this.#isExplicit = isExplicit;
    this.#hasAliasesInFolders = version === undefined || /^4\.[0-4](?!\d)/.test(version);
    const ignored = readings.flatMap((options) => options["ignorePatterns"] ?? ["private", "templates", ".obsidian"]);
    this.#ignored = [...new Set(textsIn(ignored))];
    this.#excluded = excludeFiles(this.#ignored);
  }

  /** Returns the planned action for a file; undefined if it is not content. */
  plan(file: SiteFile): Plan | undefined {
    if (!isIn(this.#content, file.path)) return undefined;
    const target = pathIn(this.#content, file.path);
    const names = target.split("/");
    if (names.some((name) => name.startsWith("."))) return undefined;
    if (!isMarkdown(file.path)) return planMedia(file.path, [{ from: this.#content, to: "" }]);
    if (names.some((name) => this.#ignored.includes(name)) || this.#excluded.test(target))
      return { kind: "left out", what: "notes that Quartz ignores" };
    if (this.#isExplicit && !isPublished(file.frontMatter)) return { kind: "left out", what: "notes without publish: true" };
    return this.#planText(file, target);
  }

  #aliasesOf({ frontMatter }: SiteFile, target: string, own: string): FrontMatterTable {
    return aliasesOf(frontMatter, { base: this.#base, folder: folderOf(target), own }, this.#hasAliasesInFolders);
  }

  #planText(file: SiteFile, target: string): ArticlePlan {
    const name = nameOfNote(target);
    const hasTitle = textIn(file.frontMatter["title"]) !== undefined || name === "";
    const keys = { ...(!hasTitle && { title: name }), ...noteKeys(file.frontMatter) };
    const frontMatter = { ...keys, ...file.frontMatter };
    const published = addressPath(this.#base, quartzAddress(target));
    const corrections = { ...plainTerms(file.frontMatter), ...this.#aliasesOf(file, target, published) };
    return {
      kind: isDated({ ...file, frontMatter }) ? "post" : "page",
      target,
      address: readableAddress(published, addressPath(this.#base, ":sections/:filename"), { target, frontMatter }),
      ...(Object.keys(keys).length > 0 && { keys }),
      ...(Object.keys(corrections).length > 0 && { corrections }),
      ...withoutNoteKeys(file),
    };
  }
}
