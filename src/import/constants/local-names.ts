import type { AnyNode } from "acorn";

/** The names around a function: those of its module, and the environment of the build. */
export interface ConditionScope {
  /** Returns the declaration of a name around the condition: the value of a constant, or a function. */
  declared(name: string): AnyNode | undefined;
  /** The values of the environment by name, such as `PROD`. */
  readonly environment: Readonly<Record<string, unknown>>;
  /** Returns what a name means that the module imports; undefined if it imports none, or only running the code would give it. */
  imported?(name: string): Imported | undefined;
  /** True if values must be exactly those of JavaScript: what fails there, such as a member of `undefined`, is unknown. */
  readonly isStrict?: true;
}

/** The meaning of an imported name: an expression of another module, or a value. */
export type Imported = { readonly node: AnyNode; readonly scope: ConditionScope } | { readonly value: unknown };

/** The names that a function or a block declares, in those around it. */
export class LocalNames {
  readonly scope: ConditionScope;
  /** The number of conditions with an unknown value around the declarations. */
  readonly doubt: number;
  readonly #around: LocalNames | undefined;
  readonly #values = new Map<string, unknown>();

  constructor(scope: ConditionScope, doubt: number, around?: LocalNames) {
    this.scope = scope;
    this.doubt = doubt;
    this.#around = around;
  }

  declare(name: string, value: unknown): void {
    this.#values.set(name, value);
  }

  get(name: string): unknown {
    return this.#values.get(name);
  }

  /** Returns the names that a name is declared in; undefined if it is one of the module. */
  owner(name: string): LocalNames | undefined {
    return this.#values.has(name) ? this : this.#around?.owner(name);
  }
}
