import { readFileSync } from "node:fs";
import { join } from "node:path";
import { contentFiles, readContent } from "../src/store/content-files.ts";
import type { StoredContent } from "../src/store/stored-content.ts";

/** What a build wrote into its folder, as the Worker reads it. */
export function builtContent(folder: string): StoredContent {
  const files = contentFiles.map(([key, file]) => [key, readFileSync(join(folder, "content", file))]);
  return readContent(Object.fromEntries(files));
}
