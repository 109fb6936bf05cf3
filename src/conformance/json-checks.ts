import { isTable } from "../base/table-values.ts";
import type { ReportViolation } from "./rules/violation.ts";

/** The inputs of every check. */
export interface CheckContext {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly report: ReportViolation;
}

/** Checks a value of a JSON Feed. @param place such as `$.items[0].title` @param field the name of the field, such as `title` */
export type Check = (value: unknown, place: string, field: string, context: CheckContext) => void;

/** The checks of the fields of an object. */
export type Fields = Readonly<Record<string, Check>>;

/** Reports a value that its field cannot have. */
export function reportValue(value: unknown, place: string, field: string, { report }: CheckContext): void {
  report(`JSON Feed 1.1 ${field}`, place, JSON.stringify(value) ?? "undefined");
}

/** Returns the check of a value that is right or wrong as a whole. */
export function when(isRight: (value: unknown) => boolean): Check {
  return (value, place, field, context) => {
    if (!isRight(value)) reportValue(value, place, field, context);
  };
}

/** Returns the check of a list. */
export function listOf(check: Check): Check {
  return (value, place, field, context) => {
    if (!Array.isArray(value)) return reportValue(value, place, field, context);
    for (const [index, element] of value.entries()) check(element, `${place}[${index}]`, field, context);
  };
}

/** Returns the check of an object. */
export function objectOf(fields: Fields, required: readonly string[]): Check {
  return (value, place, field, context) =>
    isTable(value) ? checkFields(value, fields, required, place, context) : reportValue(value, place, field, context);
}

/** Checks the fields of an object. An unknown field must be an extension: an object with a name that begins with `_`. */
export function checkFields(
  value: Readonly<Record<string, unknown>>,
  fields: Fields,
  required: readonly string[],
  place: string,
  context: CheckContext,
): void {
  const { report } = context;
  for (const name of required) {
    if (!Object.hasOwn(value, name)) report(`JSON Feed 1.1 ${name}`, place, "missing");
  }
  for (const [name, content] of Object.entries(value)) {
    const check = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (check) check(content, `${place}.${name}`, name, context);
    else if (!name.startsWith("_")) report("JSON Feed 1.1 extensions", place, name);
    else if (!isTable(content)) report("JSON Feed 1.1 extensions", place, `${name} is not an object`);
  }
}
