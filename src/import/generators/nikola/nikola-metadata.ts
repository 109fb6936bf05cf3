import { withoutExtension } from "../../../base/file-path.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { readMetaFile, readNikolaHeader } from "./nikola-header.ts";
import type { LocalizedPath } from "./nikola-languages.ts";

/** Reads the metadata of a text, from a file `.meta` or its header; a translation inherits that of the original. */
export function metadataOf(folder: SiteFolder, path: string, { language, original }: LocalizedPath, byDefault: string): FrontMatterTable {
  const stem = withoutExtension(original);
  const inherited = ownMetadata(folder, original, `${stem}.meta`);
  return language === byDefault ? inherited : { ...inherited, ...ownMetadata(folder, path, `${stem}.${language}.meta`) };
}

function ownMetadata({ read }: SiteFolder, path: string, meta: string): FrontMatterTable {
  const file = readMetaFile(meta, read(meta));
  return Object.keys(file).length > 0 ? file : readNikolaHeader(path, read(path) ?? "").metadata;
}
