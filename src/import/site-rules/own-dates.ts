import { folderOf, withoutExtension } from "../../base/file-path.ts";
import { plural } from "../../base/plural.ts";
import { textIn } from "../../base/table-values.ts";
import type { FrontMatterTable } from "../../content/front-matter/front-matter-table.ts";
import { readKeys } from "../../content/front-matter/keys/known-keys.ts";
import { isMarkdown } from "./content-file.ts";
import { instantOf, isDated } from "./front-matter-date.ts";
import type { SiteFile, SiteFolder } from "./old-site.ts";
import { readFile } from "./site-file.ts";

// By their names they are the date of publication, although no generator reads them.
const synonyms =
  /^(?:posted(?:[_-]?(?:at|on|date))?|post[_-]?date|created(?:[_-]?(?:at|on|date))?|date[_-]?(?:created|posted|time)|creation[_-]?date|published[_-]?on|pub[_-]?date(?:[_-]?time)?|written(?:[_-]?(?:at|on))?)$/i;
const otherDates = /start|begin|end|due|deadline|expir|event|birth|until|valid|updat|modif|edit|chang|review|seen|visit|last/i;
const known: ReadonlySet<string> = new Set(readKeys.map((key) => key.toLowerCase()));
const schemaDate = /(?<!\w)(\w{1,50})["']?:z\.(?:coerce\.)?date\(/g;
const maxLength = 262_144; // UTF-16 units

type Text = Pick<SiteFile, "frontMatter" | "path">;

/** The dates of posts in keys that a site invented, such as `added: 2024-05-01`: Astro and the like accept any schema. */
export class OwnDates {
  /** The paths of the texts that have such a date, and no other. */
  readonly paths: ReadonlySet<string>;
  /** The key of each folder. */
  readonly #keys = new Map<string, string>();
  readonly #found = new Map<string, number>();
  readonly #doubts: string[] = [];

  constructor(folder: SiteFolder) {
    const inSchema = keysOfSchema(folder);
    // Without the texts: a site may be larger than memory.
    const texts = folder.paths.filter(isMarkdown).map((path): Text => ({ path, frontMatter: readFile(folder, path).frontMatter }));
    for (const [place, group] of Map.groupBy(texts, ({ path }) => placeOf(path))) this.#learn(place, group, inSchema);
    this.paths = new Set(texts.filter((file) => this.#keyOf(file) !== undefined).map(({ path }) => path));
  }

  /** Returns the own date of a text that has no other, as it is written. */
  dateOf(file: Text): string | undefined {
    const key = this.#keyOf(file);
    return key === undefined ? undefined : this.#count(key, textIn(file.frontMatter[key]));
  }

  /** Returns a sentence for each key that was used, and for each folder where several keys are possible. */
  get notes(): readonly string[] {
    const used = [...this.#found].map(
      ([key, count]) =>
        `${plural(count, "post has its", "posts have their")} date in ${key}: the copies have it in the line date; if it is another date, remove the line and write feed: false`,
    );
    return [...used, ...this.#doubts];
  }

  #keyOf(file: Text): string | undefined {
    if (!isMarkdown(file.path) || isDated(file)) return undefined;
    const keys = Object.keys(file.frontMatter);
    const key = keys.find((each) => synonyms.test(each) && isDate(file.frontMatter, each)) ?? this.#keys.get(placeOf(file.path));
    return key !== undefined && isDate(file.frontMatter, key) ? key : undefined;
  }

  #count(key: string, date: string | undefined): string | undefined {
    this.#found.set(key, (this.#found.get(key) ?? 0) + 1);
    return date;
  }

  // Most texts must have the key, and none a date that we know.
  #learn(place: string, group: readonly Text[], inSchema: ReadonlySet<string>): void {
    if (group.some(isDated)) return;
    const counts = new Map<string, number>();
    for (const { frontMatter } of group)
      for (const key of Object.keys(frontMatter))
        if (!known.has(key.toLowerCase()) && !otherDates.test(key) && isDate(frontMatter, key)) counts.set(key, (counts.get(key) ?? 0) + 1);
    const possible = [...counts].filter(([, count]) => 2 * count > group.length).map(([key]) => key);
    const likely = possible.length > 1 ? possible.filter((key) => inSchema.has(key)) : possible;
    const [key, ...rest] = likely.length === 0 ? possible : likely;
    if (key === undefined || possible.some((each) => synonyms.test(each))) return;
    if (rest.length === 0) this.#keys.set(place, key);
    else
      this.#doubts.push(
        `The texts of ${place} have several dates (${[key, ...rest].join(", ")}), so they became pages: rename the one of publication to date, and import again`,
      );
  }
}

// A bundle, `moon/index.md`, is in the folder of all posts.
function placeOf(path: string): string {
  return /(?:^|\/)index$/.test(withoutExtension(path)) ? folderOf(folderOf(path)) : folderOf(path);
}

function keysOfSchema({ paths, read }: SiteFolder): ReadonlySet<string> {
  const schemas = paths.filter((path) => /(?:^|\/)content[./]config\.[cm]?[jt]s$/.test(path));
  return new Set(
    schemas.flatMap((path) =>
      [...(read(path) ?? "").slice(0, maxLength).replace(/\s/g, "").matchAll(schemaDate)].map(([, key = ""]) => key),
    ),
  );
}

// A number may be anything.
function isDate(frontMatter: FrontMatterTable, key: string): boolean {
  const text = textIn(frontMatter[key]);
  return text !== undefined && !/^\d+$/.test(text) && instantOf(text) !== undefined;
}
