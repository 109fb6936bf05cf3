import { describe, expect, it } from "vitest";
import { compileOne } from "../../sample.ts";

describe("fillElements()", () => {
  it.each([
    ["<p v-html=\"'<b>a</b>'\"></p>", "<p><b>a</b></p>"],
    ["<p>b <span v-text=\"'<a>'\"></span></p>", "<p>b <span>&#x3C;a></span></p>"],
    ['<div v-html="`<i>a</i>`"></div>', "<div><i>a</i></div>"],
    ['<p set:html={"<b>a</b>"}></p>', "<p><b>a</b></p>"],
    ['<div set:text="a"></div>', "<div>a</div>"],
    ['<div dangerouslySetInnerHTML={{ __html: "<p>a</p>" }}></div>', "<div><p>a</p></div>"],
    ['`<p v-html="a">`', '<p><code>&#x3C;p v-html="a"></code></p>'],
  ])("shows the content in the attribute of %j", async (text, html) => {
    expect(await compileOne(text, "2024-11-06-a.md")).toMatchObject({ content: html, problems: [] });
  });

  it.each([
    ['<p v-html="a"></p>', "v-html"],
    ['<p v-text="a + b"></p>', "v-text"],
    ["<p set:html={a}></p>", "set:html"],
    ["<p dangerouslySetInnerHTML={{ __html: a }}></p>", "dangerouslySetInnerHTML"],
    ["<p dangerouslySetInnerHTML={a}></p>", "dangerouslySetInnerHTML"],
  ])("reports %j, whose content only a program finds", async (text, name) => {
    const { problems } = await compileOne(text, "2024-11-06-a.md");
    expect(problems).toEqual([
      `articles/2024-11-06-a.md:1:1 warning Cannot show the content of <p>: only a program finds the value of ${name}; write it in the article`,
    ]);
  });

  it("sanitizes the content", async () => {
    const { content } = await compileOne("<p v-html=\"'<b onclick=&quot;x&quot;>a</b><script>b</script>'\"></p>", "2024-11-06-a.md");
    expect(content).toBe("<p><b>a</b></p>");
  });
});
