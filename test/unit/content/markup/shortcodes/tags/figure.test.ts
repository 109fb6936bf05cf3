import { describe, expect, it } from "vitest";
import { figure, hexoPicture } from "../../../../../../src/content/markup/shortcodes/tags/figure.ts";
import { drawn } from "../../dialects/drawn.ts";

describe("figure()", () => {
  it.each([
    [{ src: "a.png", width: "300", height: "200px" }, '<figure><img src="a.png" alt="" width="300" height="200"></figure>'],
    [{ src: "a.png", width: "50%", height: "auto" }, '<figure><img src="a.png" alt="" width="50%"></figure>'],
    [
      { src: "a.png", attr: "Ada", attrlink: "https://e.org/?a&b" },
      '<figure><img src="a.png" alt=""><figcaption><a href="https://e.org/?a&amp;b">Ada</a></figcaption></figure>',
    ],
    [
      { src: "a.png", caption: "see *this* [b](/c)" },
      '<figure><img src="a.png" alt="see this b"><figcaption markdown="1">see *this* [b](/c)</figcaption></figure>',
    ],
    [
      { src: "a.png", caption: "*See* $a*b*c$" },
      '<figure><img src="a.png" alt="See $a*b*c$"><figcaption markdown="1">*See* $a*b*c$</figcaption></figure>',
    ],
    [{ src: "a.png", credit: "Ada", source: "S" }, '<figure><img src="a.png" alt=""><figcaption>Ada, S</figcaption></figure>'],
    [
      { src: "a.png", photographer: "Ada", source: "https://e.org/s", source_url: "https://e.org/t" },
      '<figure><img src="a.png" alt=""><figcaption markdown="1"><a href="https://e.org/t">Ada</a>, <a href="https://e.org/s">e.org/s</a></figcaption></figure>',
    ],
    [{ src: "a.png", url: "/b", alt: "A" }, '<figure><a href="/b"><img src="a.png" alt="A"></a></figure>'],
    [{ src: "a.png", href: "/b", alt: "A" }, '<figure><a href="/b"><img src="a.png" alt="A"></a></figure>'],
    [{ src: "a.png", link: "b.png", alt: "A" }, '<figure><a href="b.png"><img src="a.png" alt="A"></a></figure>'],
    [{ link: "a.png", alt: "A" }, '<figure><img src="a.png" alt="A"></figure>'],
    [{ link: "/b", alt: "A" }, undefined],
    [{ src: "a.png", caption: "1 < 2" }, '<figure><img src="a.png" alt="1 &lt; 2"><figcaption markdown="1">1 < 2</figcaption></figure>'],
  ])("converts %j", (values, html) => {
    expect(figure(values, true)).toBe(html);
  });

  it("keeps the text of captions in HTML", () => {
    expect(figure({ src: "a", alt: "", caption: "*b* <c>" }, false)).toBe(
      '<figure><img src="a" alt=""><figcaption>*b* &lt;c&gt;</figcaption></figure>',
    );
  });

  it("converts Markdown in its caption, and keeps the given size", async () => {
    const text =
      '{{< figure src="moon.png" width="300" title="A *t*" caption="see *this* [l](https://e.org/)" attr="**Ada**" attrlink="https://e.com/" >}}';
    expect(await drawn(text)).toBe(
      '<figure><img src="https://example.com/media/ab/moon.png" alt="see this l" width="300" height="150"><figcaption><strong>A *t*</strong> see <em>this</em> <a href="https://e.org/">l</a> <a href="https://e.com/"><strong>Ada</strong></a></figcaption></figure>',
    );
  });

  it("shows the title and the credit around a picture of Markdown", async () => {
    const text = '{{< figure title="T" caption="see *this*" attr="Ada" attrlink="https://e.org/" >}}\n![A](moon.png)\n{{< /figure >}}';
    const credit = '<a href="https://e.org/">Ada</a>';
    expect(await drawn(text)).toContain(`<figcaption><strong>T</strong> see <em>this</em> ${credit}</figcaption>`);
  });

  it.each(["1. first", "# of", "- minus", "> more"])("does not start a block with the caption %j", async (caption) => {
    const html = await drawn(`{{< figure src="moon.png" caption="${caption} *x*" >}}`);
    expect(html).toContain(`<figcaption>${caption.replace(">", "&gt;").replace("&gt;", ">")} <em>x</em></figcaption>`);
  });
});

describe("hexoPicture()", () => {
  it.each([
    ['left b.png 300 200 "Title" "alt"', '<img src="b.png" alt="alt" title="Title" width="300" height="200">'],
    [`b.png '"My title" "My alt"'`, '<img src="b.png" alt="My alt" title="My title">'],
    [`b.png "My title 'My alt'"`, '<img src="b.png" alt="My alt" title="My title">'],
    ["b.png 'My title'", '<img src="b.png" alt="My title">'],
    ["b.png 300", '<img src="b.png" alt="" width="300">'],
    ["b.png '2001 a space'", '<img src="b.png" alt="2001 a space">'],
    ["b.png 300 'a \"b\"'", '<img src="b.png" alt="b" title="a" width="300">'],
  ])("reads %j", (text, html) => {
    expect(hexoPicture(text)).toBe(html);
  });
});
