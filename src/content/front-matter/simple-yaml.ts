/** The table of simple YAML. */
export type SimpleTable = Readonly<Record<string, string | readonly string[]>>;

const keyLine = /^([A-Za-z_][\w-]*):(?: +(\S.*))?$/;
const itemLine = /^( *)- +(\S.*)$/;
const scalar = /^(?:"([^"\\\p{C}]*)"|'([^'\p{C}]*)'|([\p{L}\p{N}](?: *(?:[^\p{C}\s:#]|:(?=[^\p{C}\s])))*))$/u;
const scalarInBrackets = /^(?:"([^",\\\p{C}]*)"|'([^',\p{C}]*)'|([\p{L}\p{N}](?: *[^\p{C}\s:#,[\]{}"'])*))$/u;

/**
 * Reads YAML in which each line is a key with its value, or an item of a list. Most front matter is, and the parser takes ten times as
 * long. All values stay text. Returns undefined for all other YAML, also if it has a fault.
 */
export function readSimpleYaml(source: string): SimpleTable | undefined {
  const table: Record<string, string | string[]> = {};
  let list: OpenList | undefined;
  for (const line of (source.endsWith("\n") ? source.slice(0, -1) : source).split("\n")) {
    if (list !== undefined && addItem(list, line)) continue;
    const [, key, rest] = keyLine.exec(line) ?? [];
    if (key === undefined || key in table || list?.items.length === 0) return undefined;
    const value = rest === undefined ? [] : (textOf(scalar, rest) ?? itemsInBrackets(rest));
    if (value === undefined) return undefined;
    table[key] = value;
    list = rest === undefined && Array.isArray(value) ? { items: value } : undefined;
  }
  return list?.items.length === 0 ? undefined : table;
}

/** A list to which the next line may add an item. */
interface OpenList {
  readonly items: string[];
  /** The spaces before its hyphens. */
  indent?: string;
}

function addItem(list: OpenList, line: string): boolean {
  const [, indent = "", rest = ""] = itemLine.exec(line) ?? [];
  const text = textOf(scalar, rest);
  if (text === undefined || (list.indent ?? indent) !== indent) return false;
  list.indent = indent;
  list.items.push(text);
  return true;
}

function itemsInBrackets(source: string): string[] | undefined {
  if (!source.startsWith("[") || !source.endsWith("]")) return undefined;
  const inside = source.slice(1, -1).trim();
  const items = inside === "" ? [] : inside.split(",").map((item) => textOf(scalarInBrackets, item.trim()));
  return items.every((item) => item !== undefined) ? items : undefined;
}

function textOf(pattern: RegExp, source: string): string | undefined {
  const [, double, single, plain] = pattern.exec(source) ?? [];
  return double ?? single ?? plain;
}
