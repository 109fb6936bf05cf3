import { afterEach, describe, expect, it, vi } from "vitest";
import { codeEnd, codeStart } from "../../../../../src/content/markup/code/find-code.ts";
import { KnownLines } from "../../../../../src/content/markup/code/known-lines.ts";
import { replaceShortcodes } from "../../../../../src/content/markup/shortcodes/shortcodes.ts";
import fc from "../../../../fast-check.ts";

describe("KnownLines", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it("returns the same results as a new instance for each query", () => {
    const line = fc.constantFrom("- a", "12. a", " * a", "a", "    a", "\ta", "", " ", "`a`", "``a ` b", "`` ` ``` `", "    `a`");
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = lines.join("\n");
        const known = new KnownLines(text);
        const starts = new RegExp(codeStart, "gm");
        for (let start = starts.exec(text); start !== null; start = starts.exec(text)) {
          const end = codeEnd(text, start.index, start[0], known);
          expect(end).toBe(codeEnd(text, start.index, start[0]));
          starts.lastIndex = end;
        }
      }),
    );
  });

  it.each([
    ["indented lines below a list", `- a\n${"\n    b\n".repeat(2000)}`],
    ["spans on one line", "`a` ".repeat(2000)],
    ["spans without an end", Array.from({ length: 200 }, (_, index) => "`".repeat(index + 1)).join("a")],
    ["lists for a table of contents", "- a\n{:toc}\n".repeat(2000)],
  ])("lets replaceShortcodes() scan %s only a few times", (_, text) => {
    const [exec, lastIndexOf] = [vi.spyOn(RegExp.prototype, "exec"), vi.spyOn(String.prototype, "lastIndexOf")];
    const body = `{% a %}\n\n${text}`;
    replaceShortcodes(body, { locate: () => undefined, variables: {} });
    expect(exec.mock.calls.length).toBeLessThan(3 * body.length);
    expect(lastIndexOf.mock.calls.length).toBeLessThan(5000);
  });
});
