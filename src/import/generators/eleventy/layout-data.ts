import { textIn } from "../../../base/table-values.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { readFile } from "../../site-rules/site-file.ts";
import { joinPath } from "../../site-rules/site-path.ts";
import { type Data, merged } from "./directory-data.ts";

const ofTemplates = /^\.(?:njk|liquid|html|md|hbs|mustache|ejs|haml|pug|webc|vue|11ty\.[cm]?[jt]sx?|[jt]sx)$/;
const maxDepth = 20; // of layouts in layouts

/** The front matter of a layout and those around it, or the name of the first one that cannot be found or read. */
export type LayoutData = { readonly data: Data } | { readonly unread: string };

/**
 * Creates a reader of the front matter that layouts give to templates (www.11ty.dev/docs/layout-chaining). A layout may itself have one,
 * whose data its own overrides.
 * @param layouts the folder of layouts @param aliases the files of layouts with another name
 */
export function layoutData(folder: SiteFolder, layouts: string, aliases: ReadonlyMap<string, string>): (name: string) => LayoutData {
  const known = new Map<string, LayoutData>();
  const read = (name: string, depth = 0): LayoutData => {
    const own = depth > maxDepth ? undefined : ownData(folder, joinPath(layouts, aliases.get(name) ?? name));
    if (own === undefined) return { unread: name };
    const outer = layoutIn(own);
    const inherited = outer === undefined ? { data: {} } : read(outer, depth + 1);
    return "data" in inherited ? { data: merged(inherited.data, own) } : inherited;
  };
  return (name) => {
    const found = known.get(name) ?? read(name);
    known.set(name, found);
    return found;
  };
}

/** Returns the layout that data names; undefined for none. */
export function layoutIn({ layout }: Data): string | undefined {
  const name = textIn(layout);
  return name === undefined || /^(?:null|~|false)$/i.test(name) ? undefined : name;
}

function ownData(folder: SiteFolder, path: string): Data | undefined {
  const found = folder.paths.includes(path)
    ? [path]
    : folder.paths.filter((file) => file.startsWith(path) && ofTemplates.test(file.slice(path.length)));
  const [only] = found;
  return found.length === 1 && only !== undefined ? frontMatterOf(folder, only) : undefined;
}

function frontMatterOf(folder: SiteFolder, path: string): Data | undefined {
  const source = folder.read(path)?.replace(/^\uFEFF/, "");
  if (source === undefined) return undefined;
  // The data of a class, or of a component, is code.
  if (/\.(?:[cm]?[jt]sx?|vue)$/.test(path)) return /\b(?:permalink|layout|eleventyComputed)\b/.test(source) ? undefined : {};
  const { frontMatter } = readFile({ paths: [path], read: () => source }, path, { isText: () => true });
  const isUnread = source.startsWith("---") && Object.keys(frontMatter).length === 0 && /\w\s{0,9}:/.test(source);
  return isUnread ? undefined : frontMatter;
}
