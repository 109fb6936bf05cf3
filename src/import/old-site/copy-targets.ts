/** The paths of the copies of an import, below the articles folder. */
export class CopyTargets {
  /** Files whose target belonged to another file: path → the target that they got. */
  readonly renamed = new Map<string, string>();
  /** Files whose targets differ in case only: path → the target of the earlier one. On macOS and Windows they are one file. */
  readonly sameButCase = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #byLowerCase = new Map<string, string>();

  /** Reserves the target of a file, and returns it. If another file has it, it gets a number. */
  reserve(path: string, target: string): string {
    const wanted = target.normalize("NFC");
    const free = this.#freeTarget(wanted);
    this.#taken.add(free);
    if (free !== wanted) this.renamed.set(path, free);
    const key = free.toLowerCase();
    const same = this.#byLowerCase.get(key);
    if (same === undefined) this.#byLowerCase.set(key, free);
    else this.sameButCase.set(path, same);
    return free;
  }

  /** Returns whether a file has this target. */
  has(target: string): boolean {
    return this.#taken.has(target);
  }

  #freeTarget(wanted: string): string {
    let free = wanted;
    for (let count = 2; this.#taken.has(free); count++) free = wanted.replace(/(\.[^./]*)?$/, (ending) => `-${count}${ending}`);
    return free;
  }
}
