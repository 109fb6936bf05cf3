import { textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable, FrontMatterValue } from "../../../content/front-matter/front-matter-table.ts";
import { asList } from "../../../content/front-matter/front-matter-value.ts";
import { metadataKeys } from "../../../content/front-matter/keys/metadata-keys.ts";
import { readablePath } from "../../site-rules/readable-path.ts";
import { addressPath } from "../../site-rules/site-path.ts";

/**
 * Returns the keys with aliases, where the path below which the old site published everything begins each alias. Empty if that is the root.
 * @param base such as `/blog`
 */
export function aliasesBelow(base: string, frontMatter: FrontMatterTable): Record<string, FrontMatterValue> {
  if (base === "" || base === "/") return {};
  const keys = metadataKeys.aliases.filter((key) => frontMatter[key] !== undefined);
  return Object.fromEntries(
    keys.map((key) => [
      key,
      asList(frontMatter[key]).flatMap((alias) => {
        const path = textIn(alias);
        return path === undefined ? [] : [/^[a-z][a-z\d+.-]*:/i.test(path) ? path : readablePath(addressPath(base, path))];
      }),
    ]),
  );
}
