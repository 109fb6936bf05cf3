import { describe, expect, it } from "vitest";
import { compileOne, someMedia } from "../sample.ts";

const options = { media: someMedia };
const moon = '<img src="https://example.com/media/ab/moon.png" alt="" width="400" height="200">';

async function compiled(text: string): Promise<{ html: string; problems: readonly string[] }> {
  const { content, problems } = await compileOne(text, "2024-11-06-a.md", options);
  return { html: content.replaceAll("\n", ""), problems: problems.map((problem) => problem.replace(/^.*? warning /, "")) };
}

describe("convertComponent()", () => {
  it.each([
    [
      '<VPCard title="A *b*" desc="The & words" link="https://example.org/c" />',
      '<p><a href="https://example.org/c"><strong>A *b*</strong></a><br>The &#x26; words</p>',
    ],
    [
      '<SiteInfo name="Ada" desc="Words" url="https://example.org" preview="./moon.png" />',
      `<p>${moon}<br><a href="https://example.org/"><strong>Ada</strong></a><br>Words</p>`,
    ],
    ['<LinkCard title="T" href="/x" description="D" />', '<p><a href="https://example.com/x"><strong>T</strong></a><br>D</p>'],
    ['<ImageCard image="moon.png" imageAlt="M" summary="D" />', `<p>${moon.replace('""', '"M"')}<br>D</p>`],
    ['<Card title="A" img="moon.png">\n\nSome *words*\n\n</Card>', `<p>${moon}</p><p><strong>A</strong></p><p>Some <em>words</em></p>`],
    ['<Card\n  title="A"\n  subtitle="S" />', "<p><strong>A</strong><br>S</p>"],
    ['Some <Foo text="words" /> here', "<p>Some words here</p>"],
    ['Read <DocLink href="/x">this</DocLink> now', '<p>Read <a href="https://example.com/x">this</a> now</p>'],
    [
      '<VideoPlayer src="full.mp4" poster="moon.png" title="V" />',
      '<p><video src="https://example.com/media/full.mp4" controls poster="https://example.com/media/ab/moon.png"><a href="https://example.com/media/full.mp4">V</a></video></p>',
    ],
    [
      '<AudioPlayer src="talk.mp3" poster="moon.png" title="V" />',
      `<p>${moon}<br><audio src="https://example.com/media/ef/talk.mp3" controls><a href="https://example.com/media/ef/talk.mp3">V</a></audio></p>`,
    ],
    [
      '<YouTube id="jNQXAC9IVRw" poster="moon.png" description="D" />',
      `<p>${moon}<br><a href="https://www.youtube.com/watch?v=jNQXAC9IVRw">Video on YouTube</a><br>D</p>`,
    ],
    [
      '<YouTube src="https://www.youtube.com/embed/jNQXAC9IVRw" caption="D">https://youtu.be/jNQXAC9IVRw</YouTube>',
      '<p><a href="https://www.youtube.com/watch?v=jNQXAC9IVRw">Video on YouTube</a><br>D</p>',
    ],
    [
      '<YouTube videoId="jNQXAC9IVRw">Some words</YouTube>',
      '<p><a href="https://www.youtube.com/watch?v=jNQXAC9IVRw">Video on YouTube</a><br>Some words</p>',
    ],
    [
      '<YouTube id="jNQXAC9IVRw"><a href="https://example.org/">b</a></YouTube>',
      '<p><a href="https://www.youtube.com/watch?v=jNQXAC9IVRw">Video on YouTube</a><br><a href="https://example.org/">b</a></p>',
    ],
    ['<PDF url="/slides.pdf" />', '<p><a href="https://example.com/media/fa/slides.pdf">/slides.pdf</a></p>'],
    ['<BiliBili bvid="BV1kt411o7C3" />', '<p><a href="https://www.bilibili.com/video/BV1kt411o7C3">Video on Bilibili</a></p>'],
    ['<Figure src="moon.png" caption="C" />', `<p>${moon}<br>C</p>`],
    ['<Frame caption="C">\n\n![](moon.png)\n\n</Frame>', `<p>C</p><p>${moon}</p>`],
    ['<Button href="/x" text="Go" />', '<p><a href="https://example.com/x"><strong>Go</strong></a></p>'],
    ['- <Step title="One">do *it*</Step>', "<ul><li><strong>One</strong><br>do <em>it</em></li></ul>"],
    [
      '<Card title="T" text="words" image-alt="M" image="moon.png" />',
      `<p>${moon.replace('""', '"M"')}<br><strong>T</strong><br>words</p>`,
    ],
    ['<ThemedImage light="moon.png" dark="dark.png" />', `<p>${moon}</p>`],
    ['<CodePen user="ada" slug-hash="abc" />', '<p><a href="https://codepen.io/ada/pen/abc">Code on CodePen</a></p>'],
  ])("shows what the attributes of %j contain", async (text, html) => {
    expect(await compiled(`${text}\n\nEnd`)).toEqual({ html: `${html}<p>End</p>`, problems: [] });
  });

  it.each([
    ['<VPCard title="A" logo="moon.png" />', 'Cannot show the picture "moon.png" of <VPCard logo>: write it as a picture in the text'],
    ['<Card title="A" rating="5">b</Card>', "Cannot keep <Card>: feed readers show only its text"],
    ['<Card title="A" image={post.cover} />', "Cannot keep <Card>: feed readers show only its text"],
    ['<Gallery title="A" images={["a.png", "b.png"]} />', "Cannot keep <Gallery>: feed readers show only its text"],
    ['<Card title="A" href="javascript:x()" />', "Cannot keep <Card>: feed readers show only its text"],
    ['<Figure src="moon.png" rank="1" />', "Cannot keep <Figure>: feed readers do not show it"],
    ['<Card title="A" :image="cover" />', "Cannot keep <Card>: feed readers show only its text"],
    ['A <Term title="long form">short</Term> form', "Cannot keep <Term>: feed readers show only its text"],
    ['<Chart data="x" />', "Cannot keep <Chart>: feed readers do not show it"],
    ['<BiliBili title="x" />', "Cannot keep <BiliBili>: feed readers do not show it"],
    ['<Icon name="sun" />', "Cannot keep <Icon>: feed readers do not show it"],
  ])("warns of what %j does not show", async (text, problem) => {
    const { html, problems } = await compiled(`${text}\n\nEnd`);
    expect(problems).toEqual([problem]);
    expect(html).toMatch(/End/);
    expect(html).not.toMatch(/sun|long form/);
  });

  it.each(['# A <Foo text="x" />', '## *A* <Foo text="x">b</Foo>', 'A <Foo text="x" />\n---', '<h2>A <b><Foo text="x" /></b></h2>'])(
    "leaves the heading %j, from which its anchor is made",
    async (text) => {
      expect((await compiled(`${text}\n\nEnd`)).html).not.toContain("x");
    },
  );

  it.each(['`<VPCard title="A" />`', '```\n<VPCard title="A" />\n```'])("leaves the code %j", async (text) => {
    expect((await compiled(text)).html).toContain('&#x3C;VPCard title="A" />');
  });
});

describe("convertRouterLink()", () => {
  it.each(["RouterLink", "RouteLink", "NuxtLink", "router-link", "nuxt-link", "Link"])("makes a link of <%s>", async (name) => {
    expect(await compiled(`To <${name} to="/a">the *page*</${name}> now`)).toEqual({
      html: '<p>To <a href="https://example.com/a">the <em>page</em></a> now</p>',
      problems: [],
    });
  });
});
