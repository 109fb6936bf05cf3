import type { GoValue } from "./go-value.ts";

/** An operand of a template, or a pipeline in parentheses. */
export type Expression =
  | { readonly kind: "literal"; readonly value: GoValue }
  | { readonly kind: "dot" }
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "function"; readonly name: string }
  | { readonly kind: "field"; readonly of: Expression; readonly name: string }
  | Pipeline;

/** Commands of which each receives the value of the one before as its last argument: `.Get 0 | lower`. */
export interface Pipeline {
  readonly kind: "pipeline";
  /** The operand or function of each command, with its arguments. */
  readonly commands: readonly (readonly Expression[])[];
}

// A number, a text, a field, a variable, a name, or a sign. A field directly after an operand belongs to it.
const token = /(\s+)|(-?\d+(?:\.\d+)?(?![\w.]))|("(?:[^"\\\n]|\\.)*")|(`[^`]*`)|\.([A-Za-z_]\w*)|(\.)|(\$\w*)|([A-Za-z_]\w*)|([()|])/y;

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", '"': '"', "'": "'", "\\": "\\" };

// The functions of these names have two parts: strings.TrimPrefix.
const namespaces = /^(?:cast|collections|compare|crypto|encoding|fmt|os|math|path|resources|safe|strings|transform|urls)$/;
const maxDepth = 50;

/** Parses a pipeline of Go (pkg.go.dev/text/template#hdr-Pipelines). Returns undefined if it has other signs. */
export function parsePipeline(text: string): Pipeline | undefined {
  const parser = new ExpressionParser(text);
  const pipeline = parser.pipeline(0);
  return parser.isAtEnd ? pipeline : undefined;
}

class ExpressionParser {
  readonly #text: string;
  #offset = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get isAtEnd(): boolean {
    return this.#text.slice(this.#offset).trim() === "";
  }

  pipeline(depth: number): Pipeline | undefined {
    const commands: Expression[][] = [];
    do {
      const command = this.#command(depth);
      if (command === undefined) return undefined;
      commands.push(command);
    } while (this.#takes("|"));
    return { kind: "pipeline", commands };
  }

  #command(depth: number): Expression[] | undefined {
    const operands: Expression[] = [];
    for (;;) {
      this.#skipSpace();
      if (this.#offset >= this.#text.length || /[)|]/.test(this.#text.charAt(this.#offset))) break;
      const operand = this.#operand(depth);
      if (operand === undefined) return undefined;
      operands.push(operand);
    }
    return operands.length === 0 ? undefined : operands;
  }

  #operand(depth: number): Expression | undefined {
    let operand = this.#start(depth);
    while (operand !== undefined && operand.kind !== "literal" && /^\.[A-Za-z_]/.test(this.#text.slice(this.#offset, this.#offset + 2))) {
      const name = this.#next()?.[5] ?? "";
      operand = memberOf(operand, name);
    }
    return operand;
  }

  #start(depth: number): Expression | undefined {
    const [whole, , number, double, raw, field, dot, variable, name] = this.#next() ?? [];
    if (number !== undefined) return { kind: "literal", value: Number(number) };
    if (double !== undefined) {
      const value = unescaped(double.slice(1, -1));
      return value === undefined ? undefined : { kind: "literal", value };
    }
    if (raw !== undefined) return { kind: "literal", value: raw.slice(1, -1) };
    if (field !== undefined) return { kind: "field", of: { kind: "dot" }, name: field };
    if (dot !== undefined) return { kind: "dot" };
    if (variable !== undefined) return { kind: "variable", name: variable };
    if (name === "true" || name === "false") return { kind: "literal", value: name === "true" };
    if (name === "nil") return { kind: "literal", value: null };
    if (name !== undefined) return { kind: "function", name };
    if (whole !== "(" || depth > maxDepth) return undefined;
    const inner = this.pipeline(depth + 1);
    return this.#takes(")") ? inner : undefined;
  }

  #takes(sign: string): boolean {
    this.#skipSpace();
    if (this.#text[this.#offset] !== sign) return false;
    this.#offset++;
    return true;
  }

  #skipSpace(): void {
    while (/\s/.test(this.#text.charAt(this.#offset))) this.#offset++;
  }

  #next(): RegExpExecArray | undefined {
    token.lastIndex = this.#offset;
    const found = token.exec(this.#text);
    if (found !== null) this.#offset = token.lastIndex;
    return found ?? undefined;
  }
}

// In a namespace, the name is that of a function.
function memberOf(operand: Expression, name: string): Expression {
  const isFunction = operand.kind === "function" && namespaces.test(operand.name);
  return isFunction ? { kind: "function", name: `${operand.name}.${name}` } : { kind: "field", of: operand, name };
}

// Undefined for an escape of a character by its number.
function unescaped(text: string): string | undefined {
  let isKnown = true;
  const value = text.replace(/\\(.)/g, (_, sign: string) => {
    isKnown &&= Object.hasOwn(escapes, sign);
    return escapes[sign] ?? "";
  });
  return isKnown ? value : undefined;
}
