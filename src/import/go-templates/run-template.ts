import { UnknownValueError } from "../site-rules/template-engine.ts";
import { evaluate, type Scope } from "./evaluate-expression.ts";
import { GoMap, type GoMethod, type GoValue, isTruthy, listOf, SafeText } from "./go-value.ts";
import { HtmlWriter } from "./html-writer.ts";
import type { Block, GoTemplate, TemplateNode } from "./parse-template.ts";

/** The inputs of running a template. */
export interface TemplateOptions {
  /** The functions by name, besides `partial`. */
  readonly functions: Readonly<Record<string, GoMethod>>;
  /** The number of steps that are left for all templates of a page. Each step takes one. */
  readonly budget: { steps: number };
  /** Returns the parsed template of a partial; undefined if it is unknown. */
  partial(name: string): GoTemplate | undefined;
}

const maxDepth = 20;
const maxLength = 1_000_000; // UTF-16 units

/**
 * Runs a template of Go with its dot, and returns the HTML as html/template escapes it.
 * @throws UnknownValueError if a part of the result is unknown
 */
export function runTemplate(template: GoTemplate, dot: GoValue, options: TemplateOptions): string {
  return new TemplateRun(options).run(template.nodes, template.defined, dot).html;
}

/** The end of a loop or of a partial. */
class Jump {
  readonly kind: "break" | "continue" | "return";
  readonly value: GoValue;

  constructor(kind: Jump["kind"], value: GoValue = null) {
    this.kind = kind;
    this.value = value;
  }
}

interface Frame {
  readonly writer: HtmlWriter;
  readonly defined: GoTemplate["defined"];
  readonly functions: Scope["functions"];
  readonly root: GoValue;
}

class TemplateRun {
  readonly #options: TemplateOptions;
  #depth = 0;
  #length = 0;

  constructor(options: TemplateOptions) {
    this.#options = options;
  }

  run(nodes: readonly TemplateNode[], defined: GoTemplate["defined"], dot: GoValue): { readonly html: string; readonly value?: GoValue } {
    if (++this.#depth > maxDepth) throw new UnknownValueError("the depth of partials");
    const writer = new HtmlWriter();
    const partial: GoMethod = (name = null, context = null) => this.#partial(String(name), context, defined);
    const functions = { ...this.#options.functions, partial, partialCached: partial, "partials.Include": partial };
    const frame = { writer, defined, functions, root: dot };
    try {
      this.#runAll(nodes, { dot, variables: new Map([["$", dot]]), outer: undefined, functions }, frame);
    } catch (jump) {
      if (!(jump instanceof Jump) || jump.kind !== "return") throw jump;
      return { html: writer.html, value: jump.value };
    } finally {
      this.#depth--;
    }
    return { html: writer.html };
  }

  #partial(name: string, context: GoValue, around: GoTemplate["defined"]): GoValue {
    const own = around.get(`partials/${name}`) ?? around.get(`partials/${name}.html`);
    const template = own === undefined ? this.#options.partial(name) : { nodes: own, defined: around };
    if (template === undefined) throw new UnknownValueError(`the partial ${name}`);
    const { html, value } = this.run(template.nodes, template.defined, context);
    return value === undefined ? new SafeText("html", html) : value;
  }

  #runAll(nodes: readonly TemplateNode[], scope: Scope, frame: Frame): void {
    for (const node of nodes) this.#runNode(node, scope, frame);
  }

  #runNode(node: TemplateNode, scope: Scope, frame: Frame): void {
    this.#step();
    if (node.kind === "text") this.#write(() => frame.writer.writeText(node.text), node.text.length);
    else if (node.kind === "output") this.#output(evaluate(node.value, scope), frame);
    else if (node.kind === "set") assign(scope, node.name, evaluate(node.value, scope), node.isNew);
    else if (node.kind === "return") throw new Jump("return", evaluate(node.value, scope));
    else if (node.kind === "break" || node.kind === "continue") throw new Jump(node.kind);
    else if (node.kind === "template") this.#include(node.name, node.value === undefined ? null : evaluate(node.value, scope), frame);
    else if (node.kind === "range") this.#runLoop(node, scope, frame);
    else this.#runCondition(node, scope, frame);
  }

  #step(): void {
    if (--this.#options.budget.steps < 0) throw new UnknownValueError("the number of steps");
  }

  #output(value: GoValue, { writer }: Frame): void {
    const length = typeof value === "string" ? value.length : value instanceof SafeText ? value.text.length : 0;
    this.#write(() => writer.writeValue(value), length);
  }

  #write(write: () => void, length: number): void {
    this.#length += length;
    if (this.#length > maxLength) throw new UnknownValueError("the length of the result");
    write();
  }

  #include(name: string, dot: GoValue, frame: Frame): void {
    const nodes = frame.defined.get(name);
    if (nodes === undefined || ++this.#depth > maxDepth) throw new UnknownValueError(`the template ${name}`);
    this.#runAll(nodes, { dot, variables: new Map([["$", dot]]), outer: undefined, functions: frame.functions }, frame);
    this.#depth--;
  }

  #runCondition({ content, kind, otherwise, value: condition, variables }: Block, scope: Scope, frame: Frame): void {
    const value = evaluate(condition, scope);
    const inner: Scope = { ...scope, variables: new Map(variables.map((name) => [name, value])), outer: scope };
    if (!isTruthy(value)) this.#runAll(otherwise, inner, frame);
    else this.#runAll(content, kind === "with" ? { ...inner, dot: value } : inner, frame);
  }

  #runLoop({ content, otherwise, value, variables }: Block, scope: Scope, frame: Frame): void {
    const items = itemsOf(evaluate(value, scope));
    if (items.length === 0) this.#runAll(otherwise, { ...scope, variables: new Map(), outer: scope }, frame);
    for (const [key, item] of items) {
      this.#step();
      const named = variables.map((name, index) => [name, variables.length === 2 && index === 0 ? key : item] as const);
      try {
        this.#runAll(content, { ...scope, dot: item, variables: new Map(named), outer: scope }, frame);
      } catch (jump) {
        if (!(jump instanceof Jump) || jump.kind === "return") throw jump;
        if (jump.kind === "break") return;
      }
    }
  }
}

function itemsOf(value: GoValue): (readonly [GoValue, GoValue])[] {
  if (value instanceof GoMap) return [...value.entries];
  return listOf(value).map((item, index) => [index, item] as const);
}

function assign(scope: Scope, name: string, value: GoValue, isNew: boolean): void {
  for (let place: Scope | undefined = scope; place !== undefined && !isNew; place = place.outer) {
    if (!place.variables.has(name)) continue;
    place.variables.set(name, value);
    return;
  }
  if (!isNew) throw new UnknownValueError(name);
  scope.variables.set(name, value);
}
