import { Drop } from "liquidjs";
import { TemplateDate } from "../site-rules/template-date.ts";
import { unknownValue } from "../site-rules/template-engine.ts";
import type { TemplateValues } from "../template-tags/template-expression.ts";

/** A date that prints as its generator prints it, and that filters can format. */
export class LiquidDate extends Drop {
  readonly date: TemplateDate;

  constructor(date: TemplateDate) {
    super();
    this.date = date;
  }

  override valueOf(): string {
    return this.date.text;
  }
}

/** A table, whose members are converted when they are read. */
class LiquidTable extends Drop {
  readonly #members: object;

  constructor(members: object) {
    super();
    this.#members = members;
  }

  override liquidMethodMissing(name: string | number): unknown {
    if (Object.hasOwn(this.#members, name)) return known(String(name), (this.#members as Record<string, unknown>)[name]);
    if (name === "size") return Object.keys(this.#members).length;
    // The prototype of a table says that it may have other members.
    return [Object.prototype, null].includes(Object.getPrototypeOf(this.#members)) ? undefined : unknownValue(String(name));
  }

  *[Symbol.iterator](): Generator<readonly [string, unknown]> {
    for (const [name, value] of Object.entries(this.#members)) yield [name, known(name, value)];
  }
}

const computed = new Set(["url", "baseurl"]); // by the import, so that an empty text is no other value

// Values are the same for all texts of a site, and there may be many.
const converted = new WeakMap<object, object>();

/**
 * Converts values of templates to those of Liquid. Front matter is text here, and Liquid has its numbers and switches. Reading a value that
 * is undefined, or that YAML may have read in two ways, such as `no`, throws an UnknownValueError; a name that is missing is nil. The texts
 * of the outermost names were assigned or captured by a template, and stay as they are.
 */
export function liquidValues(values: TemplateValues): Readonly<Record<string, unknown>> {
  const table = {};
  for (const [name, value] of Object.entries(values))
    Object.defineProperty(table, name, { enumerable: true, get: () => (typeof value === "string" ? value : known(name, value)) });
  return table;
}

function known(name: string, value: unknown): unknown {
  if (value === "" && computed.has(name)) return value;
  return isAmbiguous(value) ? unknownValue(name) : liquidValue(value);
}

function liquidValue(value: unknown): unknown {
  if (value instanceof TemplateDate) return new LiquidDate(value);
  if (typeof value === "string") return typedText(value);
  if (typeof value !== "object" || value === null) return value;
  const before = converted.get(value);
  if (before !== undefined) return before;
  const fresh = Array.isArray(value) ? value.map((item) => known("the item of a list", item)) : new LiquidTable(value);
  converted.set(value, fresh);
  return fresh;
}

// An empty value is nil or an empty text, and YAML 1.1 reads the words as switches unless they are in quotation marks.
function isAmbiguous(value: unknown): boolean {
  return value === undefined || (typeof value === "string" && /^(?:yes|no|on|off|~|)$/i.test(value));
}

function typedText(text: string): unknown {
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === "true";
  if (/^null$/i.test(text)) return null;
  return /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,14})?$/.test(text) ? Number(text) : text;
}
