import { expect, it } from "vitest";
import { drawn } from "../drawn.ts";

const ruby = (base: string, text: string) => `<ruby>${base}<rp>(</rp><rt>${text}</rt><rp>)</rp></ruby>`;

it.each([
  ["a {ruby base|text} b", `<p>a ${ruby("base", "text")} b</p>`],
  ["{ruby 漢字 | かん じ}", `<p>${ruby("漢字", "かん じ")}</p>`],
  ["{電子|でんし}と{東京|とう|きょう}", `<p>${ruby("電子", "でんし")}と${ruby("東京", "とうきょう")}</p>`],
  ["**{ruby a|b}**", `<p><strong>${ruby("a", "b")}</strong></p>`],
])("convertRuby() converts %j", async (text, html) => {
  expect(await drawn(text)).toBe(html);
});

it.each(["{ruby base}", "{ruby|x}", "{a|b}", "{漢字|x}", "{rubyx a|b}", "{ruby a|}"])("convertRuby() leaves %j as text", async (text) => {
  expect(await drawn(text)).toBe(`<p>${text}</p>`);
});

it("convertRuby() leaves code", async () => {
  expect(await drawn("`{ruby a|b}`")).toBe("<p><code>{ruby a|b}</code></p>");
});
