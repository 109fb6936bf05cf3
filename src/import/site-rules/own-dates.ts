import { folderOf, withoutExtension } from "../../base/file-path.ts";
import { plural } from "../../base/plural.ts";
import { textIn } from "../../base/table-values.ts";
import type { FrontMatterTable } from "../../content/front-matter/front-matter-table.ts";
import { readKeys } from "../../content/front-matter/keys/known-keys.ts";
import { dateInWords } from "../../content/metadata/date-in-words.ts";
import { isMarkdown } from "./content-file.ts";
import { instantOf, isDated, namedDate, writtenDate } from "./front-matter-date.ts";
import type { SiteFile, SiteFolder } from "./old-site.ts";
import { readFile } from "./site-file.ts";

// By their names they are the date of publication, although no generator reads them.
const synonyms =
  /^(?:posted(?:[_-]?(?:at|on|date))?|post[_-]?date|created(?:[_-]?(?:at|on|date))?|date[_-]?(?:created|posted|time)|creation[_-]?date|published[_-]?on|pub[_-]?date(?:[_-]?time)?|written(?:[_-]?(?:at|on))?)$/i;
const otherDates = /start|begin|end|due|deadline|expir|event|birth|until|valid|updat|modif|edit|chang|review|seen|visit|last/i;
const known: ReadonlySet<string> = new Set(readKeys.map((key) => key.toLowerCase()));
const schemaDate = /(?<!\w)(\w{1,50})["']?:z\.(?:coerce\.)?date\(/g;
const codeDate = /\bnew Date\(\s{0,9}[\w$]{1,50}(?:[?!]?\.[\w$]{1,50}){0,4}[?!]?\.(\w{1,50})/g;
const maxLength = 262_144; // UTF-16 units

type Text = Pick<SiteFile, "frontMatter" | "path">;

/** The dates of posts in keys that a site invented, such as `added: 2024-05-01`: Astro and the like accept any schema. */
export class OwnDates {
  /** The paths of the texts that have such a date, and no other that the old site read. */
  readonly paths: ReadonlySet<string>;
  readonly #readsNames: boolean;
  /** The key of each folder. */
  readonly #keys = new Map<string, string>();
  readonly #found = new Map<string, number>();
  readonly #doubts: string[] = [];

  /** @param mayReadNames true if the old site may have read dates in the names of files: then a date in a key that differs is another one */
  constructor(folder: SiteFolder, mayReadNames: boolean) {
    this.#readsNames = mayReadNames;
    // Without the texts: a site may be larger than memory.
    const texts = folder.paths.filter(isMarkdown).map((path): Text => ({ path, frontMatter: readFile(folder, path).frontMatter }));
    const areNamed = !mayReadNames && texts.some(({ path }) => namedDate(path) !== undefined);
    const inSchema = new Set([...keysOfSchema(folder), ...(areNamed ? keysOfCode(folder) : [])]);
    for (const [place, group] of Map.groupBy(texts, ({ path }) => placeOf(path))) this.#learn(place, group, inSchema);
    this.paths = new Set(texts.filter((file) => this.#keyOf(file) !== undefined).map(({ path }) => path));
  }

  /** Returns the own date of a text that has no other in its front matter, as it is written. */
  dateOf(file: Text): string | undefined {
    const key = this.#keyOf(file);
    const text = key === undefined ? undefined : textIn(file.frontMatter[key]);
    return key === undefined || text === undefined ? undefined : this.#count(key, inNumbers(text));
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
    if (!isMarkdown(file.path) || writtenDate(file.frontMatter) !== undefined) return undefined;
    const keys = Object.keys(file.frontMatter);
    const key = keys.find((each) => synonyms.test(each) && isDate(file.frontMatter, each)) ?? this.#keys.get(placeOf(file.path));
    if (key === undefined || !isDate(file.frontMatter, key)) return undefined;
    return !this.#readsNames || isOfNamedDay(file, key) ? key : undefined;
  }

  #count(key: string, date: string): string {
    this.#found.set(key, (this.#found.get(key) ?? 0) + 1);
    return date;
  }

  // Most texts must have the key, and none a date that we know. If names have dates, too, the schema or the code must read the key.
  #learn(place: string, group: readonly Text[], inSchema: ReadonlySet<string>): void {
    const areNamed = group.some(({ path }) => namedDate(path) !== undefined);
    if (group.some(this.#readsNames ? isDated : ({ frontMatter }) => writtenDate(frontMatter) !== undefined)) return;
    const counts = new Map<string, number>();
    for (const { frontMatter } of group)
      for (const key of Object.keys(frontMatter))
        if (!known.has(key.toLowerCase()) && !otherDates.test(key) && isDate(frontMatter, key)) counts.set(key, (counts.get(key) ?? 0) + 1);
    const possible = [...counts].filter(([, count]) => 2 * count > group.length).map(([key]) => key);
    const likely = possible.length > 1 || areNamed ? possible.filter((key) => inSchema.has(key)) : possible;
    const [key, ...rest] = likely.length === 0 ? possible : likely;
    if (key === undefined || possible.some((each) => synonyms.test(each))) return;
    if (areNamed && likely.length !== 1)
      this.#doubts.push(
        `The dates of the texts of ${place} are those of their names, not of ${[key, ...rest].join(", ")}: if the old site had the latter, rename the key to date, and import again`,
      );
    else if (rest.length === 0) this.#keys.set(place, key);
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

const hour = 3_600_000; // ms

// A day begins and ends up to 14 hours earlier or later than in UTC.
function isOfNamedDay({ frontMatter, path }: Text, key: string): boolean {
  const day = instantOf(namedDate(path)?.slice(0, 10));
  const text = textIn(frontMatter[key]) ?? "";
  const instant = instantOf(inNumbers(text));
  return day === undefined || (instant !== undefined && instant > day - 14 * hour && instant < day + 38 * hour);
}

// `new Date(post.data.added)`
function keysOfCode({ paths, read }: SiteFolder): string[] {
  const code = paths.filter((path) => /\.(?:[cm]?[jt]sx?|astro|vue)$/.test(path));
  return code.flatMap((path) => [...(read(path) ?? "").slice(0, maxLength).matchAll(codeDate)].map(([, key = ""]) => key));
}

function keysOfSchema({ paths, read }: SiteFolder): ReadonlySet<string> {
  const schemas = paths.filter((path) => /(?:^|\/)content[./]config\.[cm]?[jt]s$/.test(path));
  return new Set(
    schemas.flatMap((path) =>
      [...(read(path) ?? "").slice(0, maxLength).replace(/\s/g, "").matchAll(schemaDate)].map(([, key = ""]) => key),
    ),
  );
}

// `5. března 2019`
function inNumbers(text: string): string {
  return instantOf(text) === undefined ? (dateInWords(text) ?? text) : text;
}

// A number may be anything.
function isDate(frontMatter: FrontMatterTable, key: string): boolean {
  const text = textIn(frontMatter[key]);
  return text !== undefined && !/^\d+$/.test(text) && instantOf(inNumbers(text)) !== undefined;
}
