const maxNames = 3;

/** The notes of an old site: facts, and kinds of articles with their count and the first names. */
export class NoteList {
  readonly #facts: string[] = [];
  readonly #counted = new Map<string, string[]>();

  /** Adds a fact. */
  add(fact: string): void {
    if (!this.#facts.includes(fact)) this.#facts.push(fact);
  }

  /** Counts an article of a kind: "has no date". */
  count(kind: string, path: string): void {
    const paths = this.#counted.get(kind) ?? [];
    paths.push(path);
    this.#counted.set(kind, paths);
  }

  /** Returns one sentence for each fact and each kind. */
  get sentences(): readonly string[] {
    const counted = [...this.#counted].map(([kind, paths]) => {
      return `${kind}: ${firstNames(paths)}`;
    });
    return [...this.#facts, ...counted];
  }
}

/** Lists the first names, and the number of the others. */
export function firstNames(names: readonly string[]): string {
  const rest = names.length > maxNames ? `, and ${names.length - maxNames} more` : "";
  return names.slice(0, maxNames).join(", ") + rest;
}
