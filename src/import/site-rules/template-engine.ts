/** Renders templates without running code. */
export interface TemplateEngine {
  /** Renders a part of a text; undefined if only the old generator can. */
  render(template: string, values: Readonly<Record<string, unknown>>): string | undefined;
  /** Evaluates an expression with filters; undefined if only the old generator can, or if it is a date or a table. */
  evaluate(expression: string, values: Readonly<Record<string, unknown>>): unknown;
}

/** A value, a function or a construct that only the old generator knows: the result of the template is unknown, too. */
export class UnknownValueError extends Error {
  constructor(name: string) {
    super(`Cannot run the template: ${name} is unknown`);
  }
}

/** @throws UnknownValueError */
export function unknownValue(name: string): never {
  throw new UnknownValueError(name);
}
