import type { SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import { type Data, directoryData, globalData, merged } from "./directory-data.ts";
import type { EleventyConfig } from "./eleventy-config.ts";
import { layoutData, layoutIn } from "./layout-data.ts";

/** The data that a template has besides its own front matter. */
export interface InheritedData {
  readonly data: Data;
  /** The name of its layout, or of one around it, that cannot be read: then it may have a permalink. */
  readonly unreadLayout?: string | undefined;
}

/**
 * Creates a reader of the data that a template inherits: that of the site, of its layouts, and of its folders and its own data files, from
 * the lowest priority to the highest (www.11ty.dev/docs/data-cascade).
 * @param ofSite the data of the site by name
 */
export function inheritedData(folder: SiteFolder, config: EleventyConfig, ofSite: Data): (file: SiteFile) => InheritedData {
  const global = globalData(folder, config.data);
  const ofFolder = directoryData(folder, config.input);
  const ofLayout = layoutData(folder, config.layouts, config.layoutAliases);
  return ({ frontMatter, path }) => {
    const local = ofFolder(path);
    const layout = layoutIn(frontMatter) ?? layoutIn(local) ?? layoutIn(ofSite);
    const given = layout === undefined ? { data: {} } : ofLayout(layout);
    if ("data" in given) return { data: merged(merged(global, given.data), local) };
    const { permalink: _, ...others } = global; // that of the layout would have priority
    return { data: merged(others, local), unreadLayout: given.unread };
  };
}
