import type { AnyNode } from "acorn";
import { describe, expect, it } from "vitest";
import { declaredNames } from "../../../../src/import/configuration/declared-names.ts";
import { parseText } from "../../../../src/import/configuration/script-module.ts";
import { Instant, unknownValue } from "../../../../src/import/constants/condition-operators.ts";
import { conditionValue } from "../../../../src/import/constants/condition-value.ts";

const exact = new Instant("published", Date.UTC(2024, 5, 15, 14), true);
const local = new Instant("published", Date.UTC(2024, 5, 15, 14));
const midnight = new Instant("published", Date.UTC(2024, 0, 1), true);

function strictValue(expression: string): unknown {
  const names = new Map(declaredNames(parseText(`const f = (data) => ${expression};`) ?? ({ body: [] } as never)));
  const scope = { declared: (name: string) => names.get(name), environment: {}, isStrict: true } as const;
  return conditionValue(names.get("f") as AnyNode, [{ exact, local, midnight, order: 7 }], scope);
}

describe("conditionValue() of strict code", () => {
  it.each<[string, unknown]>([
    ["data.missing.length", unknownValue],
    ["data.missing?.length", undefined],
    ["data.missing.split('/')", unknownValue],
    ["[...data.unknown()].length", unknownValue],
    ["String(data.missing)", unknownValue],
    ["Number('12') + data.order", 19],
    ["String(data.order).padStart(2, '0')", "07"],
    ["data.exact.toISOString().slice(0, 10)", "2024-06-15"],
    ["data.local.toISOString()", unknownValue],
    ["new Date(data.exact).getUTCHours()", 14],
    ["data.local.getFullYear() + '/' + (data.local.getMonth() + 1)", "2024/6"],
    ["data.local.getDate()", unknownValue],
    ["data.midnight.getFullYear()", unknownValue],
    ["data.midnight.getUTCFullYear()", 2024],
    ["data.exact.toLocaleDateString()", unknownValue],
    ["new Date('2024-06-15').toISOString().slice(0, 4)", "2024"],
    ["new Date('15 June 2024 10:00').toISOString()", unknownValue],
    ["new Date().getFullYear()", unknownValue],
  ])("computes %s", (expression, expected) => {
    expect(strictValue(expression)).toBe(expected);
  });
});
