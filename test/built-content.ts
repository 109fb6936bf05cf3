import { readFileSync } from "node:fs";
import { join } from "node:path";
import { contentFiles, readContent } from "../src/store/content-files.ts";
import type { StoredContent } from "../src/store/stored-content.ts";

/** Reads the output of a build as the Worker does. */
export function builtContent(folder: string): StoredContent {
  const files = contentFiles.map(([key, file]) => [key, readFileSync(join(folder, "content", file))]);
  return readContent(Object.fromEntries(files));
}
