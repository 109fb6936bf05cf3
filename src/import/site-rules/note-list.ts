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
      const names = paths.slice(0, maxNames).join(", ");
      const rest = paths.length > maxNames ? `, and ${paths.length - maxNames} more` : "";
      return `${kind}: ${names}${rest}`;
    });
    return [...this.#facts, ...counted];
  }
}
