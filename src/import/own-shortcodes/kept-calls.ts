import { UnknownValueError } from "../site-rules/template-engine.ts";

const maxCalls = 1000; // each is searched in the whole result

/** The calls in the content of another one that the compiler replaces later, such as `{{< ref "moon.md" >}}`. */
export class KeptCalls {
  readonly #written = new Map<string, string>();

  /** Returns a word that templates and Markdown leave as it is, in place of a call. */
  keep(call: string): string {
    if (this.#written.size === maxCalls) throw new UnknownValueError("the number of calls");
    const word = `keptshortcode${this.#written.size}x`;
    this.#written.set(word, call);
    return word;
  }

  /** Returns a result with the calls in their places; undefined if it does not have each of them once. */
  restore(result: string): string | undefined {
    let text = result;
    for (const [word, call] of this.#written) {
      const parts = text.split(word);
      if (parts.length !== 2) return undefined;
      text = parts.join(call);
    }
    return text;
  }
}
