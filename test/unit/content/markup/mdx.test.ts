import { describe, expect, it } from "vitest";
import { toHtml } from "../../../../src/content/html/html.ts";
import { MdxError, parseMdx } from "../../../../src/content/markup/mdx.ts";
import { MeteredAcorn } from "../../../../src/content/markup/metered-acorn.ts";
import { compileAll, compileOne } from "../sample.ts";

const imports = 'import tide from "../tide.png";\nimport { Chart } from "../../chart";\nexport const year = 2024;\n\n';

function drawn(text: string): { html: string; leftOut: string } {
  const { removed, tree } = parseMdx(text, "en");
  return { html: toHtml(tree), leftOut: [...removed].map(([name, count]) => `${name} ${count}`).join() };
}

describe("parseMdx()", () => {
  it.each([
    ["# Hello *world*", "<h1>Hello <em>world</em></h1>"],
    [`${imports}Text`, "<p>Text</p>"],
    ["{/* a comment */}\n\nText{/* b */}", "<p>Text</p>"],
    ["a {'b'} {\"c\\\"\"} {`d`} {12}{' '}e", '<p>a b c" d 12 e</p>'],
    ['Hello{"\\n"}world{"\\u2026"}', "<p>Hello\nworld…</p>"],
    ['<Code code={`  a\\n\\tb\\n`} lang="js" />', '<pre><code class="language-js">  a\n\tb\n</code></pre>'],
    ['<CodeBlock language="js">{`a = $1;\\nb = "\\\\n"`}</CodeBlock>', '<pre><code class="language-js">a = $1;\nb = "\\n"\n</code></pre>'],
    ['<p title="a">b</p>', '<p title="a">b</p>'],
    ["<div>a</div> <p>b</p>\n\nc", "<div>a</div>\n \n<p>b</p>\n<p>c</p>"],
    ["<b>a</b> {1}", "<p><b>a</b> 1</p>"],
    [`${imports}<Image src={tide} alt="T" />`, '<img src="../tide.png" alt="T">'],
    [`${imports}![a](b.png) <img src={tide.src} />`, '<p><img src="b.png" alt="a"> <img src="../tide.png"></p>'],
    ['<YouTube id="abc" />', '<p><a href="https://www.youtube.com/watch?v=abc" data-embed="">Video on YouTube</a></p>'],
    ['<Youtube id="abc" />', '<p><a href="https://www.youtube.com/watch?v=abc" data-embed="">Video on YouTube</a></p>'],
    ['<LiteYouTubeEmbed videoId="abc" />', '<p><a href="https://www.youtube.com/watch?v=abc" data-embed="">Video on YouTube</a></p>'],
    ['<YouTube url="https://youtu.be/abc" />', '<p><a href="https://www.youtube.com/watch?v=abc" data-embed="">Video on YouTube</a></p>'],
    ['<VimeoVideo videoid="1" title="T" />', '<p><a href="https://vimeo.com/1" data-embed="">T</a></p>'],
    [
      "<TwitterTweetEmbed tweetId={'12'} options={{ height: 4 }} />",
      '<p><a href="https://x.com/i/status/12" data-embed="">Post on X</a></p>',
    ],
    ['<ThemedImage alt="A" sources={{ light: useBaseUrl("/a.png"), dark: useBaseUrl("/b.png") }} />', '<img src="/a.png" alt="A">'],
    ["import file from './a.png'\n\n<Image img={file} alt=\"A\" />", '<img src="./a.png" alt="A">'],
    ['<Tweet tweetId="12" />', '<p><a href="https://x.com/i/status/12" data-embed="">Post on X</a></p>'],
    ['<Gist id="ada/12ab" />', '<p><a href="https://gist.github.com/ada/12ab" data-embed="">Code on GitHub Gist</a></p>'],
    ['<Figure src="a.png" caption="C" />', '<figure><img src="a.png" alt="C"><figcaption>C</figcaption></figure>'],
    ['<Media src="a.png" alt="A" caption="C" />', '<figure><img src="a.png" alt="A"><figcaption>C</figcaption></figure>'],
    ['<Img src="a.png" />', '<img src="a.png" alt="">'],
    ['<A href="/a">b</A>', '<p><a href="/a">b</a></p>'],
    ["<details open><summary title>a</summary>b</details>", '<details open><summary title="">a</summary>b</details>'],
    ["<img src={require('./a.png').default} />", '<img src="./a.png">'],
    ['<Image src={require("@site/static/a.png")} alt="A" />', '<img src="@site/static/a.png" alt="A">'],
    ['<Image src={import("./a.png")} alt="A" />', '<img src="./a.png" alt="A">'],
    ["<img src={useBaseUrl('/img/a.png')} /> b", '<p><img src="/img/a.png"> b</p>'],
    [`${imports}<Image src={ tide } alt={ "T" } />`, '<img src="../tide.png" alt="T">'],
    ["{-1.25} {`a\\`b`}", "<p>-1.25 a`b</p>"],
    ['See <Tweet id="12" />.', '<p>See <span><a href="https://x.com/i/status/12" data-embed="">Post on X</a></span>.</p>'],
    ['<Link to="/a">b</Link>', '<p><a href="/a">b</a></p>'],
    ["<></>a", "<p>a</p>"],
    [
      "| a |\n| - |\n| <b>1</b> |",
      "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><b>1</b></td>\n</tr>\n</tbody>\n</table>",
    ],
    ['<Video src="a.mp4" caption="C" />', '<figure><video src="a.mp4" controls></video><figcaption>C</figcaption></figure>'],
    ["```js\nconst a = <B>{c}</B>;\n```", '<pre><code class="language-js">const a = &#x3C;B>{c}&#x3C;/B>;\n</code></pre>'],
  ])("converts %j", (text, html) => {
    expect(drawn(text)).toEqual({ html, leftOut: "" });
  });

  it.each([
    ['<Callout type="warning">\nA **b**\n</Callout>', "<p><strong>Warning</strong></p> <p>A <strong>b</strong></p>"],
    ['<Admonition type="tip" title="T">\n- a\n</Admonition>', "<p><strong>T</strong></p> <ul> <li>a</li> </ul>"],
    ["<Aside>a</Aside>", "<p>a</p>"],
    ['<Callout emoji="x">a *b*</Callout>', "<p>a <em>b</em></p>"],
    ["<Tip>a</Tip>", "<p><strong>Tip</strong></p> <p>a</p>"],
    ['<Alert severity="error">a</Alert>', "<p><strong>Danger</strong></p> <p>a</p>"],
    ["<Info>\n```js\n{a}\n```\n</Info>", '<p><strong>Info</strong></p> <pre><code class="language-js">{a} </code></pre>'],
  ])("converts the callout %j to a quotation", (text, expected) => {
    const { html, leftOut } = drawn(text);
    expect(html.replace(/\s+/g, " ")).toBe(`<blockquote> ${expected} </blockquote>`);
    expect(leftOut).toBe("");
  });

  it("names the kind of a callout in the language of the article", () => {
    expect(toHtml(parseMdx("<Warning>a</Warning>", "de").tree)).toContain("<strong>Warnung</strong>");
  });

  it.each([
    ['<LinkCard title="A" href="/b" rank="2" />', '<p><a href="/b"><strong>A</strong></a></p>'],
    ['<LinkCard title="A" label="B" />', "<p><strong>A</strong></p>"],
    ['<Card {...all} title="A" />', "<p><strong>A</strong></p>"],
    ['<Button title="A" href="/a">b</Button>', '<p><a href="/a">b</a></p>'],
    ["<Button onClick={a}>b</Button>", "<p>b</p>"],
    ["<Card title={a} />", ""],
    ["<Button />", ""],
    ["<Tabs />", ""],
    ['See <Term title="A">b</Term>.', "<p>See b.</p>"],
    ['<Tab title="A" hint="c">b</Tab>', "<p><strong>A</strong></p><p>b</p>"],
    ['<CardGroup description="c">\nb\n</CardGroup>', "<p>b</p>"],
  ])("keeps the words and the link of the unknown component %j", (text, html) => {
    const result = drawn(text);
    expect(result.html.replaceAll("\n", "")).toBe(html);
    expect(result.leftOut).toMatch(/^<\w+> 1$/);
  });

  it.each([
    ['<Tabs>\n<TabItem value="a" label="Apple">\nb\n</TabItem>\n</Tabs>', "<p><strong>Apple</strong></p><p>b</p>"],
    ['<Accordion title="A">b</Accordion>', "<p><strong>A</strong></p><p>b</p>"],
    ['<LinkCard title="A" href="/b" description="c" />', '<p><a href="/b"><strong>A</strong></a></p><p>c</p>'],
    ['<Card title="A" href="/b" icon={<Moon />} />', '<p><a href="/b"><strong>A</strong></a></p>'],
    ['<Button href="/a" variant="outline">b</Button>', '<p><a href="/a">b</a></p>'],
    ['<Details summary="A">b</Details>', "<p><strong>A</strong></p><p>b</p>"],
    ['<Quote author="A">b</Quote>', "<blockquote><p>b</p><p>— A</p></blockquote>"],
    ["<><Tip>a</Tip></>", "<blockquote><p><strong>Tip</strong></p><p>a</p></blockquote>"],
    ['<Card title="A" href="/b">\nc\n</Card>', '<p><a href="/b"><strong>A</strong></a></p><p>c</p>'],
    ['<Accordion title="A" description="*d*">\nb\n</Accordion>', "<p><strong>A</strong></p><p>*d*</p><p>b</p>"],
    ['<Step title="A" subtitle="d">b</Step>', "<p><strong>A</strong></p><p>d</p><p>b</p>"],
    ['<Card title="A" caption="c" footer="d" cta="e">\nb\n</Card>', "<p><strong>A</strong></p><p>b</p><p>c</p><p>d</p><p>e</p>"],
    ['<Card title="A" href="/b" cta="e" />', '<p><a href="/b"><strong>A</strong></a></p><p><a href="/b">e</a></p>'],
    ['<AccordionGroup><Accordion title="A">b</Accordion></AccordionGroup>', "<p><strong>A</strong></p><p>b</p>"],
    [
      '<CardGroup cols={2}><Card title="A">b</Card> <Card title="C" href="/c">d</Card></CardGroup>',
      '<p><strong>A</strong></p><p>b</p><p><a href="/c"><strong>C</strong></a></p><p>d</p>',
    ],
    ['<Steps><Step title="A" id="a">b *c*</Step></Steps>', "<p><strong>A</strong></p><p>b <em>c</em></p>"],
    [
      '<Card title="A" href="/a">b</Card><Card title="C">d</Card>',
      '<p><a href="/a"><strong>A</strong></a></p><p>b</p><p><strong>C</strong></p><p>d</p>',
    ],
    ['<Columns><CardGrid><Card title="A">b</Card></CardGrid></Columns>', "<p><strong>A</strong></p><p>b</p>"],
    ['a <Card title="A" href="/b" description="c">d</Card> e', '<p>a <a href="/b"><strong>A</strong></a> c d e</p>'],
    [
      '| a |\n| - |\n| <Tab title="A">b</Tab> |',
      "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td><strong>A</strong> b</td></tr></tbody></table>",
    ],
  ])("reports nothing of %j, whose words are all shown", (text, html) => {
    const { html: shown, leftOut } = drawn(text);
    expect({ html: shown.replaceAll("\n", ""), leftOut }).toEqual({ html, leftOut: "" });
  });

  it.each([
    ["<Math>{String.raw`\\frac{1}{2}`}</Math> a", '<p><code data-formula="">\\frac{1}{2}</code> a</p>'],
    ['<InlineMath math="x_1*y" /> a', '<p><code data-formula="">x_1*y</code> a</p>'],
    ['<BlockMath math={"\\\\int"} />', '<pre><code data-formula="">\\int</code></pre>'],
    ["<CodeBlock language='js'>{`a\n*b*`}</CodeBlock>", '<pre><code class="language-js">a\n*b*\n</code></pre>'],
    ["<Code code={`<a>`} lang='jsx' />", '<pre><code class="language-jsx">&#x3C;a>\n</code></pre>'],
    ['<Video src="./a.mp4" width="300" />', '<video src="./a.mp4" controls width="300"></video>'],
    ['<Audio src="a.mp3" />', '<audio src="a.mp3" controls></audio>'],
    ['<BlogImage src="/a.webp?x" alt="A" />', '<img src="/a.webp?x" alt="A">'],
  ])("converts the component %j", (text, html) => {
    expect(drawn(text)).toEqual({ html, leftOut: "" });
  });

  it.each([
    ["<img src={'a.png'} width={10} alt={`b`} {...rest} />", '<img src="a.png" width="10" alt="b">', "<img> 1"],
    ["<img src={require(name)} alt={require('a' + b)} />", "<img>", "<img> 1"],
    [`${imports}<img src={tide.srcset} alt={tide.src.width} />`, "<img>", "<img> 1"],
    ['a <Image src="a.png" alt="A" caption="C" width={600} />', '<p>a <img width="600" src="a.png" alt="A"></p>', "<Image> 1"],
    ["<a href={url}>b</a>", "<p><a>b</a></p>", "<a> 1"],
    ["<Link to={url}>b</Link>", "<p>b</p>", "<Link> 1"],
    ['<Note footer="lost">b</Note>', "<blockquote><p><strong>Note</strong></p><p>b</p></blockquote>", "<Note> 1"],
  ])("names the element of %j, of which something is lost", (text, html, leftOut) => {
    const result = drawn(text);
    expect({ ...result, html: result.html.replaceAll("\n", "") }).toEqual({ html, leftOut });
  });

  it("keeps the children of components, and counts the components by name", () => {
    const { html, leftOut } = drawn("<Box>\n\nA **b** <Tag x={1}>c</Tag> <Tag />\n\n</Box>\n\n<Chart data={[1]} />\n\n{year} {a ? b : c}");
    expect(html.replace(/\s+/g, " ")).toBe("<p>A <strong>b</strong> c </p> <p> </p>");
    expect(leftOut).toBe("<Box> 1,<Tag> 2,<Chart> 1,{…} 2");
  });

  it.each([
    [
      '<Frame caption="A *b* `c` [d](https://a.example) {e}">\n**a**\n</Frame>',
      '<figure><p><strong>a</strong></p><figcaption>A <em>b</em> <code>c</code> <a href="https://a.example">d</a> {e}</figcaption></figure>',
    ],
    ['<Frame caption="- C">\n**a**\n</Frame>', "<figure><p><strong>a</strong></p><figcaption>- C</figcaption></figure>"],
    ['<Other caption="*C*">\n**a**\n</Other>', "<figure><p><strong>a</strong></p><figcaption>*C*</figcaption></figure>"],
    ['<Frame caption="C">\n**a**\n</Frame>', "<figure><p><strong>a</strong></p><figcaption>C</figcaption></figure>"],
    ['<Quote author="Ada">a</Quote>', "<blockquote><p>a</p><p>— Ada</p></blockquote>"],
  ])("shows the words of %j", (text, html) => {
    expect(drawn(text).html.replaceAll("\n", "")).toBe(html);
  });

  it.each([
    ["<Browser url='https://example.org'>\n\nA *b*.\n\n</Browser>", "<p>A <em>b</em>.</p>"],
    ["<Browser url='http://localhost:3000'>\n\nA *b*.\n\n</Browser>", "<p>A <em>b</em>.</p>"],
    ["<Window src='https://example.org'>\n\n![a](b.png)\n\n</Window>", '<p><img src="b.png" alt="a"></p>'],
    ["<Window src='https://example.org'>![a](b.png)</Window>", '<p><a href="https://example.org"><img src="b.png" alt="a"></a></p>'],
    ["<Example link='https://example.org'>\n\n```\na\n```\n\n</Example>", "<pre><code>a</code></pre>"],
    ["<Author name='Ada' url='https://example.org'>A *b*</Author>", '<p><a href="https://example.org">A <em>b</em></a></p>'],
    ["<LinkPreview id='https://example.org'>A</LinkPreview>", '<p><a href="https://example.org">A</a></p>'],
    [
      "<Bookmark url='https://example.org' title='T'>\nA\n</Bookmark>",
      '<p><a href="https://example.org"><strong>T</strong></a></p><p>A</p>',
    ],
    ["<Code url='https://example.org'>{'a'}</Code>", "<pre><code>a</code></pre>"],
    [
      "<Frame url='https://youtu.be/abc'>\n\nA\n\n</Frame>",
      '<p><a href="https://www.youtube.com/watch?v=abc" data-embed="">Video on YouTube</a></p><p>A</p>',
    ],
  ])("keeps the content of the frame %j", (text, html) => {
    expect(drawn(text).html.replaceAll("\n", "")).toBe(html);
  });

  it.each([
    ["<YouTube id='abc'>A</YouTube>", "Video on YouTube"],
    ["<Spotify url='https://open.spotify.com/track/1'>A</Spotify>", "Audio on Spotify"],
    ["<Iframe src='https://example.org'>A</Iframe>", "example.org"],
    ["<LinkPreview id='https://example.org'>\n</LinkPreview>", "example.org"],
    ["<LinkPreview id='https://example.org'>{/* a */}</LinkPreview>", "example.org"],
  ])("converts the embed %j to a link", (text, words) => {
    expect(drawn(text)).toEqual({ html: expect.stringContaining(` data-embed="">${words}</a>`), leftOut: "" });
  });

  it.each([
    ['<MyImage src="a" />', "<MyImage> 1"],
    ["<ImageList src={list} />", "<ImageList> 1"],
    ["<Image />", "<Image> 1"],
    ['<Links href="/a" />', "<Links> 1"],
    ['<MyLink href="/a" />', "<MyLink> 1"],
    ["<Link />", "<Link> 1"],
    ['<MyYouTube id="a" />', "<MyYouTube> 1"],
    ['<ChartPlayer id="a" />', "<ChartPlayer> 1"],
    ["<YouTube />", "<YouTube> 1"],
    ['<Quote author="Ada" />', "<Quote> 1"],
    ["<parts.Card />", "<parts.Card> 1"],
    ['{y || "a"}', "{…} 1"],
    ['{"a" + y}', "{…} 1"],
  ])("removes the unknown %s", (text, leftOut) => {
    expect(drawn(text)).toEqual({ html: "", leftOut });
  });

  it("reports the position of an unclosed tag outside of the message", () => {
    const read = () => parseMdx(`${"\n".repeat(11)}some words <b>more of them`, "en");
    expect(read).toThrow(
      expect.objectContaining({ name: "MdxError", line: 12, column: 12, message: expect.not.stringContaining("12:12") }),
    );
  });

  it("reports the position of invalid MDX", () => {
    const error = (() => {
      try {
        return parseMdx("a\n\nb {c", "en");
      } catch (thrown) {
        return thrown as MdxError;
      }
    })();
    expect(error).toBeInstanceOf(MdxError);
    expect(error).toMatchObject({ line: 3, column: 5, message: expect.stringContaining("closing brace") });
  });

  it.each([
    ["an expression", `{"${"}".repeat(12_000)}"}`],
    ["an attribute", `<A b={"${"}".repeat(12_000)}"} />`],
    ["a spread", `<A {...{b: "${"}".repeat(12_000)}"}} />`],
  ])("rejects %s that would be parsed again at too many braces", (_, code) => {
    expect(() => parseMdx(`Text\n\n${code}`, "en", new MeteredAcorn(100_000))).toThrow("too many braces or empty lines");
  });

  it("rejects an export that would be parsed again at too many empty lines", () => {
    const acorn = new MeteredAcorn(10_000);
    expect(() => parseMdx(`export const a = [\n${"1,\n\n".repeat(300)}]`, "en", acorn)).toThrow("too many braces or empty lines");
  });
});

