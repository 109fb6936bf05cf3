import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { attempt } from "../../files/failure.ts";
import { projectRoot } from "../../files/project-root.ts";
import { faultsOfWords, type Words } from "../../settings/words.ts";

const ownFolder = join(projectRoot, "src/words");

/**
 * Reads the words of the pages in a language: those of a table in `src/words/`, or the English ones if there is no table.
 * @param complain reports a table that cannot be used; the English words replace it
 */
export function readWords(language: string, complain: (message: string) => void, folder: string = ownFolder): Words {
  const english = JSON.parse(textOf("en", folder)) as Words;
  const tag = tableFor(language, readTags(folder)) ?? "en";
  const table = parse(textOf(tag, folder));
  const faults = table instanceof SyntaxError ? [table.message] : faultsOfWords(table, english, tag);
  if (faults.length === 0) return wordsOf(table as Words, tag);
  complain(`Cannot use src/words/${tag}.json: ${faults.join(", ")}; compare it with src/words/en.json`);
  return wordsOf(english, "en");
}

/** Returns the tags of all tables. */
export function readTags(folder: string = ownFolder): string[] {
  return readdirSync(folder).flatMap((name) => (name.endsWith(".json") ? [name.slice(0, -".json".length)] : []));
}

/**
 * Returns the tag of the most specific table for a language. A table for another script is unreadable: `zh`, which is written in
 * simplified characters, is no table for `zh-TW`.
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

function wordsOf(table: Words, tag: string): Words {
  const { status: _, ...words } = table as Words & { readonly status?: string };
  return { ...words, tag };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error; // a SyntaxError
  }
}
