import { folderOf } from "../../../base/file-path.ts";
import { parseFrontMatter } from "../../../content/front-matter/front-matter.ts";
import type { FrontMatterTable, FrontMatterValue } from "../../../content/front-matter/front-matter-table.ts";
import { asTable } from "../../../content/front-matter/front-matter-value.ts";
import { metadataKeys } from "../../../content/front-matter/keys/metadata-keys.ts";
import { compileGlob } from "../../configuration/glob.ts";
import { isProtectingKey } from "../../site-rules/is-protected.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { typedFrontMatter, withBuildOptions } from "./hugo-build.ts";

/** Front matter by keys in lower case, as Hugo compares them. */
export function withLowerCase(table: FrontMatterTable): FrontMatterTable {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key.toLowerCase(), value]));
}

/** Reads the front matter of a section page; empty if it cannot be read. */
export function sectionFrontMatter(folder: SiteFolder, path: string): FrontMatterTable {
  try {
    const text = folder.read(path) ?? "";
    return withLowerCase(withBuildOptions(parseFrontMatter(path, text).data, typedFrontMatter(path, text)));
  } catch {
    return {}; // the compiler does not read section pages, so their faults are of no account
  }
}

const passedOn = new Map([...Object.values(metadataKeys).flat(), "build", "_build", "headless"].map((key) => [key.toLowerCase(), key]));

/** The front matter that section pages pass on to the pages below them (gohugo.io/content-management/front-matter, "Cascade"). */
export class Cascade {
  readonly #folder: SiteFolder;
  readonly #sections: ReadonlyMap<string, string>;
  readonly #bySite: readonly FrontMatterTable[];
  readonly #byFolder = new Map<string, readonly FrontMatterTable[]>();

  readonly #dateKeys: ReadonlySet<string>;

  /** @param ofSite the value of the configuration @param dateKeys the keys in which it looks for dates, in lower case */
  constructor(folder: SiteFolder, sections: ReadonlyMap<string, string>, ofSite: unknown, dateKeys: readonly string[]) {
    this.#dateKeys = new Set(dateKeys);
    this.#folder = folder;
    this.#sections = sections;
    const plain = plainValue(ofSite);
    this.#bySite = plain === undefined ? [] : tablesIn(withBuildOptions({ cascade: plain }, { cascade: ofSite })["cascade"]);
  }

  /**
   * Returns the keys that a page receives; those of the nearest section win.
   * @param path of the file
   * @param logical the path of the page below the content, beginning with a slash
   */
  keysOf(path: string, logical: string, language: string, kind: "page" | "section" = "page"): Record<string, FrontMatterValue> {
    const tables = [...this.#bySite, ...this.#tablesAbove(folderOf(path))].filter((table) => applies(table, logical, language, kind));
    return Object.fromEntries(
      tables.flatMap((table) =>
        Object.entries(withLowerCase(table)).flatMap(([key, value]) => {
          const own = passedOn.get(key) ?? (isProtectingKey(key) || this.#dateKeys.has(key) ? key : undefined);
          return own === undefined ? [] : [[own, value] as const];
        }),
      ),
    );
  }

  #tablesAbove(folder: string): readonly FrontMatterTable[] {
    const known = this.#byFolder.get(folder);
    if (known !== undefined) return known;
    const above = folder === "" ? [] : this.#tablesAbove(folderOf(folder));
    const section = this.#sections.get(folder);
    const own = section === undefined ? [] : tablesIn(sectionFrontMatter(this.#folder, section)["cascade"]);
    const tables = own.length === 0 ? above : [...above, ...own];
    this.#byFolder.set(folder, tables);
    return tables;
  }
}

function tablesIn(value: FrontMatterValue | undefined): FrontMatterTable[] {
  return (Array.isArray(value) ? value : value === undefined ? [] : [value]).map((item) => asTable(item as FrontMatterValue));
}

// Values of a configuration as those of front matter.
function plainValue(value: unknown): FrontMatterValue | undefined {
  if (value === undefined || value === null) return undefined;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plainValue).filter((item) => item !== undefined);
  if (typeof value !== "object") return String(value);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const plain = plainValue(item);
      return plain === undefined ? [] : [[key, plain]];
    }),
  );
}

function applies(table: FrontMatterTable, logical: string, language: string, kind: string): boolean {
  const lower = withLowerCase(table);
  const target = withLowerCase(asTable(lower["target"] ?? lower["_target"]));
  return (
    matches(target["path"], logical.toLowerCase()) &&
    matches(target["kind"], kind) &&
    matches(target["lang"], language) &&
    matches(target["environment"], "production")
  );
}

function matches(glob: FrontMatterValue | undefined, text: string): boolean {
  return typeof glob !== "string" || compileGlob(glob.toLowerCase()).test(text);
}