describe("an article in MDX", () => {
  it("compiles like any other article, with links to it", async () => {
    const { entries, problems } = await compileAll({
      "2024-11-06-a.mdx": "import B from '../b'\n\n# Title\n\nText {{ a: 1 }} <B /> {'{% x %}'}",
      "2024-11-07-c.md": "[a](2024-11-06-a.mdx)",
    });
    expect(entries[1]).toMatchObject({ title: "Title", path: "/articles/a", content: "<p>Text   {% x %}</p>" });
    expect(entries[0]?.content).toContain('href="https://example.com/articles/a"');
    expect(problems).toEqual([
      "articles/2024-11-06-a.mdx:5:6 warning Removed tags of another generator: {…}, <B>; write what it showed, or put it in code",
    ]);
  });

  it("runs no code", async () => {
    const { content } = await compileOne(
      "<script>{`alert(1)`}</script><a href={'javascript:alert(1)'} onClick={() => 1}>x</a>",
      "2024-11-06-a.mdx",
    );
    expect(content).toBe("<p><a>x</a></p>");
  });

  it("writes no end tag of a void element", async () => {
    const { content } = await compileOne('a <img src="https://example.com/a.png" alt="A"> </img> b', "2024-11-06-a.mdx");
    expect(content).toBe('<p>a <img src="https://example.com/a.png" alt="A">  b</p>');
  });

  it("reports an error if it is invalid", async () => {
    const { problems } = await compileAll({ "a.mdx": "---\ndate: 2024-11-06\n---\nx\n<b>" });
    expect(problems).toEqual([expect.stringMatching(/^articles\/a\.mdx:5:1 error Cannot read the MDX: Expected a closing tag for `<b>`/)]);
  });
});
