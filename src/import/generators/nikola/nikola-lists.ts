import { atom, rss } from "../../../model/format.ts";
import { languageSelection } from "../../../model/selection.ts";
import type { PythonSettings } from "../../configuration/python/python-settings.ts";
import type { OldList } from "../../old-pages/old-list.ts";
import { addressPath } from "../../site-rules/site-path.ts";
import { NikolaLanguages } from "./nikola-languages.ts";

/** Returns the feeds of a site, of its languages and of its terms (getnikola.com/handbook.html). */
export function nikolaLists(python: PythonSettings, base: string): OldList[] {
  const languages = new NikolaLanguages(python);
  const text = (name: string, language: string) => python.text(name, language);
  const ending = python.text("RSS_EXTENSION") ?? ".xml";
  return Object.keys({ [languages.byDefault]: "", ...python.table("TRANSLATIONS") }).flatMap((language): OldList[] => {
    const folder = languages.folderOf(language);
    const page = folder === "" ? "/" : languageSelection(language).path;
    const below = (...parts: readonly string[]) => addressPath(base, folder, ...parts);
    const main = text("RSS_FILENAME_BASE", language) ?? "rss";
    const tags = text("TAG_PATH", language) ?? "categories";
    const categories = text("CATEGORY_PATH", language) ?? "categories";
    return [
      { path: below(), page },
      { path: below(text("RSS_PATH", language) ?? "", main + ending), format: rss, page },
      { path: below(text("ATOM_PATH", language) ?? "", `${text("ATOM_FILENAME_BASE", language) ?? "feed"}.atom`), format: atom, page },
      ...[...new Set([tags, categories])].map((path) => ({ path: below(path), page: "/categories" })),
      { path: below(text("AUTHOR_PATH", language) ?? "authors"), page: "/authors" },
    ];
  });
}
