import { countIn, tableOf, textIn } from "../../base/table-values.ts";
import { excludeFiles } from "../configuration/file-patterns.ts";
import { findConfig } from "../configuration/find-config.ts";
import { readOldSettings } from "../configuration/old-settings.ts";
import { readScript } from "../configuration/script-module.ts";
import { isMarkdown } from "../site-rules/content-file.ts";
import { isDated } from "../site-rules/front-matter-date.ts";
import type { Generator } from "../site-rules/old-site.ts";
import { planMedia } from "../site-rules/plan-media.ts";
import { readableAddress } from "../site-rules/readable-address.ts";
import { addressPath, isIn, joinPath, pathIn } from "../site-rules/site-path.ts";
import { HiddenComments } from "./quartz/hidden-comments.ts";
import { isPublished, noteKeys, withoutNoteKeys } from "./quartz/note-keys.ts";
import { nameOfNote } from "./quartz/note-title.ts";
import { aliasesOf, quartzAddress } from "./quartz/quartz-slug.ts";

/** Quartz 4: the notes of `content`. A note with a date is a post. */
export const quartz: Generator = {
  name: "Quartz",
  open(folder) {
    const config = findConfig(folder.paths, /(?:^|\/)quartz\.config\.ts$/);
    if (config === undefined) return undefined;
    const script = readScript(folder, config.path);
    const options = tableOf(tableOf(script?.exported ?? script?.constant("config"))["configuration"]);
    const content = joinPath(config.root, "content");
    const site = URL.parse(`https://${(textIn(options["baseUrl"]) ?? "").replace(/^https?:\/\//, "")}`);
    const ignored = [options["ignorePatterns"] ?? ["private", "templates", ".obsidian"]].flat().map(String);
    const excluded = excludeFiles(ignored);
    const base = site?.pathname ?? "/";
    const comments = new HiddenComments();
    const isExplicit = /\bExplicitPublish\s*\(/.test(folder.read(config.path) ?? "");
    return {
      settings: {
        ...readOldSettings({ title: options["pageTitle"], language: options["locale"], url: site?.href }),
        limit: countIn(tableOf(script?.calls("ContentIndex")[0]?.[0])["rssLimit"]),
      },
      get notes() {
        return [...(Object.keys(options).length === 0 ? [`Cannot read ${config.path}: its defaults were assumed`] : []), ...comments.notes];
      },
      ...(base !== "/" && { linkBase: addressPath(base, "/") }),
      publicText: (body) => comments.removeFrom(body),
      plan(file) {
        if (!isIn(content, file.path)) return undefined;
        const target = pathIn(content, file.path);
        if (target.split("/").some((name) => name.startsWith("."))) return undefined;
        if (!isMarkdown(file.path)) return planMedia(file.path, [{ from: content, to: "" }]);
        if (target.split("/").some((name) => ignored.includes(name)) || excluded.test(target))
          return { kind: "left out", what: "notes that Quartz ignores" };
        if (isExplicit && !isPublished(file.frontMatter)) return { kind: "left out", what: "notes without publish: true" };
        const hasTitle = textIn(file.frontMatter["title"]) !== undefined || nameOfNote(target) === "";
        const keys = { ...(!hasTitle && { title: nameOfNote(target) }), ...noteKeys(file.frontMatter) };
        const kind = isDated({ ...file, frontMatter: { ...keys, ...file.frontMatter } }) ? "post" : "page";
        const published = addressPath(base, quartzAddress(target));
        const address = readableAddress(published, addressPath(base, ":sections/:filename"), {
          target,
          frontMatter: { ...keys, ...file.frontMatter },
        });
        const corrections = aliasesOf(file.frontMatter, base, published);
        return {
          kind,
          target,
          address,
          ...(Object.keys(keys).length > 0 && { keys }),
          ...(Object.keys(corrections).length > 0 && { corrections }),
          ...withoutNoteKeys(file),
        };
      },
    };
  },
};
