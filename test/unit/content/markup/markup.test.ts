import type { Root } from "hast";
import { afterEach, describe, expect, it, vi } from "vitest";
import { toHtml } from "../../../../src/content/html/html.ts";
import { parseMarkup } from "../../../../src/content/markup/markup.ts";

async function parsed(source: string, body: string): Promise<{ html: string; tree: Root; problems: readonly unknown[] }> {
  const problems: unknown[] = [];
  const reportAtNode = (...problem: readonly unknown[]) => problems.push(problem);
  const tree = await parseMarkup(source, body, { language: "en", locate: () => undefined, reportAtNode });
  return { html: toHtml(tree), tree, problems };
}

describe("parseMarkup()", () => {
  const markup = "*a* {'b'} &lt;i>c";

  it.each([
    ["a.html", "*a* {'b'} &#x3C;i>c"],
    ["a.htm", "*a* {'b'} &#x3C;i>c"],
    ["notes/a.md.html", "*a* {'b'} &#x3C;i>c"],
    ["a.md", "<p><em>a</em> {'b'} &#x3C;i>c</p>"],
    ["a.markdown", "<p><em>a</em> {'b'} &#x3C;i>c</p>"],
    ["a.html.md", "<p><em>a</em> {'b'} &#x3C;i>c</p>"],
    ["a.htm/a.md", "<p><em>a</em> {'b'} &#x3C;i>c</p>"],
    ["a-html", "<p><em>a</em> {'b'} &#x3C;i>c</p>"],
    ["a.mdx.md", "<p><em>a</em> {'b'} &#x3C;i>c</p>"],
    ["a.mdx", "<p><em>a</em> b &#x3C;i>c</p>"],
    ["a.html.mdx", "<p><em>a</em> b &#x3C;i>c</p>"],
  ])("chooses the parser by the extension of %s", async (source, html) => {
    expect(await parsed(source, markup)).toMatchObject({ html, problems: [] });
  });

  it("reports all removed components of MDX in one warning", async () => {
    const { html, problems } = await parsed("a.mdx", "a <B /> {c}\n\n<B />");
    expect(html).toBe("<p>a  </p>");
    expect(problems).toEqual([[expect.objectContaining({ name: "B" }), "warning", expect.stringContaining(": <B> (2 times), {…};")]]);
  });

  it("reports the location of invalid MDX, and keeps its text", async () => {
    const start = { line: 3, column: 3 };
    const { problems, tree } = await parsed("a.mdx", "*a*\n\nb <i>c");
    expect(problems).toEqual([[{ position: { start, end: start } }, "error", expect.stringMatching(/^Cannot read the MDX: Expected a /)]]);
    expect(tree).toEqual({ type: "root", children: [{ type: "text", value: "*a*\n\nb <i>c" }] });
  });

  describe("if parsing MDX fails for another reason", () => {
    afterEach(() => {
      vi.doUnmock("../../../../src/content/markup/mdx.ts");
      vi.resetModules();
    });

    it("rethrows the error", async () => {
      vi.doMock("../../../../src/content/markup/mdx.ts", async (original) => ({
        ...(await original<typeof import("../../../../src/content/markup/mdx.ts")>()),
        parseMdx: () => {
          throw new RangeError("Maximum call stack size exceeded");
        },
      }));
      await expect(parsed("a.mdx", "a")).rejects.toThrow(RangeError);
    });
  });
});
