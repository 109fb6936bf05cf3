import { type Table, textIn, textsIn } from "../../../base/table-values.ts";
import type { FrontMatterTable, FrontMatterValue } from "../../../content/front-matter/front-matter-table.ts";
import { metadataKeys } from "../../../content/front-matter/keys/metadata-keys.ts";

const single = [metadataKeys.summary, metadataKeys.language];

/**
 * Returns the keys that the schema of a collection gives to a text without them: its terms, its summary and its language.
 * @param defaults those of the schema @param language that of the site, which copies need not state
 */
export function defaultKeys(defaults: Table, frontMatter: FrontMatterTable, language: string | undefined): FrontMatterTable {
  const isMissing = (key: string) => frontMatter[key] === undefined;
  const terms = metadataKeys.categories.filter(isMissing).flatMap((key): [string, FrontMatterValue][] => {
    const names = textsIn([defaults[key]].flat()).filter((name) => name !== "");
    return names.length === 0 ? [] : [[key, names]];
  });
  const others = single.flatMap((names): [string, FrontMatterValue][] => {
    const key = names.every(isMissing) ? names.find((name) => (textIn(defaults[name]) ?? "") !== "") : undefined;
    const value = key === undefined ? undefined : textIn(defaults[key]);
    return key === undefined || value === undefined || value === language ? [] : [[key, value]];
  });
  return Object.fromEntries([...terms, ...others]);
}
