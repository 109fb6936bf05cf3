import { type Table, tableOf, textsIn } from "../../../base/table-values.ts";
import { pathIn } from "../../site-rules/site-path.ts";
import { bundleOf, type ContentRoot, type HugoFolders, isReadablePage, rootOf } from "./hugo-content.ts";

/** The sections whose pages are posts. */
export interface MainSections {
  /** True if the configuration names them. */
  readonly areConfigured: boolean;
  /** @param type that of the front matter, by which themes choose the layout and posts of other sections */
  isMain(section: string, type: string | undefined): boolean;
}

const ofPages = /^(?:pages?|about)$/i;

/**
 * Finds the sections of posts: `mainSections` of the configuration. Without it, Hugo's own feed has the pages of all sections; the pages
 * at the top are posts only if there are no sections.
 */
export function findMainSections(
  values: Table,
  paths: readonly string[],
  roots: readonly ContentRoot[],
  folders: HugoFolders,
): MainSections {
  const configured = textsIn(tableOf(values["params"])["mainsections"] ?? values["mainsections"]).map((name) => name.toLowerCase());
  const isNamed = (name: string) => configured.includes(name.toLowerCase());
  if (configured.length > 0)
    return { areConfigured: true, isMain: (section, type = section) => isNamed(type) || (isNamed(section) && !ofPages.test(type)) };
  const hasSections = paths.some((path) => {
    const root = isReadablePage(path) ? rootOf(path, roots) : undefined;
    if (root === undefined || /(?:^|\/)_index\.[^/]*$/.test(path)) return false;
    const [section = "", ...rest] = pathIn(root.from, bundleOf(path, folders.bundles) ?? path).split("/");
    return rest.length > 0 && !ofPages.test(section);
  });
  return { areConfigured: false, isMain: (section) => (section === "" ? !hasSections : !ofPages.test(section)) };
}
