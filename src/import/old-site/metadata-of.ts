import type { FrontMatterTable } from "../../content/front-matter/front-matter-table.ts";
import { type Metadata, readMetadata } from "../../content/metadata/metadata.ts";

const noLocation = { file: "", line: 1, column: 1 };

/** Reads the front matter that the copy of an article will have. Its problems are reported when the copy is made. */
export function metadataOf(data: FrontMatterTable): Metadata {
  return readMetadata({ data, syntax: "YAML", body: "", bodyOffset: 0, locationOf: () => noLocation, warnings: [] }, () => {});
}
