import { describe, expect, it } from "vitest";
import { drawn } from "../drawn.ts";

describe.each(["md", "mdx"])("emphasis next to letters of Chinese, Japanese and Korean in .%s", (markup) => {
  it.each([
    ["**「強調」**です。これは**太字。**です。", "<strong>「強調」</strong>です。これは<strong>太字。</strong>です。"],
    ["**강조(emphasis)**입니다。", "<strong>강조(emphasis)</strong>입니다。"],
    ["和**“引号”**中文，**加粗：**文", "和<strong>“引号”</strong>中文，<strong>加粗：</strong>文"],
    ["これは*「斜体」*です", "これは<em>「斜体」</em>です"],
    ["これ~~「取り消し」~~です", "これ<del>「取り消し」</del>です"],
    ["これは**`a`**です、**`b`** c", "これは<strong><code>a</code></strong>です、<strong><code>b</code></strong> c"],
    ["中**[链接](https://e.com/)**文", '中<strong><a href="https://e.com/">链接</a></strong>文'],
    ["**React（リアクト）**v18 と **「引用」**API です", "<strong>React（リアクト）</strong>v18 と <strong>「引用」</strong>API です"],
    ["API**（注）**です、API**（注）** a", "API<strong>（注）</strong>です、API<strong>（注）</strong> a"],
    ["**注：**A と *強調。*A。**「a」**b", "<strong>注：</strong>A と <em>強調。</em>A。<strong>「a」</strong>b"],
    ["**中文（English）**text，**重点：**abc", "<strong>中文（English）</strong>text，<strong>重点：</strong>abc"],
    ["重点：**批量大小：**64。~~旧价：~~99元", "重点：<strong>批量大小：</strong>64。<del>旧价：</del>99元"],
    ["**（a）**b", "<strong>（a）</strong>b"],
    ["~~（旧）~~new a~~（旧）~~です", "<del>（旧）</del>new a<del>（旧）</del>です"],
    ["***「両方」***です", "<em><strong>「両方」</strong></em>です"],
  ])("is found in %s", async (text, html) => {
    expect(await drawn(text, markup)).toBe(`<p>${html}</p>`);
  });

  it.each([
    "価格*、数量*。",
    "価格は100円*、*「税込」です。",
    "参数*args和**kwargs的用法（**kwargs）。",
    "2**3と「4」**5",
    "5*（3）*2",
    "**「 未完」です",
    "a**(b)**c",
    "関数f（*args）とg（**kwargs）です。",
    "a*（b）、c*です。",
    "「a」* b",
    "它是 ** 「空格」 ** 的",
  ])("keeps the asterisks of %s", async (text) => {
    expect(await drawn(text, markup)).toBe(`<p>${text}</p>`);
  });

  it("keeps escaped asterisks, and those in code", async () => {
    expect(await drawn("\\**「x」**です \\*「x」\\*です", markup)).toBe("<p>**「x」**です *「x」*です</p>");
    expect(await drawn("`これは**「x」**です`", markup)).toBe("<p><code>これは**「x」**です</code></p>");
  });
});
