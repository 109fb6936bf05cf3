import { UnknownValueError } from "../site-rules/template-engine.ts";
import { GoMap, type GoMethod, GoObject, type GoValue, isTruthy, SafeText } from "./go-value.ts";
import type { Expression } from "./parse-expression.ts";

const maxLength = 1_000_000; // UTF-16 units, or items

/** The values that an expression can name. */
export interface Scope {
  readonly dot: GoValue;
  readonly variables: Map<string, GoValue>;
  readonly outer: Scope | undefined;
  readonly functions: Readonly<Record<string, GoMethod>>;
}

/** Evaluates an expression of a template. @throws UnknownValueError */
export function evaluate(expression: Expression, scope: Scope): GoValue {
  const value = expression.kind === "pipeline" ? runPipeline(expression.commands, scope) : reference(expression, scope);
  return typeof value === "function" ? value() : value; // a method without arguments
}

function runPipeline(commands: readonly (readonly Expression[])[], scope: Scope): GoValue {
  let piped: readonly GoValue[] = [];
  for (const command of commands) piped = [runCommand(command, piped, scope)];
  return piped[0] ?? null;
}

function runCommand([first, ...rest]: readonly Expression[], piped: readonly GoValue[], scope: Scope): GoValue {
  if (first === undefined) throw new UnknownValueError("an empty command");
  if (first.kind === "function" && (first.name === "and" || first.name === "or")) return firstThat(first.name, rest, piped, scope);
  const called = first.kind === "pipeline" ? evaluate(first, scope) : reference(first, scope);
  if (typeof called === "function") return limited(called(...rest.map((each) => evaluate(each, scope)), ...piped));
  if (rest.length + piped.length > 0) throw new UnknownValueError("a value with arguments");
  return called;
}

// A text may double in each step of a loop.
function limited(value: GoValue): GoValue {
  const length =
    typeof value === "string" ? value.length : value instanceof SafeText ? value.text.length : Array.isArray(value) ? value.length : 0;
  if (length > maxLength) throw new UnknownValueError("a long value");
  return value;
}

// `and` and `or` evaluate only the arguments that they need.
function firstThat(name: "and" | "or", rest: readonly Expression[], piped: readonly GoValue[], scope: Scope): GoValue {
  let value: GoValue = null;
  for (const each of [...rest.map((expression) => () => evaluate(expression, scope)), ...piped.map((last) => () => last)]) {
    value = each();
    if (isTruthy(value) === (name === "or")) return value;
  }
  return value;
}

// A method is returned as a function.
function reference(expression: Exclude<Expression, { kind: "pipeline" }>, scope: Scope): GoValue {
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "dot":
      return scope.dot;
    case "variable":
      return variable(expression.name, scope);
    case "function":
      return functionNamed(expression.name, scope);
    case "field":
      return fieldOf(evaluate(expression.of, scope), expression.name);
  }
}

function variable(name: string, scope: Scope): GoValue {
  for (let place: Scope | undefined = scope; place !== undefined; place = place.outer) {
    const value = place.variables.get(name);
    if (value !== undefined) return value;
  }
  throw new UnknownValueError(name);
}

function functionNamed(name: string, { functions }: Scope): GoMethod {
  const found = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (found === undefined) throw new UnknownValueError(name);
  return found;
}

function fieldOf(value: GoValue, name: string): GoValue {
  if (value instanceof GoObject || value instanceof GoMap) return value.get(name);
  throw new UnknownValueError(name); // of nil, Go stops with an error
}
