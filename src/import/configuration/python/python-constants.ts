import type { SiteFolder } from "../../site-rules/old-site.ts";
import { reportOutside } from "../outside-settings.ts";
import { readConfiguration } from "../read-configuration.ts";
import { type PythonToken, pythonTokens } from "./python-tokens.ts";

/** A constant of Python: tuples and sets are lists, dictionaries are tables. */
export type PythonValue = string | number | boolean | null | readonly PythonValue[] | { readonly [key: string]: PythonValue };

/** The constants of a configuration file, and the names whose value only running Python would give. */
export interface PythonConstants {
  readonly values: Readonly<Record<string, PythonValue>>;
  readonly computed: readonly string[];
}

const maxDepth = 40;
const maxLength = 65_536; // UTF-16 units or items: `X = X + X`, repeated, doubles its length

/**
 * Reads the constants of a file as {@link readPythonConstants} does. A file that does not exist has only the known ones, and so has one
 * that is too large, which is reported.
 */
export function readPythonFile(folder: SiteFolder, path: string, known: PythonConstants["values"] = {}): PythonConstants {
  const constants = readPythonConstants(readConfiguration(folder, path) ?? "", known);
  const own = Object.entries(constants.values).filter(([name, value]) => known[name] !== value);
  reportOutside(folder, path, Object.fromEntries(own));
  return constants;
}

/** Reads the assignments of a Python file that are not indented, without running it. The last assignment of a name counts. */
export function readPythonConstants(source: string, known: Readonly<Record<string, PythonValue>> = {}): PythonConstants {
  const values = new Map<string, PythonValue>(Object.entries(known));
  const computed = new Set<string>();
  const tokens = [...pythonTokens(source)];
  for (let index = 0; index < tokens.length; index++) {
    const [name, sign] = [tokens[index], tokens[index + 1]];
    if (name?.kind !== "name" || !name.startsStatement || sign?.value !== "=") continue;
    const reader = new ValueReader(tokens, index + 2, values);
    const value = reader.read();
    if (value === undefined) computed.add(name.value);
    else {
      values.set(name.value, value);
      computed.delete(name.value);
    }
  }
  return { values: Object.fromEntries(values), computed: [...computed] };
}

function lengthOf(value: PythonValue | undefined): number {
  return typeof value === "string" || Array.isArray(value) ? value.length : 0;
}

/** Reads one expression of constants. */
class ValueReader {
  readonly #tokens: readonly PythonToken[];
  readonly #names: ReadonlyMap<string, PythonValue>;
  #index: number;

  constructor(tokens: readonly PythonToken[], index: number, names: ReadonlyMap<string, PythonValue>) {
    this.#tokens = tokens;
    this.#index = index;
    this.#names = names;
  }

  /** Returns the value up to the end of the line; undefined if it is not constant. */
  read(): PythonValue | undefined {
    const items: PythonValue[] = [];
    do {
      const value = this.#sum(0);
      if (value === undefined) return undefined;
      items.push(value);
      if (!this.#take(",")) return this.#isAtEnd() ? (items.length === 1 ? items[0] : items) : undefined;
    } while (!this.#isAtEnd());
    return items; // a tuple without brackets that ends with a comma
  }

  #isAtEnd(): boolean {
    const next = this.#tokens[this.#index];
    return next === undefined || next.kind === "line end" || next.value === ";";
  }

  #take(sign: string): boolean {
    const next = this.#tokens[this.#index];
    const isNext = next?.kind === "sign" && next.value === sign;
    if (isNext) this.#index++;
    return isNext;
  }

  #sum(depth: number): PythonValue | undefined {
    let value = this.#term(depth);
    while (value !== undefined && this.#take("+")) {
      const other = this.#term(depth);
      if (lengthOf(value) + lengthOf(other) > maxLength) return undefined; // before the copy: thousands of lines may repeat it
      if (typeof value === "string" && typeof other === "string") value += other;
      else if (Array.isArray(value) && Array.isArray(other)) value = [...value, ...other];
      else return undefined;
    }
    return value;
  }

  #term(depth: number): PythonValue | undefined {
    const next = this.#tokens[this.#index++];
    if (next === undefined || depth > maxDepth) return undefined;
    if (next.kind === "text") return this.#text(next.value);
    if (next.kind === "number") return Number(next.value.replaceAll("_", ""));
    if (next.kind === "name") return this.#name(next.value);
    if (next.value === "-") {
      const value = this.#term(depth + 1);
      return typeof value === "number" ? -value : undefined;
    }
    if (next.value === "(") return this.#group(")", depth);
    if (next.value === "[") return this.#items("]", depth)?.items;
    return next.value === "{" ? this.#table(depth) : undefined;
  }

  // Adjacent texts are one text.
  #text(first: string): string {
    let text = first;
    while (this.#tokens[this.#index]?.kind === "text") text += this.#tokens[this.#index++]?.value ?? "";
    return text;
  }

  #name(name: string): PythonValue | undefined {
    if (name === "True" || name === "False") return name === "True";
    return name === "None" ? null : this.#names.get(name);
  }

  #group(end: string, depth: number): PythonValue | undefined {
    const found = this.#items(end, depth);
    return found === undefined || found.items.length !== 1 || found.hasComma ? found?.items : found.items[0];
  }

  #items(end: string, depth: number): { readonly items: readonly PythonValue[]; readonly hasComma: boolean } | undefined {
    const items: PythonValue[] = [];
    let hasComma = false;
    while (!this.#take(end)) {
      const value = this.#sum(depth + 1);
      if (value === undefined) return undefined;
      items.push(value);
      const isFollowed = this.#take(",");
      hasComma ||= isFollowed;
      if (!isFollowed && this.#tokens[this.#index]?.value !== end) return undefined;
    }
    return { items, hasComma };
  }

  // A dictionary; or a set, which is a list.
  #table(depth: number): PythonValue | undefined {
    const start = this.#index;
    const entries: [string, PythonValue][] = [];
    while (!this.#take("}")) {
      const key = this.#sum(depth + 1);
      if (key !== undefined && entries.length === 0 && this.#tokens[this.#index]?.value !== ":") {
        this.#index = start;
        return this.#items("}", depth)?.items;
      }
      const value = key !== undefined && this.#take(":") ? this.#sum(depth + 1) : undefined;
      if (value === undefined) return undefined;
      entries.push([String(key), value]);
      if (!this.#take(",") && this.#tokens[this.#index]?.value !== "}") return undefined;
    }
    return Object.fromEntries(entries);
  }
}
