/**
 * Yields the order of the contenders in each round. Over all rounds, each is first, second, … equally often, so the order favours
 * none of them.
 */
export function* rotate<Contender>(contenders: readonly Contender[], rounds: number): Generator<readonly Contender[]> {
  for (let round = 0; round < rounds; round++) {
    const first = round % Math.max(1, contenders.length);
    yield [...contenders.slice(first), ...contenders.slice(0, first)];
  }
}

/** The measurements of all rounds, by the name of the contender. */
export class Measured<Value> {
  readonly #values = new Map<string, Value[]>();

  add(contender: string, value: Value): void {
    const values = this.#values.get(contender);
    if (values === undefined) this.#values.set(contender, [value]);
    else values.push(value);
  }

  /** Returns the measurements of a contender. @throws if it was never measured */
  of(contender: string): readonly Value[] {
    const values = this.#values.get(contender);
    if (values === undefined) throw new Error(`Cannot find a measurement of ${contender}`);
    return values;
  }
}
