import { baseName } from "../../base/file-path.ts";
import { textIn } from "../../base/table-values.ts";
import { readJson } from "../configuration/data-file.ts";
import { type ConfigFile, findConfig } from "../configuration/find-config.ts";
import { isAboutRepository, isMarkdown, repositoryFiles } from "../site-rules/content-file.ts";
import { isDated } from "../site-rules/front-matter-date.ts";
import { NoteList } from "../site-rules/note-list.ts";
import type { ArticlePlan, Generator, OldSite, Plan, SiteFile, SiteFolder } from "../site-rules/old-site.ts";
import { planMedia } from "../site-rules/plan-media.ts";
import { addressPath, isIn, joinPath, pathIn } from "../site-rules/site-path.ts";
import { type ExcludedFiles, excludedFiles } from "./quartz/excluded-files.ts";
import { HiddenComments } from "./quartz/hidden-comments.ts";
import { noteKeys, withoutNoteKeys } from "./quartz/note-keys.ts";
import { plainTerms } from "./quartz/note-terms.ts";
import { titleOfNote } from "./quartz/note-title.ts";
import { PublishingPlugins } from "./quartz/publishing-plugins.ts";

/** A vault of Obsidian. A note with a date is a post. Templates and the diary are left out. */
export const obsidian: Generator = {
  name: "Obsidian",
  open(folder) {
    const config = findConfig(folder.paths, /(?:^|\/)\.obsidian\/[\w-]+\.json$/, 1);
    return config && openSite(folder, config);
  },
};

function openSite(folder: SiteFolder, { root }: ConfigFile): OldSite {
  const comments = new HiddenComments();
  const plugins = new PublishingPlugins(folder, root);
  const notes = new NoteList();
  const { strictLineBreaks, userIgnoreFilters } = readJson(folder, joinPath(root, ".obsidian/app.json"));
  const isStrict = strictLineBreaks === true;
  const excluded = excludedFiles(userIgnoreFilters);
  for (const filter of excluded.unread) notes.add(`Cannot read ${filter} of the excluded files: delete the copies of what it excluded`);
  const plans = new ObsidianPlans(folder, root, plugins, notes, excluded);
  notes.add(
    plugins.settings.url === undefined
      ? "A vault has no addresses of its own: notes without a permalink get those of your settings"
      : "The addresses that Digital Garden makes are unknown: notes without dg-permalink get those of your settings",
  );
  return {
    settings: plugins.settings,
    get notes() {
      return [...notes.sentences, ...comments.notes];
    },
    plan: (file) => plans.plan(file),
    publicText: (body) => comments.removeFrom(body),
    markdown: { breaks: isStrict ? undefined : "Obsidian (strict line breaks are off)" },
  };
}

const unmarked = "Imported without publish: true, which other notes have: if a note was not public, write draft: true into its copy";

/** Plans the files of a vault. */
class ObsidianPlans {
  readonly #root: string;
  readonly #templates: string;
  readonly #diary: string;
  readonly #plugins: PublishingPlugins;
  readonly #notes: NoteList;
  readonly #excluded: ExcludedFiles;

  constructor(folder: SiteFolder, root: string, plugins: PublishingPlugins, notes: NoteList, excluded: ExcludedFiles) {
    const folderIn = (name: string, missing: string) =>
      joinPath(root, textIn(readJson(folder, joinPath(root, ".obsidian", name))["folder"]) ?? missing);
    this.#root = root;
    this.#plugins = plugins;
    this.#notes = notes;
    this.#templates = folderIn("templates.json", "Templates");
    this.#diary = folderIn("daily-notes.json", "");
    this.#excluded = excluded;
  }

  /** Returns the planned action for a file; undefined if it is not content. */
  plan(file: SiteFile): Plan | undefined {
    const { frontMatter, path } = file;
    if (!isIn(this.#root, path) || isIn(joinPath(this.#root, ".obsidian"), path)) return undefined;
    if (this.#excluded.has(pathIn(this.#root, path))) return { kind: "left out", what: "excluded files of the vault" };
    if (!isMarkdown(path)) return planMedia(path, [{ from: this.#root, to: "" }]);
    if (isIn(this.#templates, path)) return { kind: "left out", what: "templates" };
    if (isAboutRepository(file, this.#root)) return { kind: "left out", what: repositoryFiles };
    if (frontMatter["excalidraw-plugin"] !== undefined) return { kind: "left out", what: "drawings of Excalidraw" };
    const isDiary = isIn(this.#diary, path) && /^\d{4}-\d{2}-\d{2}\.md$/.test(baseName(path));
    if (isDiary && !this.#plugins.publishes(frontMatter)) return { kind: "left out", what: "notes of the diary without publish: true" };
    const missing = this.#plugins.missingKey(frontMatter);
    if (missing !== undefined) return { kind: "left out", what: `notes without ${missing}: true` };
    return this.#planText(file);
  }

  #planText(file: SiteFile): ArticlePlan {
    const { frontMatter, path } = file;
    const isHidden = this.#plugins.hides(frontMatter);
    const { draft: _, ...own } = noteKeys(frontMatter);
    const keys = { ...titleOfNote(file), ...own, ...(isHidden && frontMatter["draft"] === undefined && { draft: "true" }) };
    const corrections = plainTerms(frontMatter);
    const permalink = textIn(frontMatter["permalink"]) ?? textIn(frontMatter["dg-permalink"]);
    const isUnmarked = !isHidden && !this.#plugins.publishes(frontMatter) && frontMatter["draft"] === undefined;
    if (isUnmarked && this.#plugins.hasMarkedNotes) this.#notes.count(unmarked, path);
    const foreign = Object.keys(frontMatter).filter((key) => this.#plugins.isOwn(key));
    return {
      kind: isDated({ ...file, frontMatter: { ...keys, ...frontMatter } }) ? "post" : "page",
      target: pathIn(this.#root, file.path),
      ...(permalink !== undefined && { address: { path: addressPath(permalink) } }),
      ...(Object.keys(keys).length > 0 && { keys }),
      ...(Object.keys(corrections).length > 0 && { corrections }),
      ...withoutNoteKeys(
        file,
        foreign.map((key) => key.toLowerCase()),
      ),
    };
  }
}
