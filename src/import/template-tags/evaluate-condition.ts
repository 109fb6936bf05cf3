import { memberNames, type TemplateValues } from "./template-expression.ts";

/** The inputs of a condition. */
export interface ConditionOptions {
  readonly values: TemplateValues;
  /** True if a name that `values` lacks is nil; otherwise its value is unknown. A name with the value undefined is always unknown. */
  readonly isComplete: boolean;
  /** True for Nunjucks, which has the rules of JavaScript. */
  readonly isNunjucks: boolean;
}

/** The result of a condition; undefined if it depends on an unknown value. */
export type Truth = boolean | undefined;

/**
 * The values that an operand may have. Front matter is text here, so that `no` may be the text or false; the condition must have the same
 * result for all of them. Undefined for an unknown value.
 */
type Readings = readonly unknown[] | undefined;

const [empty, blank, date] = [Symbol("empty"), Symbol("blank"), Symbol("date")];
const literals: Readonly<Record<string, unknown>> = {
  true: true,
  false: false,
  nil: null,
  null: null,
  none: null,
  undefined: null,
  empty,
  blank,
};

/** Evaluates the condition of a tag of Liquid or Nunjucks, such as `page.lang == "en" and site.ads`. */
export function evaluateCondition(condition: string, options: ConditionOptions): Truth {
  const tokens = condition.match(/"[^"]*"|'[^']*'|[=!<>]{1,3}|[()|,:]|(?:\["[^"]*"\]|\['[^']*'\]|[^\s"'=!<>()|,:])+/g) ?? [];
  if (tokens.some((token) => /^[()|,:]$/.test(token))) return undefined;
  return options.isNunjucks ? anyOf(tokens, options) : fromTheRight(tokens, options);
}

/** Compares the value of `{% case %}` with those of `{% when "a", "b" or c %}`. */
export function matchesCase(value: string, cases: string, options: ConditionOptions): Truth {
  const written = cases.match(/"[^"]*"|'[^']*'|[^\s"',]+/g) ?? [];
  return written.filter((each) => each !== "or").reduce<Truth>((found, each) => or(found, compare("==", value, each, options)), false);
}

/** Returns whether a list for `{% for %}` has no items. */
export function isEmptyList(written: string, options: ConditionOptions): Truth {
  return every(readingsOf(written, options), (value) => {
    if (value === null || value === false) return true;
    return Array.isArray(value) ? value.length === 0 : undefined;
  });
}

// In Liquid, `and` and `or` have the same precedence, and the last one is evaluated first.
function fromTheRight(tokens: readonly string[], options: ConditionOptions): Truth {
  let result: Truth;
  let join = (truth: Truth) => truth;
  let end = tokens.length;
  for (let index = tokens.length - 1; index >= -1; index--) {
    const token = tokens[index];
    if (index >= 0 && token !== "and" && token !== "or") continue;
    result = join(clause(tokens.slice(index + 1, end), options));
    const last = result;
    join = (truth) => (token === "and" ? and(truth, last) : or(truth, last));
    end = index;
  }
  return result;
}

function anyOf(tokens: readonly string[], options: ConditionOptions): Truth {
  return split(tokens, "or")
    .map((part) => split(part, "and").reduce<Truth>((truth, each) => and(truth, clause(each, options)), true))
    .reduce<Truth>(or, false);
}

