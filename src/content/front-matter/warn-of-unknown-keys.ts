import { closestWord } from "../../base/closest-word.ts";
import { textIn } from "../../base/table-values.ts";
import type { Report } from "../../model/diagnostic.ts";
import type { FrontMatter } from "./front-matter.ts";
import { isKnownKey, readKeys } from "./keys/known-keys.ts";

const tagKeys = new Set(["topics", "labels"]); // of Zenn and Blogger

/** Warns of each unknown key. A key that thousands of articles have is reported once. */
export function warnOfUnknownKeys({ body, data, locationOf }: FrontMatter, report: Report): void {
  for (const key of Object.keys(data)) {
    if (isKnownKey(key) || repeatsAnother(key, data) || isOfMaterial(key, data[key]) || isInTags(key, body)) continue;
    const nearest = tagKeys.has(key) ? "tags" : closestWord(key, readKeys);
    const advice = nearest === undefined ? "" : `; did you mean ${JSON.stringify(nearest)}?`;
    const message = `Cannot use key ${JSON.stringify(key)}: it is not known${advice}`;
    report({ ...locationOf(key), column: 1, severity: "warning", message, dedupeKey: `key ${key}` });
  }
}

// The import copies the date from a key such as `posted`, and the title from one such as `headline`.
function repeatsAnother(key: string, data: FrontMatter["data"]): boolean {
  const value = textIn(data[key]);
  return value !== undefined && [data["date"], data["title"]].some((other) => textIn(other) === value);
}

// The value of a tag, id=page.cover, or the list of pictures of {% include gallery id="gallery2" %} (Minimal Mistakes).
function isInTags(key: string, body: string): boolean {
  if (!body.includes("{%") && !body.includes("{{")) return false;
  if (body.includes(`page.${key}`)) return true;
  const lists = [...body.matchAll(/\{%-?\s{0,9}include\s{1,9}(gallery|feature_row)\b([^%]{0,300})/g)];
  return lists.some(([, name, given = ""]) => (/\bid=["']?([\w-]{1,60})/.exec(given)?.[1] ?? name) === key);
}

// The list of related pages of MkDocs Material. With one address, the key is a misspelt `link`.
function isOfMaterial(key: string, value: unknown): boolean {
  return key === "links" && typeof value === "object";
}
