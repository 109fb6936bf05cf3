import { baseName, withoutExtension } from "../../../base/file-path.ts";
import { textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { isFalse, isTrue } from "../../../content/front-matter/front-matter-value.ts";
import { asciiText } from "../../../model/ascii-text.ts";
import type { PythonSettings } from "../../configuration/python/python-settings.ts";
import { joinPath } from "../../site-rules/site-path.ts";
import type { NikolaLanguages } from "./nikola-languages.ts";

/** A text of Nikola, as far as its address depends on it. */
export interface NikolaText {
  readonly metadata: FrontMatterTable;
  /** The folder of its address, without that of the language. */
  readonly folder: string;
  readonly slug: string;
  readonly language: string;
}

/** Computes the addresses of a Nikola site. */
export class NikolaAddresses {
  readonly #settings: PythonSettings;
  readonly #base: string;
  readonly #languages: NikolaLanguages;

  /** @param base the path of BASE_URL */
  constructor(settings: PythonSettings, base: string, languages: NikolaLanguages) {
    this.#settings = settings;
    this.#base = base;
    this.#languages = languages;
  }

  /** Returns the decoded path of a text. */
  pathOf({ folder, language, metadata, slug }: NikolaText): string {
    const names = joinPath(this.#languages.folderOf(language), folder, slug);
    return `${this.#base}/${names}${this.#isPretty(metadata, slug) ? "/" : ".html"}`.replace(/(?<=\/)index\.html$/, "");
  }

  /** Returns the pattern, in the tokens of the settings, of a path. */
  patternOf(path: string): string {
    return `${this.#base}/:sections/:slug${path.endsWith("/") ? "/" : ".html"}`;
  }

  /** Returns the slug of a text: its own, or one of its file name. @param original the path without its language */
  slugOf(metadata: FrontMatterTable, original: string): string {
    return textIn(metadata["slug"]) ?? slugify(withoutExtension(baseName(original)), this.#settings);
  }

  #isPretty(metadata: FrontMatterTable, slug: string): boolean {
    const own = metadata["pretty_url"];
    return isTrue(own) || (!isFalse(own) && this.#settings.flag("PRETTY_URLS", true) && slug !== "index");
  }
}

// getnikola.com: nikola.utils.slugify
function slugify(name: string, python: PythonSettings): string {
  if (!python.flag("USE_SLUGIFY", true)) return name.replace(/[/\\?#"'\r\n\t*:<>|]/g, "-");
  return asciiText(name)
    .replace(/[^+\w\s-]/g, "")
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, "-");
}
