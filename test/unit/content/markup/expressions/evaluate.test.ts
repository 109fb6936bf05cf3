import { type Expression, Parser } from "acorn";
import type { Expression as Estree } from "estree";
import { describe, expect, it } from "vitest";
import { Evaluator } from "../../../../../src/content/markup/expressions/evaluate.ts";
import { unknown, type Value } from "../../../../../src/content/markup/expressions/value.ts";

const scope: ReadonlyMap<string, Value> = new Map<string, Value>([
  ["a", "x"],
  ["n", 3],
  ["list", ["b", "c"]],
]);

function evaluated(code: string): Value {
  const expression: Expression = Parser.parseExpressionAt(code, 0, { ecmaVersion: "latest" });
  return new Evaluator().valueOf(expression as Estree, scope);
}

describe("valueOf()", () => {
  it.each<[string, Value]>([
    [`'a' + "b" + \`c$${"{n}"}\``, "abc3"],
    [`String.raw\`\\frac{$${"{n}"}}\``, "\\frac{3}"],
    ["String(n) + a", "3x"],
    ["(1 + 2) * 3 - 4 / 2 % 3 + 2 ** 2", 11],
    ["-n", -3],
    ["+'4'", 4],
    ["!a", false],
    ["void 0", undefined],
    ["n > 2 && n >= 3 && !(n < 3) && n <= 3", true],
    ["'a' < 'b'", true],
    ["n === 3 && n !== 4 && n == 3", true],
    ["n > 2 ? 'yes' : no", "yes"],
    ["null ?? a", "x"],
    ["'' || a", "x"],
    ["0 && b", 0],
    ["[...list, n, , 'd'].join()", "b,c,3,,d"],
    ["list[1] + list.length + a.length", "c21"],
    ["({ a: 1, ['b']: 2, ...{ c: 3 } }).c", 3],
    ["({ toString: 1 }).constructor", undefined],
    ["Object.entries({ b: 1 }).map(([key, value]) => key + value).join()", "b1"],
    ["Object.keys({ b: 1 }).concat(Object.values({ b: 1 })).join('')", "b1"],
    ["list.filter((one) => one !== 'b').at(0)", "c"],
    ["['', 'b'].filter(Boolean).length", 1],
    ["list.find((one, index) => index === 1)", "c"],
    ["list.flatMap((one) => [one, one]).toReversed().slice(1).join('')", "cbb"],
    ["[[1], 2].flat().includes(2)", true],
    ["' b '.trim().toUpperCase().padStart(3, '-') + 'cd'.slice(1)", "--Bd"],
    ["'a-b'.split('-').map((one = 'z') => { return one; }).join(' ')", "a b"],
    ["((one) => one + 1)(1)", 2],
    ["Object.keys((({ b, ...rest }) => rest)({ b: 1, c: 2 })).join()", "c"],
    ["undefined?.b", undefined],
  ])("returns the value of %s", (code, value) => {
    expect(evaluated(code)).toEqual(value);
  });

  it.each([
    "b",
    "f()",
    "a.f()",
    "a.constructor",
    "list.constructor",
    "list.map(f)",
    "list.join({})",
    "a.concat(list)",
    "new Date()",
    "tag`a`",
    "/a/",
    "`$".concat("{list}`"),
    "[...a]",
    "({ ...a })",
    "({ get b() { return 1; } }).b",
    "n = 4",
    "n++",
    "typeof n",
    "list + a",
    "null.b",
    "1 & 2",
    "(async () => 1)()",
    "(() => { const b = 1; return b; })()",
    "((...rest) => 1)()",
    "(({ ...rest }) => 1)(list)",
    "(([b]) => b)(n)",
    "f(...list)",
    "Object.freeze({})",
    "globalThis.process",
    "this",
  ])("does not know the value of %s", (code) => {
    expect(evaluated(code)).toBe(unknown);
  });

  it("has a limit of steps", () => {
    const evaluator = new Evaluator();
    const doubled = new Map<string, Value>([["a", "x"]]);
    const plus = Parser.parseExpressionAt("a + a", 0, { ecmaVersion: "latest" }) as Estree;
    for (let count = 0; count < 40; count++) doubled.set("a", evaluator.valueOf(plus, doubled));
    expect(doubled.get("a")).toBe(unknown);
  });

  it("has a limit of depth", () => {
    expect(evaluated(Array.from({ length: 1000 }, () => "1").join("+"))).toBe(unknown);
    expect(evaluated("(f => f(f))(f => f(f))")).toBe(unknown);
  });
});