function split(tokens: readonly string[], separator: string): string[][] {
  const parts: string[][] = [[]];
  for (const token of tokens) {
    if (token === separator) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

function and(a: Truth, b: Truth): Truth {
  if (a === false || b === false) return false;
  return a === undefined || b === undefined ? undefined : true;
}

function or(a: Truth, b: Truth): Truth {
  if (a === true || b === true) return true;
  return a === undefined || b === undefined ? undefined : false;
}

function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

function clause([first = "", ...rest]: readonly string[], options: ConditionOptions): Truth {
  if (first === "not" && rest.length > 0) return not(clause(rest, options));
  if (rest.length === 0) return every(readingsOf(first, options), (value) => isTrue(value, options));
  const [operator = "", second = "", third = ""] = rest;
  if (rest.length === 2) return compare(operator, first, second, options);
  return rest.length === 3 && operator === "not" && second === "in" ? not(compare("in", first, third, options)) : undefined;
}

function isTrue(value: unknown, { isNunjucks }: ConditionOptions): boolean {
  return isNunjucks ? Boolean(value) : value !== null && value !== false;
}

function compare(operator: string, first: string, second: string, options: ConditionOptions): Truth {
  const [left, right] = [readingsOf(first, options), readingsOf(second, options)];
  const apply = Object.hasOwn(operators, operator) ? operators[operator] : undefined;
  return apply && every(numbersFor(right, left), (a) => every(numbersFor(left, right), (b) => apply(a, b)));
}

// A text that is compared with a number is hardly ever in quotation marks.
function numbersFor(other: Readings, values: Readings): Readings {
  const isNumber = (value: unknown) => typeof value === "number";
  return other?.every(isNumber) && values?.some(isNumber) ? values.filter(isNumber) : values;
}

function every(values: Readings, test: (value: unknown) => Truth): Truth {
  const [first, ...others] = (values ?? [undefined]).map((value) => (value === undefined ? undefined : test(value)));
  return others.every((other) => other === first) ? first : undefined;
}

type Comparison = (a: unknown, b: unknown) => Truth;

const ordered =
  (test: (a: number | string, b: number | string) => boolean): Comparison =>
  (a, b) => {
    if (a === null || b === null) return false;
    return typeof a === typeof b && (typeof a === "number" || typeof a === "string") ? test(a, b as typeof a) : undefined;
  };

const operators: Readonly<Record<string, Comparison>> = {
  "==": isEqual,
  "===": isEqual,
  "!=": (a, b) => not(isEqual(a, b)),
  "!==": (a, b) => not(isEqual(a, b)),
  "<>": (a, b) => not(isEqual(a, b)),
  "<": ordered((a, b) => a < b),
  ">": ordered((a, b) => a > b),
  "<=": ordered((a, b) => a <= b),
  ">=": ordered((a, b) => a >= b),
  contains,
  in: (a, b) => contains(b, a),
};

function isEqual(a: unknown, b: unknown): Truth {
  if (a === empty || a === blank) return typeof b === "symbol" ? undefined : isEqual(b, a);
  if (b === empty || b === blank) return isEmpty(a, b === blank);
  const isPlain = (value: unknown) => value === null || typeof value !== "object";
  return isPlain(a) || isPlain(b) ? a === b : undefined;
}

function isEmpty(value: unknown, orBlank: boolean): boolean {
  if (typeof value === "string") return (orBlank ? value.trim() : value) === "";
  if (Array.isArray(value)) return value.length === 0;
  if (value === null || value === false) return orBlank;
  return typeof value === "object" && Object.keys(value).length === 0;
}

function contains(whole: unknown, part: unknown): Truth {
  if (whole === null || part === null) return false;
  if (typeof whole === "string" && typeof part !== "symbol") return whole.includes(String(part));
  if (!Array.isArray(whole)) return undefined;
  return whole.map((item) => every(readingsOfData(item), (value) => isEqual(value, part))).reduce<Truth>(or, false);
}

function readingsOf(written: string, { isComplete, values }: ConditionOptions): Readings {
  const [, , quoted] = /^(["'])([\s\S]*)\1$/.exec(written) ?? [];
  if (quoted !== undefined) return [quoted];
  if (/^-?\d+(?:\.\d+)?$/.test(written)) return [Number(written)];
  if (Object.hasOwn(literals, written)) return [literals[written]];
  const names = memberNames(written);
  if (names === undefined) return undefined;
  return readingsOfData(names.reduce<unknown>((value, name) => memberOf(value, name, isComplete ? null : undefined), values));
}

function memberOf(value: unknown, name: string, missing: null | undefined): unknown {
  if (value === null || value === undefined) return value;
  if ((typeof value === "string" || Array.isArray(value)) && /^(?:size|length)$/.test(name)) return value.length;
  if (Array.isArray(value) && /^(?:first|last)$/.test(name)) return value.at(name === "first" ? 0 : -1) ?? null;
  if (typeof value === "object" && Object.hasOwn(value, name)) return (value as Record<string, unknown>)[name];
  return typeof value === "object" && !isTable(value) ? undefined : missing;
}

function isTable(value: object): boolean {
  return Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value));
}

// YAML reads these words and numbers as other values than text, unless they are in quotation marks.
function readingsOfData(value: unknown): Readings {
  if (typeof value !== "string") return value === undefined ? undefined : [value];
  if (/^(?:true|false)$/i.test(value)) return [/^true$/i.test(value)];
  if (/^(?:yes|on|no|off)$/i.test(value)) return [value, /^(?:yes|on)$/i.test(value)];
  if (/^(?:null|~|)$/i.test(value)) return [value, null];
  if (/^[-+]?\d{1,15}(?:\.\d{1,15})?$/.test(value)) return [value, Number(value)];
  return /^\d{4}-\d\d?-\d\d?(?:$|[T ])/.test(value) ? [value, date] : [value];
}
