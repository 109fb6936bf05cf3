import { textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { isScript } from "../../configuration/loaded-code.ts";
import { withoutComments } from "../../configuration/without-comments.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { isIn, pathIn } from "../../site-rules/site-path.ts";
import { routePath } from "./next-routes.ts";
import { onlyOne } from "./only-one.ts";

/** A page that finds one text of a collection by the parameters of its address. */
interface EntryPage {
  readonly path: string;
  /** The part of its address before the parameters. */
  readonly prefix: string;
  /** False if its address has several parameters. */
  readonly isSimple: boolean;
  /** The keys of front matter that its texts have, and their values. */
  readonly conditions: readonly (readonly [key: string, value: string])[];
}

/** A condition by which code links to one of two pages. */
interface LinkRule {
  readonly key: string;
  readonly value: string;
  readonly prefix: string;
  readonly otherPrefix: string;
}

const maxLength = 262_144; // UTF-16 units

/** The pages that publish the same collection: `app/blogs/[...slug]` and `app/projects/[slug]/[detail]` of Contentlayer's `allPosts`. */
export class SharedPages {
  readonly #groups: readonly (readonly EntryPage[])[];
  readonly #rules: readonly LinkRule[];
  readonly #sources: readonly string[];

  /** @param roots the folders of pages */
  constructor(folder: SiteFolder, root: string, roots: readonly string[]) {
    this.#groups = groupsIn(folder, roots);
    const scripts = this.#groups.length === 0 ? [] : folder.paths.filter((path) => isIn(root, path) && isScript(path));
    this.#sources = scripts.map((path) => codeOf(folder, path));
    this.#rules = this.#sources.flatMap(linkRules);
  }

  /**
   * Returns the prefix of the page that publishes a text; undefined if no other page publishes its collection.
   * @param prefix that of one page
   */
  pageOf(prefix: string, frontMatter: FrontMatterTable): { readonly prefix: string } | { readonly fault: string } | undefined {
    const group = this.#groups.find((pages) => pages.some((page) => page.prefix === prefix));
    if (group === undefined) return undefined;
    const page = this.#fitting(group, frontMatter);
    if (page?.isSimple) return { prefix: page.prefix };
    if (page !== undefined) return { fault: `Cannot compute the parameters of ${page.path}` };
    return { fault: `Cannot decide which page published it, ${group.map(({ path }) => path).join(" or ")}` };
  }

  #fitting(group: readonly EntryPage[], frontMatter: FrontMatterTable): EntryPage | undefined {
    const has = ([key, value]: readonly [string, string]) => textIn(frontMatter[key]) === value;
    const byCondition = group.filter(({ conditions }) => conditions.length > 0 && conditions.every(has));
    if (byCondition.length > 0) return onlyOne(byCondition);
    const open = group.filter(({ conditions }) => conditions.length === 0);
    if (open.length < group.length) return onlyOne(open);
    const rules = this.#rules.filter((rule) =>
      [rule.prefix, rule.otherPrefix].every((each) => group.some(({ prefix }) => prefix === each)),
    );
    const linked =
      rules.length > 0
        ? new Set(rules.map((rule) => (has([rule.key, rule.value]) ? rule.prefix : rule.otherPrefix)))
        : new Set(group.map(({ prefix }) => prefix).filter((prefix) => this.#sources.some((source) => source.includes(`/${prefix}/\${`))));
    return onlyOne(group.filter(({ prefix }) => linked.has(prefix)));
  }
}

function codeOf(folder: SiteFolder, path: string): string {
  return withoutComments((folder.read(path) ?? "").slice(0, maxLength));
}

const ofCollection = /\b(all[A-Z]\w{0,60})\s{0,9}\.\s{0,9}find\(|\b(get\w{1,60}By(?:Slug|Path|Id)\(\s{0,9}(?:["'`][^"'`]{0,60})?)/g;

// The pages of each collection, if there are several.
function groupsIn(folder: SiteFolder, roots: readonly string[]): EntryPage[][] {
  const groups = new Map<string, EntryPage[]>();
  for (const path of folder.paths) {
    const root = roots.find((each) => isIn(each, path));
    const place = root === undefined ? undefined : placeOf(routePath(pathIn(root, path)));
    if (place === undefined) continue;
    const code = codeOf(folder, path);
    const names = new Set([...code.matchAll(ofCollection)].map(([, list, call]) => list ?? call ?? ""));
    for (const name of names) groups.set(name, [...(groups.get(name) ?? []), { ...place, path, conditions: conditionsIn(code) }]);
  }
  return [...groups.values()].filter((pages) => new Set(pages.map(({ prefix }) => prefix)).size > 1);
}

// Parameters are the end of the address; that of the language does not count.
function placeOf(own: string): Pick<EntryPage, "prefix" | "isSimple"> | undefined {
  const [, written = ""] = /^(.*?)(?:\/page)?\.[jt]sx?$/.exec(own) ?? [];
  const names = written.split("/").filter((name) => !/^\[(?:locale|lang|language|lng)\]$/.test(name));
  const first = names.findIndex((name) => name.startsWith("["));
  if (first < 0 || names.slice(first).some((name) => !name.startsWith("["))) return undefined;
  return { prefix: names.slice(0, first).join("/"), isSimple: names.length === first + 1 };
}

// `.find((post) => post.kind === "note" && post.slug === params.slug)`
function conditionsIn(code: string): EntryPage["conditions"] {
  const selections = [...code.matchAll(/\.(?:find|filter)\(([^;{}]{0,300})/g)].map(([, text = ""]) => text);
  return selections.flatMap((text) =>
    [...text.matchAll(/\.(\w{1,60})\s{0,9}={2,3}\s{0,9}["'`]([^"'`]{1,80})["'`]/g)].map(
      ([, key = "", value = ""]) => [key, value] as const,
    ),
  );
}

const choice = /\b(\w{1,60})\s{0,9}([=!])={1,2}\s{0,9}["'`]([^"'`\s]{1,80})["'`]\s{0,9}\?/g;
const maxBranches = 400; // UTF-16 units

// brand === "blog" ? `/blogs/${url}` : `/projects/${url}`
function linkRules(source: string): LinkRule[] {
  return [...source.matchAll(choice)].flatMap(({ 0: found, 1: key = "", 2: sign, 3: value = "", index }): LinkRule[] => {
    const branches = source.slice(index + found.length, index + found.length + maxBranches);
    const first = /^\s{0,9}["'`]\/?([\w/-]{1,80})/.exec(branches)?.[1]?.replace(/\/$/, "");
    const second = /:\s{0,9}["'`]\/?([\w/-]{1,80})/.exec(branches)?.[1]?.replace(/\/$/, "");
    if (first === undefined || second === undefined) return [];
    return [sign === "=" ? { key, value, prefix: first, otherPrefix: second } : { key, value, prefix: second, otherPrefix: first }];
  });
}
