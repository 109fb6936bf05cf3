import { type Pipeline, parsePipeline } from "./parse-expression.ts";
import { splitTemplate } from "./split-template.ts";

/** A node of a template. */
export type TemplateNode =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "output"; readonly value: Pipeline }
  | { readonly kind: "set"; readonly name: string; readonly isNew: boolean; readonly value: Pipeline }
  | { readonly kind: "return"; readonly value: Pipeline }
  | { readonly kind: "template"; readonly name: string; readonly value: Pipeline | undefined }
  | { readonly kind: "break" }
  | { readonly kind: "continue" }
  | Block;

/** A block with its content and the one after `else`. */
export interface Block {
  readonly kind: "if" | "with" | "range";
  readonly value: Pipeline;
  /** The variables of `range $index, $item := …` and of `if $x := …`. */
  readonly variables: readonly string[];
  readonly content: readonly TemplateNode[];
  readonly otherwise: readonly TemplateNode[];
}

/** A parsed template, and those that it defines. */
export interface GoTemplate {
  readonly nodes: readonly TemplateNode[];
  readonly defined: ReadonlyMap<string, readonly TemplateNode[]>;
}

interface OpenBlock {
  readonly head: Omit<Block, "content" | "otherwise"> | { readonly kind: "define"; readonly name: string };
  readonly content: TemplateNode[];
  otherwise: TemplateNode[] | undefined;
  /** True for the block of `else if`, which ends with the one around it. */
  readonly isChained: boolean;
}

const definition = /^define\s+"([^"]+)"$/;
const included = /^template\s+"([^"]+)"\s*([\s\S]*)$/;
const assignment = /^(\$\w+)\s*(:?=)\s*([\s\S]+)$/;
const blockStart = /^(if|with|range)\b\s*(?:(\$\w*(?:\s*,\s*\$\w*)?)\s*:=\s*)?([\s\S]+)$/;

/** Parses a template of Go; undefined if it has a construct that is not known, or is faulty. */
export function parseTemplate(text: string): GoTemplate | undefined {
  const parts = splitTemplate(text);
  return parts && new TemplateParser().parse(parts);
}

class TemplateParser {
  readonly #nodes: TemplateNode[] = [];
  readonly #defined = new Map<string, readonly TemplateNode[]>();
  readonly #open: OpenBlock[] = [];

  parse(parts: NonNullable<ReturnType<typeof splitTemplate>>): GoTemplate | undefined {
    for (const { kind, text } of parts) {
      if (kind === "text") this.#current.push({ kind: "text", text });
      else if (!this.#readAction(text)) return undefined;
    }
    return this.#open.length > 0 ? undefined : { nodes: this.#nodes, defined: this.#defined };
  }

  get #current(): TemplateNode[] {
    const block = this.#open.at(-1);
    return block === undefined ? this.#nodes : (block.otherwise ?? block.content);
  }

  // Returns false for an unknown action.
  #readAction(action: string): boolean {
    if (action === "end") return this.#end();
    if (/^else\b/.test(action)) return this.#else(action.slice(4).trim());
    const [, name] = definition.exec(action) ?? [];
    if (name !== undefined) return this.#openBlock({ kind: "define", name }, false);
    if (/^(?:if|with|range)\b/.test(action)) return this.#start(action, false);
    const node = nodeOf(action);
    if (node !== undefined) this.#current.push(node);
    return node !== undefined;
  }

  #start(action: string, isChained: boolean): boolean {
    const [, kind, variables, expression = ""] = blockStart.exec(action) ?? [];
    const value = parsePipeline(expression);
    if (value === undefined || kind === undefined) return false;
    const names = variables?.split(",").map((each) => each.trim()) ?? [];
    return this.#openBlock({ kind: kind as Block["kind"], value, variables: names }, isChained);
  }

  #openBlock(head: OpenBlock["head"], isChained: boolean): boolean {
    this.#open.push({ head, content: [], otherwise: undefined, isChained });
    return this.#open.length <= 100;
  }

  #else(rest: string): boolean {
    const block = this.#open.at(-1);
    if (block === undefined || block.otherwise !== undefined || block.head.kind === "define") return false;
    block.otherwise = [];
    return rest === "" || (/^(?:if|with)\b/.test(rest) && this.#start(rest, true));
  }

  #end(): boolean {
    const block = this.#open.pop();
    if (block === undefined) return false;
    const { content, head, isChained, otherwise = [] } = block;
    if (head.kind === "define") this.#defined.set(head.name, content);
    else this.#current.push({ ...head, content, otherwise });
    return !isChained || this.#end();
  }
}

function nodeOf(action: string): TemplateNode | undefined {
  if (action === "break") return { kind: "break" };
  if (action === "continue") return { kind: "continue" };
  const [, name, given = ""] = included.exec(action) ?? [];
  if (name !== undefined) {
    const value = given.trim() === "" ? undefined : parsePipeline(given);
    return given.trim() !== "" && value === undefined ? undefined : { kind: "template", name, value };
  }
  const [, variable, sign, expression] = assignment.exec(action) ?? [];
  const value = parsePipeline(expression ?? action.replace(/^return\b/, ""));
  if (value === undefined) return undefined;
  if (variable !== undefined) return { kind: "set", name: variable, isNew: sign === ":=", value };
  return { kind: /^return\b/.test(action) ? "return" : "output", value };
}
