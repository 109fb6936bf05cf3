import { describe, expect, it } from "vitest";
import { replaceShortcodes } from "../../../../../../src/content/markup/shortcodes/shortcodes.ts";

const place = { locate: () => "/moon.md", variables: {}, isMarkdown: true };

describe("losesArguments()", () => {
  it.each([
    '{{< video src="a.mp4" caption="A film" source="The archive" >}}',
    '{{< mermaid caption="The flow" >}}\na\n{{< /mermaid >}}',
    '{{< vimeo id="12" caption="A talk by Ada" >}}',
    '{{< youtube abc "The talk" >}}',
    '{{< picture "a.png" "b.png" "Alt" >}}',
    '{{< details "A word" "https://e.org/b" >}}a{{< /details >}}',
    '{{< figure src="a.png" caption="See" note="b" >}}',
    '{{< callout type="info" title="Hi" link="https://e.org/more" >}}\na\n{{< /callout >}}',
    '{{< carousel images="a.png,b.png" captions="One two,three,four five" >}}',
    '{{< card link="/a" title="A title" badge="New one" >}}',
    '{{< quote author="Ada" image="ada.png" >}}\na\n{{< /quote >}}',
    '{{< quote author="Ada" comment="a few words" >}}\na\n{{< /quote >}}',
    '{{< button href="/a" text="Go" tooltip="图" >}}',
    '{{ figure(src="a.png", alt="b", remark="two words") }}',
    '{% include figure.html image_path="a.png" note="b" %}',
  ])("finds what is lost of %s", (text) => {
    const { removed, text: shown } = replaceShortcodes(text, place);
    expect(removed.size).toBe(1);
    expect(shown).toMatch(/<|:::/);
  });

  it("finds what is lost of a set of tabs", () => {
    const text = '{{< tabs caption="A few words" >}}{{< tab "A" >}}x{{< /tab >}}{{< /tabs >}}';
    expect([...replaceShortcodes(text, place).removed.keys()]).toEqual(["{{< tabs >}}"]);
  });

  it.each([
    '{{< youtube id="a" title="YouTube video player" class="big wide" >}}',
    '{{< video src="https://youtu.be/a" title="The talk" >}}',
    '{{< video src="a.mp4" poster="a.png" caption="A & b" >}}',
    '{{< figure src="a.png" class="big wide" rel="noopener nofollow" target="_blank" caption="x_y *z* \\"q\\" it\'s" >}}',
    '{{< image src="a.png" src_s="a-small.png" src_l="a-large.png" >}}',
    "{% img left a.png 320 240 \"Title 'alt text'\" %}",
    '{% image "a.png", "A rack", "(min-width: 30em) 50vw" %}',
    '{% image "a.png", "A rack", "rounded shadow" %}',
    '{{< picture "a.png" "a-dark.png" "Alt" >}}',
    '{{< figure src="a.png" caption="<span class=\\"b\\">Figure 1: </span>A <a href=\'https://e.org\'>c</a>" >}}',
    '{{ video(url="https://youtu.be/a", preview="a.jpg") }}',
    "{% mermaid 'pie title B and C' %}\na\n{% endmermaid %}",
    "{{< katex display=true >}}a{{< /katex >}}",
    "{% alert(note=true) %}\na\n{% end %}",
    '{{< codepen user="ada" id="abc" title="The pen" >}}',
    '{% callout "info", "Good to know" %}\na\n{% endcallout %}',
    '{{< relref "posts/my post.md" >}}',
    '{{< tabs items="A b,C d" >}}{{< tab >}}x{{< /tab >}}{{< tab >}}y{{< /tab >}}{{< /tabs >}}',
    '{{< tabs name="A b" groupid="C d" >}}{{< tab "A" >}}x{{< /tab >}}{{< /tabs >}}',
    '{{< tabs "A b" "C d" >}}{{< tab >}}x{{< /tab >}}{{< tab >}}y{{< /tab >}}{{< /tabs >}}',
    '{{< tabpane >}}{{< tab header="A" highlight="linenos=table, style=emacs" >}}x{{< /tab >}}{{< /tabpane >}}',
    '{{< card header="A b" footer="C d" >}}\na\n{{< /card >}}',
    '{{< carousel images="{a.png,b.png}" captions="{a.png:One two,b.png:Three four}" >}}',
    '{{< details "A word or two" "open" >}}x{{< /details >}}',
    '{{< callout type="info" title="See [b] & *c*" >}}\na\n{{< /callout >}}',
    '{% blockquote Ada, "The book" https://e.org/b The title %}\na\n{% endblockquote %}',
    "{% btn 'https://e.org/',Words,far fa-hand,block %}",
    '{% include figure image_path="a.png" alt="a [b](c)" caption="A [b](https://e.org) c." %}',
  ])("accepts %s", (text) => {
    expect([...replaceShortcodes(text, place).removed]).toEqual([]);
  });
});
