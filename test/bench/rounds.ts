/**
 * Who is measured when: everybody once a round, and everybody first, second, … equally often, so that nobody always comes after
 * the same other.
 */
export function* rotate<Contender>(contenders: readonly Contender[], rounds: number): Generator<readonly Contender[]> {
  for (let round = 0; round < rounds; round++) {
    const first = round % Math.max(1, contenders.length);
    yield [...contenders.slice(first), ...contenders.slice(0, first)];
  }
}

/** The measurements of every round by the contender's name. */
export class Measured<Value> {
  readonly #values = new Map<string, Value[]>();

  add(contender: string, value: Value): void {
    const values = this.#values.get(contender);
    if (values === undefined) this.#values.set(contender, [value]);
    else values.push(value);
  }

  /** @throws where the contender was never measured */
  of(contender: string): readonly Value[] {
    const values = this.#values.get(contender);
    if (values === undefined) throw new Error(`Cannot find a measurement of ${contender}`);
    return values;
  }
}
