import { describe, expect, it } from "vitest";
import { brief } from "../../../src/terminal/brief.ts";
import { printable } from "../../../src/terminal/printable.ts";
import { anyCharacter } from "../../any-character.ts";
import fc from "../../fast-check.ts";

describe("printable()", () => {
  it.each([
    ["colours", "\u001B[31mred\u001B[0m", "\\u001b[31mred\\u001b[0m"],
    ["a title of the window", "\u001B]0;title\u0007", "\\u001b]0;title\\u0007"],
    ["a link (OSC 8)", "\u001B]8;;https://evil.example\u001B\\x", "\\u001b]8;;https://evil.example\\u001b\\x"],
    ["C1 controls", "\u009B2J\u0090q\u009C", "\\u009b2J\\u0090q\\u009c"],
    ["a backspace and DEL", "good\b\b\b\bevil\u007F", "good\\u0008\\u0008\\u0008\\u0008evil\\u007f"],
    ["line breaks and tabs", "two\r\nlines\tof it\v\f\u0085\u2028\u2029", "two\\r\\nlines\\tof it\\u000b\\u000c\\u0085\\u2028\\u2029"],
    ["marks of direction", "a\u202Eb\u2066c\u200Fd\u061Ce", "a\\u202eb\\u2066c\\u200fd\\u061ce"],
    ["zero-width characters", "a\u200Bb\u200Cc\u200Dd\u2060e\uFEFFf\u00ADg", "a\\u200bb\\u200cc\\u200dd\\u2060e\\ufefff\\u00adg"],
    ["other invisible characters", "a\u3164b\u115Fc\u180Ed\u034Fe\uFE0Ff", "a\\u3164b\\u115fc\\u180ed\\u034fe\\ufe0ff"],
    ["tags", "a\u{E0041}", "a\\udb40\\udc41"],
    ["lone surrogates", "\uD83D alone, \uDC1F too", "\\ud83d alone, \\udc1f too"],
    ["a NUL", "a\0b", "a\\u0000b"],
  ])("escapes %s", (_name, text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  it.each([
    ["::error file=a.md::forged", "\\u003a:error file=a.md::forged"],
    ["  ::warning::forged", "  \\u003a:warning::forged"],
    ["\u00A0::notice::forged", "\u00A0\\u003a:notice::forged"],
    ["name\n::error::forged", "name\\n::error::forged"],
    ["a ##[error]forged", "a \\u0023#[error]forged"],
    ["##vso[task.setvariable variable=x]y", "\\u0023#vso[task.setvariable variable=x]y"],
    ["##teamcity[buildStop]", "\\u0023#teamcity[buildStop]"],
  ])("escapes the command %j of a CI system", (text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  it.each(["Fish 🐟 & ü", "I ❤️ it", "日本語 العربية", "a::b, ## c, #[d]", "C:\\u001b", "e\u0301"])("keeps %j", (text) => {
    expect(printable(text)).toBe(text);
  });

  it("returns one visible line, and is idempotent", () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        const line = printable(text);
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(printable(line)).toBe(line);
      }),
    );
  });

  it("keeps the meaning of JSON", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: anyCharacter })), (value) => {
        expect(JSON.parse(printable(JSON.stringify(["##[error]::", ...value])))).toEqual(["##[error]::", ...value]);
      }),
    );
  });
});

describe("brief()", () => {
  it("truncates long text, and never cuts a character in two", () => {
    expect(brief("a".repeat(10_000), 10)).toBe(`${"a".repeat(10)}…`);
    expect(brief("🐟".repeat(10), 3)).toBe("🐟…");
    expect(brief("two\r\nlines\tof it")).toBe("two lines of it");
  });
});
