/** Renders templates without running code. */
export interface TemplateEngine {
  /** Renders a part of a text; undefined if only the old generator can. */
  render(template: string, values: Readonly<Record<string, unknown>>): string | undefined;
  /** Evaluates an expression with filters; undefined if only the old generator can, or if it is a date or a table. */
  evaluate(expression: string, values: Readonly<Record<string, unknown>>): unknown;
}
