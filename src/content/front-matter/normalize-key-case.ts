import type { FrontMatter } from "./front-matter.ts";
import { metadataKeys } from "./metadata-keys.ts";

const known = new Map([...Object.values(metadataKeys).flat(), "taxonomies", "status", "headless"].map((key) => [key.toLowerCase(), key]));

/** The same front matter with its keys in the case that we know them in: to Hugo, `Title` and `title` are one. */
export function normalizeKeyCase({ data, placeOf, ...others }: FrontMatter): FrontMatter {
  const written = new Map<string, string>();
  for (const key of Object.keys(data)) {
    const own = known.get(key.toLowerCase()) ?? key;
    written.set(Object.hasOwn(data, own) ? key : own, key);
  }
  return {
    ...others,
    data: Object.fromEntries([...written].map(([own, key]) => [own, data[key] ?? ""])),
    placeOf: (key) => placeOf(written.get(key) ?? key),
  };
}
