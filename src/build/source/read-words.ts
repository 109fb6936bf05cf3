import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { attempt } from "../../files/failure.ts";
import { projectRoot } from "../../files/project-root.ts";
import { completeWords, faultsOfWords, type Words } from "../../settings/words.ts";

const ownFolder = join(projectRoot, "src/words");

/**
 * Reads the words of the pages in a language: those of a table in `src/words/`, or the English ones if there is no table.
 * @param warn reports a table with faults; English words replace those that are missing or faulty
 */
export function readWords(language: string, warn: (message: string) => void, folder: string = ownFolder): Words {
  const english = JSON.parse(textOf("en", folder)) as Words;
  const tag = tableFor(language, readTags(folder)) ?? "en";
  const table = parse(textOf(tag, folder));
  const faults = table instanceof SyntaxError ? [table.message] : faultsOfWords(table, english, tag);
  if (faults.length > 0)
    warn(
      `Cannot use all of src/words/${tag}.json: ${faults.join(", ")}; English words take their place; compare it with src/words/en.json`,
    );
  return table instanceof SyntaxError ? completeWords(english, english, "en") : completeWords(table, english, tag);
}

/** Returns the tags of all tables. */
export function readTags(folder: string = ownFolder): string[] {
  return readdirSync(folder).flatMap((name) => (name.endsWith(".json") ? [name.slice(0, -".json".length)] : []));
}

/**
 * Returns the tag of the most specific table for a language. A table for another script is unreadable: `zh`, which is written in
 * simplified characters, is not a table for `zh-TW`.
 */
export function tableFor(language: string, tags: readonly string[]): string | undefined {
  const { language: name, region, script } = new Intl.Locale(language).maximize();
  return [language, `${name}-${region}`, `${name}-${script}`, name].find(
    (tag) => tags.includes(tag) && new Intl.Locale(tag).maximize().script === script,
  );
}

function textOf(tag: string, folder: string): string {
  const path = join(folder, `${tag}.json`);
  return attempt("read", path, () => readFileSync(path, "utf8"));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error; // a SyntaxError
  }
}
