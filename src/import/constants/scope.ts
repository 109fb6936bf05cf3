/** Looks up the value of a name; undefined if it is not a constant. */
export interface Scope {
  (name: string): unknown;
  /** The truth of conditions whose value is unknown; undefined to use neither of their branches. */
  readonly assumed?: boolean | undefined;
}

/** Returns whether a condition is true by its value; undefined if that is unknown. */
export function conditionTruth(value: unknown, { assumed }: Scope): boolean | undefined {
  return value === undefined ? assumed : Boolean(value);
}
