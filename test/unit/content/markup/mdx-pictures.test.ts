import { describe, expect, it } from "vitest";
import { toHtml } from "../../../../src/content/html/html.ts";
import { parseMdx } from "../../../../src/content/markup/mdx.ts";
import { compileAll } from "../sample.ts";

const imports = 'import rack from "./rack.png";\n\n';

function drawn(text: string): { html: string; leftOut: string } {
  const { removed, tree } = parseMdx(imports + text, "en");
  return { html: toHtml(tree).replace(/\n+/g, ""), leftOut: [...removed.keys()].join() };
}

const picture = '<p><img src="a.png" alt=""></p>';

describe("mdxPictures()", () => {
  it.each([
    ['<Card title="A" img="a.png" href="/b">\nc\n</Card>', `${picture}<p><a href="/b"><strong>A</strong></a></p><p>c</p>`],
    ['<Card title="A" img="a.png" href="/b">c</Card>', `${picture}<p><a href="/b"><strong>A</strong></a></p><p>c</p>`],
    ['<LinkCard title="A" href="/b" image="a.png" />', `${picture}<p><a href="/b"><strong>A</strong></a></p>`],
    ['<Card title="A" coverImage="a.png" imageAlt="D">c</Card>', '<p><img src="a.png" alt="D"></p><p><strong>A</strong></p><p>c</p>'],
    ['<Card title="A" cover={rack}>c</Card>', '<p><img src="./rack.png" alt=""></p><p><strong>A</strong></p><p>c</p>'],
    ['<Card title="A" art={require("./b.png")}>c</Card>', '<p><img src="./b.png" alt=""></p><p><strong>A</strong></p><p>c</p>'],
    ['<Card title="A" image={{ alt: "", src: rack }}>c</Card>', '<p><img src="./rack.png" alt=""></p><p><strong>A</strong></p><p>c</p>'],
    ['<Step image="a.png">b</Step>', '<p><img src="a.png" alt=""><br>b</p>'],
    ['<Accordion title="T" poster="a.png">b</Accordion>', `${picture}<p><strong>T</strong></p><p>b</p>`],
    ['<Step title="T" src="a.png">b</Step>', `${picture}<p><strong>T</strong></p><p>b</p>`],
    [
      `<Tip image={\`\${rack}\`}>b</Tip>`,
      '<p><img src="./rack.png" alt=""></p><blockquote><p><strong>Tip</strong></p><p>b</p></blockquote>',
    ],
    ['<Tip image="a.png">b</Tip>', `${picture}<blockquote><p><strong>Tip</strong></p><p>b</p></blockquote>`],
    [
      '<Card title="A" img="https://example.org/photo-1?w=2">c</Card>',
      '<p><img src="https://example.org/photo-1?w=2" alt=""></p><p><strong>A</strong></p><p>c</p>',
    ],
    [
      '<LinkPreview url="https://example.org" title="T" image="a.png" />',
      `${picture}<p><a href="https://example.org" data-embed="">T</a></p>`,
    ],
    ['<Video src="b.mp4" poster="a.png" />', '<video src="b.mp4" controls poster="a.png"></video>'],
    ['<Audio src="b.mp3" cover="a.png" />', `${picture}<audio src="b.mp3" controls></audio>`],
    [
      '<ReactPlayer url="https://www.youtube.com/watch?v=jNQXAC9IVRw" light="a.png" />',
      `${picture}<p><a href="https://www.youtube.com/watch?v=jNQXAC9IVRw" data-embed="">Video on YouTube</a></p>`,
    ],
    ["<Card image title='A'>![](a.png)</Card>", '<p><strong>A</strong></p><p><img src="a.png" alt=""></p>'],
  ])("shows the picture of %j", (text, html) => {
    expect(drawn(text)).toEqual({ html, leftOut: "" });
  });

  it.each([
    ['<Step title="A" image={post.cover}>b</Step>', "<Step>"],
    ['<Tab title="A" icon="/a.png">b</Tab>', "<Tab>"],
    ['<Card title="A" icon={rack}>b</Card>', "<Card>"],
    ['<Note logo="/a.svg">b</Note>', "<Note>"],
    ['<SiteInfo url="https://example.org" logo="a.png" />', "<SiteInfo>"],
    ['<SiteInfo url="https://example.org" name="Ada Lovelace" />', "<SiteInfo>"],
    ['<LinkPreview url="https://example.org" description="Words" />', "<LinkPreview>"],
    ['<YouTube id="jNQXAC9IVRw" text="Words" />', "<YouTube>"],
    ['<Note title="A" text="words">b</Note>', "<Note>"],
  ])("names the component whose picture is not shown: %j", (text, leftOut) => {
    const result = drawn(text);
    expect(result.leftOut).toBe(leftOut);
    expect(result.html).not.toContain("<img");
  });

  it.each(['<Card title="A" href="/a.png">b</Card>', '<Card title="see a.png">b</Card>', '<Step title="A" icon="star">b</Step>'])(
    "finds no picture in %j",
    (text) => {
      const { html, leftOut } = drawn(text);
      expect(html).not.toContain("<img");
      expect(leftOut).toBe("");
    },
  );
});

describe("a problem of a component", () => {
  it.each([
    ['<LinkCard title="A" href="gone.pdf" />', "gone.pdf"],
    ['<Card title="A" href="gone.pdf">b</Card>', "gone.pdf"],
    ['<Button href="gone.pdf">b</Button>', "gone.pdf"],
    ['<Card title="A" img="gone.png" />', "gone.png"],
    ['<Callout image="gone.png">b</Callout>', "gone.png"],
    ['<Card title="A" href="#gone">b</Card>', "#gone"],
    ['<Image src="gone.png" caption="C" />', "gone.png"],
  ])("has the line of %j", async (text, reference) => {
    const { problems } = await compileAll({ "2024-11-06-a.mdx": `${imports}Text\n\nMore\n\n${text}` });
    expect(problems).toContainEqual(expect.stringMatching(`^articles/2024-11-06-a.mdx:7:1 warning Cannot find .*"${reference}"`));
  });
});
