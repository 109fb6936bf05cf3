// Scalars that mean themselves wherever they stand: they begin with a letter or a digit, and nothing in them could be a mark.
const word = /[\p{L}\p{N}](?: |[^\p{C}\p{Z}:#]|:(?=[^\s\p{C}]))*/u.source;
const item = /[\p{L}\p{N}](?: |[^\p{C}\p{Z}:#,[\]{}"'])*/u.source;
const quoted = /"(?: |[^"\\\p{C}\p{Z}])*"|'(?: |[^'\p{C}\p{Z}])*'/u.source;
const list = `\\[ *(?:${item}(?:, *${item})*)?\\]`;
const line = new RegExp(`^(?<key>[A-Za-z][\\w-]{0,99}): +(?:(?<word>${word})|(?<quoted>${quoted})|(?<list>${list})) *$`, "u");

/**
 * Reads YAML of which every line is a key with a word, a text in quotes without escapes or a list of words: most front matter is
 * nothing else, and for that the parser takes as long as for all the rest of an article's metadata. Undefined for any other,
 * which is the parser's.
 */
export function readPlainYaml(source: string): Readonly<Record<string, string | string[]>> | undefined {
  const values = new Map<string, string | string[]>();
  for (const text of source.replace(/\n$/, "").split("\n")) {
    const found = line.exec(text)?.groups;
    if (found === undefined || values.has(found["key"] ?? "")) return undefined;
    values.set(found["key"] ?? "", readValue(found));
  }
  return Object.fromEntries(values);
}

function readValue({ list, quoted, word = "" }: Readonly<Record<string, string | undefined>>): string | string[] {
  if (quoted !== undefined) return quoted.slice(1, -1);
  if (list === undefined) return word.trimEnd();
  const items = list.slice(1, -1).trim();
  return items === "" ? [] : items.split(",").map((text) => text.trim());
}
