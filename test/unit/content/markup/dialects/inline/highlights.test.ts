import { describe, expect, it } from "vitest";
import { compileOne } from "../../../sample.ts";

describe("convertHighlights()", () => {
  it.each([
    'The operators "==" and "!=" differ; use "==" or "===".',
    "It is (==) here and (==) there.",
    "It is '==' here and '==' there.",
    "It is «==» here and «==» there.",
    "It is “==” here and “==” there.",
    "It is [==] and [==].",
    'a "==" b, c "==" d',
    "Write ==, then ==.",
    "if x == y, then a!==b or a!== b",
  ])("keeps operators: %s", async (text) => {
    expect((await compileOne(text)).content).not.toContain("<mark>");
  });

  it.each([
    ["==Note:== read", "Note:"],
    ["==Stop!== Then go", "Stop!"],
    ["==C++:== a language", "C++:"],
    ["==Why?==", "Why?"],
    ["==a!=b==", "a!=b"],
    ['=="quoted"== text', '"quoted"'],
    ['"==quoted==" text', "quoted"],
    ["(==words==)", "words"],
  ])("marks the words of %s", async (text, marked) => {
    expect((await compileOne(text)).content).toContain(`<mark>${marked.replace(/"/g, "&quot;")}</mark>`.replaceAll("&quot;", '"'));
  });
});
