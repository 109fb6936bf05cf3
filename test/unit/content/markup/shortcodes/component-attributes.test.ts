import { describe, expect, it } from "vitest";
import { compileOne } from "../../sample.ts";

describe("convertComponents() and attributes of JSX and Vue", () => {
  it.each([
    ["<Foo bar={{a: 1}} onClick={() => x()}>jsx in md</Foo>", "jsx in md", "<foo>"],
    ['<CustomComponent v-if="count > 0" @click="count++">slot text</CustomComponent>', "slot text", "<customcomponent>"],
    ["T <Kbd keys={['a']}>k</Kbd> u", "k", undefined],
    ['<Chart\n  data={[1, 2]}\n  title={"a"}\n/>', "", "<chart>"],
    ['<button class="a" @click.prevent="go">Press</button>', "Press", undefined],
  ])("shows no source of %j", async (text, shown, warned) => {
    const { content, problems } = await compileOne(`Before\n\n${text}\n\nAfter`);
    expect(content).not.toMatch(/&#x3C;|[{}]|@click|onClick|\+\+/);
    expect(content).toContain(shown);
    expect(content).toContain("After");
    if (warned !== undefined) expect(problems.join()).toContain(warned);
  });

  it("keeps the picture of a component", async () => {
    const { content } = await compileOne("<Image src={require('https://e.com/rack.png')} alt=\"y\" />");
    expect(content).toContain('<img src="https://e.com/rack.png" alt="y">');
  });

  it.each(["a < b @me c", "`<Foo bar={1}>`", "    <Foo @click={1}>"])("keeps text such as %j", async (text) => {
    const { content } = await compileOne(text);
    expect(content.replaceAll("&#x3C;", "<")).toContain(text.replaceAll("`", "").trim());
  });
});
