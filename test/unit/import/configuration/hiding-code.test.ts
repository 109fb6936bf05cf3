import { describe, expect, it } from "vitest";
import { joinHiding } from "../../../../src/import/configuration/hiding-code.ts";

describe("joinHiding()", () => {
  const certain = { condition: "a", isCertain: true };
  const uncertain = { condition: "b", isCertain: false };

  it.each([
    ["no list", [], undefined],
    ["one list", [certain], certain],
    ["the first condition of two lists", [certain, { condition: "c", isCertain: true }], certain],
    ["a list that has the text", [certain, undefined], undefined],
    ["a first list that has the text", [undefined, certain], undefined],
    ["one condition of which nothing is certain", [certain, uncertain], { condition: "a", isCertain: false }],
    ["a first condition of which nothing is certain", [uncertain, certain], uncertain],
  ])("%s", (_name, ofLists, expected) => {
    expect(joinHiding(ofLists)).toEqual(expected);
  });
});
