import { describe, expect, it } from "vitest";
import { drawn } from "../drawn.ts";

describe.each(["md", "mdx"])("tildes in .%s", (markup) => {
  it.each([
    ["~5 kg CO~2~", "~5 kg CO<sub>2</sub>"],
    ["~10 and ~20 use H~2~O", "~10 and ~20 use H<sub>2</sub>O"],
    ["From ~/bin and ~/lib to P~a~ x", "From ~/bin and ~/lib to P<sub>a</sub> x"],
    ["~3 of C~6~H~12~O~6~, ~4 of CO~2~, 10~20", "~3 of C<sub>6</sub>H<sub>12</sub>O<sub>6</sub>, ~4 of CO<sub>2</sub>, 10~20"],
    ["~5 **kg of CO~2~** and ~6", "~5 <strong>kg of CO<sub>2</sub></strong> and ~6"],
    ["*x*~i~, x~*i*~, <b>x</b>~2~", "<em>x</em><sub>i</sub>, x<sub><em>i</em></sub>, <b>x</b><sub>2</sub>"],
    ["1010~2~ = 10~10~, H~2~O~2~.", "1010<sub>2</sub> = 10<sub>10</sub>, H<sub>2</sub>O<sub>2</sub>."],
  ])("mark a subscript in %j", async (text, html) => {
    expect(await drawn(text, markup)).toBe(`<p>${html}</p>`);
  });

  it.each([
    ["~gone~ and ~two words~", "<del>gone</del> and <del>two words</del>"],
    ["(~gone~) **~x~** ~**bold** y~.", "(<del>gone</del>) <strong><del>x</del></strong> <del><strong>bold</strong> y</del>."],
    ["~a~/~b~, ~c~–~d~", "<del>a</del>/<del>b</del>, <del>c</del>–<del>d</del>"],
    ["~~a ~b~ c~~", "<del>a <del>b</del> c</del>"],
    ["~no CO~2~ here~", "<del>no CO<sub>2</sub> here</del>"],
    ["a ~b\nc~ d", "a <del>bc</del> d"],
  ])("strike out words in %j", async (text, html) => {
    expect(await drawn(text, markup)).toBe(`<p>${html}</p>`);
  });

  it.each([
    "~5 km to ~6 km, (~7)",
    "PATH=~/bin:~/lib",
    "~10-~20, 10~20,30~40 and 10~20 with 30~40",
    "HEAD~2..HEAD~1",
    "C:\\PROGRA~1\\MICROS~1\\x",
    "~ and ~",
    '(~) and "~".',
    "~$5 (~€4.60) or 5 €/~6 $",
    "~x:~/lib, a ~! b~=c",
    "月~金、土~日 用~中文~和",
    "9:00~10:00 13:00~15:00",
  ])("stay text in %j", async (text) => {
    expect(await drawn(text, markup)).toBe(`<p>${text}</p>`);
  });

  it("stay in addresses, labels and attributes", async () => {
    expect(await drawn("[a](https://e.com/~b/~c) https://e.com/x~y/z~w [^a~b]\n\n[^a~b]: x", markup)).toMatch(
      /"https:\/\/e\.com\/~b\/~c".*>https:\/\/e\.com\/x~y\/z~w<.*id="moon-fn-a~b"/,
    );
    expect(await drawn('![~x~](https://e.com/a~b~.png)<span title="~a~">b</span>', markup)).toBe(
      '<p><img src="https://e.com/a~b~.png" alt="~x~"><span title="~a~">b</span></p>',
    );
  });

  it("are text if they are escaped", async () => {
    expect(await drawn("\\~a~ b\\~2~c \\~\\~d~~", markup)).toBe("<p>~a~ b~2~c ~~d~~</p>");
  });
});
