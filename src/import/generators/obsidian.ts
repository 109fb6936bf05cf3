import { baseName } from "../../base/file-path.ts";
import { textIn } from "../../base/table-values.ts";
import { readJson } from "../configuration/data-file.ts";
import { findConfig } from "../configuration/find-config.ts";
import { isMarkdown, isOfRepository } from "../site-rules/content-file.ts";
import { isDated } from "../site-rules/front-matter-date.ts";
import type { Generator } from "../site-rules/old-site.ts";
import { planMedia } from "../site-rules/plan-media.ts";
import { addressPath, isIn, joinPath, pathIn } from "../site-rules/site-path.ts";
import { HiddenComments } from "./quartz/hidden-comments.ts";
import { isPublished, noteKeys, withoutNoteKeys } from "./quartz/note-keys.ts";

import { titleOfNote } from "./quartz/note-title.ts";

/** A vault of Obsidian. A note with a date is a post. Templates and the diary are left out. */
export const obsidian: Generator = {
  name: "Obsidian",
  open(folder) {
    const config = findConfig(folder.paths, /(?:^|\/)\.obsidian\/[\w-]+\.json$/, 1);
    if (config === undefined) return undefined;
    const { root } = config;
    const folderIn = (name: string, missing: string) =>
      joinPath(root, textIn(readJson(folder, joinPath(root, ".obsidian", name))["folder"]) ?? missing);
    const comments = new HiddenComments();
    const templates = folderIn("templates.json", "Templates");
    const diary = folderIn("daily-notes.json", "");
    return {
      settings: {},
      get notes() {
        return ["A vault has no addresses of its own: notes without a permalink get those of your settings", ...comments.notes];
      },
      publicText: (body) => comments.removeFrom(body),
      plan(file) {
        if (!isIn(root, file.path) || isIn(joinPath(root, ".obsidian"), file.path)) return undefined;
        const target = pathIn(root, file.path);
        if (!isMarkdown(file.path)) return planMedia(file.path, [{ from: root, to: "" }]);
        if (isIn(templates, file.path)) return { kind: "left out", what: "templates" };
        if (isOfRepository(file.path)) return { kind: "left out", what: "files about the repository, such as README.md" };
        if (file.frontMatter["excalidraw-plugin"] !== undefined) return { kind: "left out", what: "drawings of Excalidraw" };
        const isDiary = isIn(diary, file.path) && /^\d{4}-\d{2}-\d{2}\.md$/.test(baseName(file.path));
        if (isDiary && !isPublished(file.frontMatter)) return { kind: "left out", what: "notes of the diary without publish: true" };
        const keys = { ...titleOfNote(file), ...noteKeys(file.frontMatter) };
        const permalink = textIn(file.frontMatter["permalink"]);
        return {
          kind: isDated({ ...file, frontMatter: { ...keys, ...file.frontMatter } }) ? "post" : "page",
          target,
          ...(permalink !== undefined && { address: { path: addressPath(permalink) } }),
          ...(Object.keys(keys).length > 0 && { keys }),
          ...withoutNoteKeys(file),
        };
      },
    };
  },
};
