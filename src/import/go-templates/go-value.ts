import { UnknownValueError } from "../site-rules/template-engine.ts";
/** A value of a template. A map is in the order of its keys. */
export type GoValue = null | boolean | number | string | SafeText | readonly GoValue[] | GoMap | GoObject | GoMethod;

/** A method, or a function of a template. */
export type GoMethod = (...values: readonly GoValue[]) => GoValue;

/** Text that the template marks as safe in one context, such as `safeHTML`: it is not escaped there. */
export class SafeText {
  readonly kind: "html" | "url" | "attribute" | "css" | "script";
  readonly text: string;

  constructor(kind: SafeText["kind"], text: string) {
    this.kind = kind;
    this.text = text;
  }
}

/** A map: `dict "a" 1`, parameters of a site. Hugo ignores the case of the keys of parameters. */
export class GoMap {
  readonly entries: ReadonlyMap<string, GoValue>;
  readonly #ignoresCase: boolean;
  /** True if the template has all keys: a key that is missing has no value. Otherwise, it is unknown. */
  readonly #isComplete: boolean;

  constructor(entries: Iterable<readonly [string, GoValue]>, { ignoresCase = false, isComplete = true } = {}) {
    const sorted = [...entries].map(([key, value]) => [ignoresCase ? key.toLowerCase() : key, value] as const);
    this.entries = new Map(sorted.sort(([a], [b]) => (a < b ? -1 : 1)));
    this.#ignoresCase = ignoresCase;
    this.#isComplete = isComplete;
  }

  get(key: string): GoValue {
    const value = this.entries.get(this.#ignoresCase ? key.toLowerCase() : key);
    if (value === undefined && !this.#isComplete) throw new UnknownValueError(key);
    return value ?? null;
  }
}

/** An object with the fields and methods that are known, such as a page. */
export class GoObject {
  readonly #fields: Readonly<Record<string, () => GoValue>>;

  constructor(fields: Readonly<Record<string, () => GoValue>>) {
    this.#fields = fields;
  }

  get(name: string): GoValue {
    const field = Object.hasOwn(this.#fields, name) ? this.#fields[name] : undefined;
    if (field === undefined) throw new UnknownValueError(name);
    return field();
  }
}

/** Returns whether a value counts as true in a condition: not zero and not empty (pkg.go.dev/text/template). */
export function isTruthy(value: GoValue): boolean {
  if (value instanceof SafeText) return value.text !== "";
  if (value instanceof GoMap) return value.entries.size > 0;
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** Returns a value as `print` writes it. Lists, maps, objects and numbers with an exponent are unknown. */
export function textOf(value: GoValue): string {
  if (typeof value === "string") return value;
  if (value instanceof SafeText) return value.text;
  if (typeof value === "boolean" || (typeof value === "number" && /^[-\d.]+$/.test(String(value)))) return String(value);
  if (value === null) return "";
  throw new UnknownValueError("the text of a value");
}

/** Returns an integer or a fraction; a text is converted as Hugo does. */
export function numberOf(value: GoValue): number {
  const number =
    typeof value === "number" ? value : typeof value === "string" && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : undefined;
  if (number === undefined || !Number.isSafeInteger(Math.trunc(number))) throw new UnknownValueError("a number");
  return number;
}

/** Returns the items of a list; nil has none. */
export function listOf(value: GoValue): readonly GoValue[] {
  if (value === null) return [];
  if (!Array.isArray(value)) throw new UnknownValueError("a list");
  return value;
}

/**
 * Converts a value of a configuration or of front matter. Dates are unknown, since templates format them.
 * @param isComplete false if its tables may have further keys
 */
export function goValueOf(value: unknown, isComplete = true): GoValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "boolean" || typeof value === "number") return value;
  if (Array.isArray(value)) return value.map((item) => goValueOf(item, isComplete));
  if (typeof value !== "object" || value instanceof Date) throw new UnknownValueError("a date");
  return tableValue(value as Readonly<Record<string, unknown>>, isComplete);
}

// A date is an error only where it is used.
function tableValue(table: Readonly<Record<string, unknown>>, isComplete: boolean): GoMap {
  const entries = Object.entries(table).filter(([, value]) => !(value instanceof Date));
  const hasAll = isComplete && entries.length === Object.keys(table).length;
  return new GoMap(
    entries.map(([key, value]) => [key, goValueOf(value, isComplete)] as const),
    { ignoresCase: true, isComplete: hasAll },
  );
}
