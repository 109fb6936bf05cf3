import { describe, expect, it } from "vitest";
import { plain } from "./plain-html.ts";

describe("makePlain() removes line numbers of code", () => {
  const table = (gutter: string, code: string) => `<table><tbody><tr>${gutter}${code}</tr></tbody></table>`;
  it.each([
    [
      table(
        '<td class="lntd"><pre><code><span class="lnt">1\n</span></code></pre></td>',
        '<td class="lntd"><pre><code>a\nb</code></pre></td>',
      ),
      "<pre><code>a\nb</code></pre>",
    ],
    [table('<td class="gutter gl"><pre class="lineno">1\n2</pre></td>', '<td class="code"><pre>a\nb</pre></td>'), "<pre>a\nb</pre>"],
    [table('<td class="rouge-gutter gl"><pre class="lineno">1</pre></td>', '<td class="rouge-code"><pre>a</pre></td>'), "<pre>a</pre>"],
    [
      table('<td class="linenos"><div class="linenodiv"><pre>1</pre></div></td>', '<td class="code"><div><pre>a</pre></div></td>'),
      "<div><pre>a</pre></div>",
    ],
    [
      '<table><tr><td class="blob-num"></td><td class="blob-code">a</td></tr><tr><td class="blob-num"></td><td class="blob-code">b</td></tr></table>',
      "<pre><code>a\nb\n</code></pre>",
    ],
    [
      `<pre class="highlight"><code>${table('<td class="rouge-gutter gl"><pre>1\n2</pre></td>', '<td class="rouge-code"><pre><span class="k">a</span>\nb</pre></td>')}</code></pre>`,
      '<pre class="highlight"><code><span class="k">a</span>\nb</code></pre>',
    ],
    [
      `<pre>${table('<td class="gutter">1</td>', '<td class="code"><div><pre><code>a\nb</code></pre></div></td>')}</pre>`,
      "<pre>a\nb</pre>",
    ],
    [`<pre><code>${table('<td class="blob-num"></td>', '<td class="blob-code">a</td>')}</code></pre>`, "<pre><code>a\n</code></pre>"],
    ['<pre><code><span class="ln">1</span>a\n<span class="ln">22</span>b</code></pre>', "<pre><code>a\nb</code></pre>"],
    ['<pre><code><span class="lineno">1 </span>a</code></pre>', "<pre><code>a</code></pre>"],
    ['<div><pre class="lineno">1\n2\n</pre><pre>a\nb</pre></div>', "<div><pre>a\nb</pre></div>"],
  ])("%s", (html, expected) => {
    expect(plain(html)).toEqual({ html: expected, warnings: [] });
  });

  it.each([
    '<table><tbody><tr><td class="gutter">1</td><td>x</td></tr></tbody></table>',
    "<table><tbody><tr><td>1</td><td><pre>x</pre></td></tr></tbody></table>",
    '<table><tbody><tr><td class="code">1</td><td class="code"><pre>x</pre></td></tr></tbody></table>',
    '<p><span class="ln">1</span></p>',
    '<pre><code><span class="ln">let x</span> = <span class="m">1</span></code></pre>',
    '<pre class="line-numbers"><code>a</code></pre>',
  ])("and keeps %s", (html) => {
    expect(plain(html).html).toBe(html);
  });
});
