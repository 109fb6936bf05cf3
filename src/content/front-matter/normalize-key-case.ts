import type { FrontMatter } from "./front-matter.ts";
import { metadataKeys } from "./keys/metadata-keys.ts";

const canonicalKeys = new Map(
  [...Object.values(metadataKeys).flat(), "taxonomies", "status", "headless", "render", "build", "_build", "authorURL", "author_url"].map(
    (key) => [key.toLowerCase(), key],
  ),
);

/** Normalizes the case of known keys: in Hugo, `Title` and `title` are the same key. */
export function normalizeKeyCase({ data, locationOf, ...others }: FrontMatter): FrontMatter {
  const written = new Map<string, string>();
  for (const key of Object.keys(data)) {
    const own = canonicalKeys.get(key.toLowerCase()) ?? key;
    written.set(Object.hasOwn(data, own) ? key : own, key);
  }
  return {
    ...others,
    data: Object.fromEntries([...written].map(([own, key]) => [own, data[key] ?? ""])),
    locationOf: (key) => locationOf(written.get(key) ?? key),
  };
}
