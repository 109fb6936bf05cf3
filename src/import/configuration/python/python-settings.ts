import type { PythonConstants, PythonValue } from "./python-constants.ts";

/** Typed access to the constants of a Python configuration. */
export class PythonSettings {
  readonly #values: PythonConstants["values"];

  constructor({ values }: Pick<PythonConstants, "values">) {
    this.#values = values;
  }

  /** Returns any value. */
  get(name: string): PythonValue | undefined {
    return Object.hasOwn(this.#values, name) ? this.#values[name] : undefined;
  }

  /** Returns trimmed text; undefined if it is empty. Of a value for each language, it is that of the language. */
  text(name: string, language?: string): string | undefined {
    const value = this.get(name);
    const own = typeof value === "object" && value !== null && !Array.isArray(value) ? tableOf(value)[language ?? ""] : value;
    return typeof own === "string" ? own.trim() || undefined : undefined;
  }

  /** Returns the texts of a list. */
  texts(name: string): string[] | undefined {
    const value = this.get(name);
    return Array.isArray(value) ? value.filter((item) => typeof item === "string") : undefined;
  }

  /** Returns a table; an empty one if there is none. */
  table(name: string): Readonly<Record<string, PythonValue>> {
    return tableOf(this.get(name));
  }

  /** Returns a boolean; the fallback if there is none. */
  flag(name: string, fallback: boolean): boolean {
    const value = this.get(name);
    return value === undefined ? fallback : value === true || (typeof value === "number" && value !== 0);
  }
}

function tableOf(value: PythonValue | undefined): Readonly<Record<string, PythonValue>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, PythonValue>>) : {};
}
