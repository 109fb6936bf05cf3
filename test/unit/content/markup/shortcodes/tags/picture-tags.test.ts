import { describe, expect, it } from "vitest";
import { replaceShortcodes } from "../../../../../../src/content/markup/shortcodes/shortcodes.ts";

const place = { locate: () => undefined, variables: {} };

function figure(alt: string, caption = ""): string {
  return `<figure><img src="a.png" alt="${alt}">${caption === "" ? "" : `<figcaption>${caption}</figcaption>`}</figure>`;
}

describe("wordsOfPicture()", () => {
  it.each([
    ['{% figure "a.png", "A rack", "The caption" %}', figure("A rack", "The caption")],
    ['{% figure "a.png" "A rack" "The caption" %}', figure("A rack", "The caption")],
    ['{% figure "a.png", "Rack", "Caption" %}', figure("Rack", "Caption")],
    ['{% figure "A rack", "a.png" %}', figure("A rack")],
    ['{% figure "a.png", "300", "wide" %}', figure("")],
    ['{% figure "a.png", "A rack" caption="C" %}', figure("A rack", "C")],
    ['{% imageWithCaption "a.png", "A rack", "the caption" %}', figure("A rack", "the caption")],
    ['{% image "a.png", "A rack", "30vw", "Photo by Ada" %}', figure("A rack", "Photo by Ada")],
    ['{% image "a.png", "A rack", "rounded md:w-1/2 shadow" %}', figure("A rack")],
    ['{% image "a.png", "A rack", "(min-width: 30em) 50vw" %}', figure("A rack")],
    ['{% image "a.png", "架子 一", "图 说明" %}', figure("架子 一", "图 说明")],
    ['{% image "a.png", "Tomatoes", "100vw" %}', figure("Tomatoes")],
    ['{% image "a.png", "tomatoes", "100vw" %}', figure("tomatoes")],
    ['{% image "a.png", "Zürich", "(min-width: 30em) 50vw" %}', figure("Zürich")],
    ['{% asyncImage "a.png" "Seedlings" %}', figure("Seedlings")],
    ["{% photo 'a.png', '架子' %}", figure("架子")],
    ['{% img "a.png", "Rack", "The caption" %}', figure("Rack", "The caption")],
    ['{% imageAlt "手機側邊欄" a.png max-800 %}', figure("手機側邊欄")],
    ['{% image "a.png", "rounded" %}', figure("")],
    ['{% image "a.png", "img-fluid", "A rack" %}', figure("A rack")],
    ['{% image "a.png", "", "100vw" %}', figure("")],
    ['{{< photo "a.png" "framed" >}}', figure("")],
    ["{% picture wide a.png --alt My alt --img class %}", figure("My alt")],
  ])("reads the words of %j", (text, html) => {
    const { removed, text: shown } = replaceShortcodes(text, place);
    expect([...removed]).toEqual([]);
    expect(shown.trim()).toBe(html);
  });
});

describe("pictureTag()", () => {
  const marked = '<figure><img src="a.png" alt="A c"><figcaption markdown="1">*A* `c`</figcaption></figure>';

  it.each([
    ['{{< image src="a.png" caption="*A* `c`" >}}', marked],
    ['{{< img src="a.png" caption="*A* `c`" >}}', marked],
    ['{{ image(path="a.png", caption="*A* `c`") }}', marked],
    ['{% include post-photo.html path="a.png" caption="*A* `c`" %}', marked],
    [
      '{{< image src="a.png" caption="*A* `c`" source="https://e.org/x_y" >}}',
      marked.replace("</figcaption>", ' <a href="https://e.org/x_y">e.org/x_y</a></figcaption>'),
    ],
    ['{{< img src="a.png" caption="A" credit="Ada" >}}', figure("A", "A Ada")],
    ['{{< img source="a.png" alt="A" >}}', figure("A")],
    ['{{< img src="a.png" alt="A" href="/b" >}}', '<figure><a href="/b"><img src="a.png" alt="A"></a></figure>'],
    ['{{< image src="a.png" caption="A & c" >}}', figure("A &amp; c", "A &amp; c")],
    ['{{< image src="a.png" caption=" " >}}', figure(" ")],
  ])("reads the caption of %j as Markdown", (text, html) => {
    expect(replaceShortcodes(text, { ...place, isMarkdown: true }).text).toBe(html);
  });

  it("shows the caption of HTML as it is", () => {
    const text = '{{< image src="a.png" caption="*A*" >}}';
    expect(replaceShortcodes(text, { ...place, isMarkdown: false }).text).toBe(figure("*A*", "*A*"));
  });

  const pictures = (first: string, second: string) =>
    `<figure><figure><img src="a.png" alt="${first}"><figcaption>${first}</figcaption></figure> <figure><img src="b.png" alt="${second}"><figcaption>${second}</figcaption></figure></figure>`;

  it.each([
    ['{{< carousel images="{a.png,b.png}" captions="{a.png:One,b.png:Two}" >}}', pictures("One", "Two")],
    ['{{< carousel images="a.png, b.png" captions="b.png: Two, a.png: One, and more" >}}', pictures("One, and more", "Two")],
    ['{{< gallery images="a.png,b.png" captions="One, two|Three" >}}', pictures("One, two", "Three")],
    [
      '{{< gallery images="a.png,b.png" alts="One,Two" caption="Three" >}}',
      '<figure><img src="a.png" alt="One"> <img src="b.png" alt="Two"><figcaption>Three</figcaption></figure>',
    ],
    [
      '{{< carousel images="a.png,b.png" captions="b.png:Two" >}}',
      '<figure><figure><img src="a.png" alt=""></figure> <figure><img src="b.png" alt="Two"><figcaption>Two</figcaption></figure></figure>',
    ],
  ])("keeps the words of each picture of %s", (text, html) => {
    const { removed, text: shown } = replaceShortcodes(text, place);
    expect([...removed]).toEqual([]);
    expect(shown).toBe(html);
  });
});
