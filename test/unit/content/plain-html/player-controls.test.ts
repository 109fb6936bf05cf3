import { expect, it } from "vitest";
import { compileOne } from "../sample.ts";

it("removePlayerControls() removes the controls of Ghost's players, and keeps the recording and its title", async () => {
  const html =
    '<div class="kg-card kg-audio-card"><img class="kg-audio-thumbnail kg-audio-hide"><div><audio src="https://example.org/a.mp3"></audio><div class="kg-audio-title">Talk</div><div class="kg-audio-player"><button>Play</button><span>0:00</span><button>1×</button></div></div></div>';
  const { content, problems } = await compileOne(html, "2024-11-06-a.html");
  expect(content).toBe(
    '<div><div><audio src="https://example.org/a.mp3" controls><a href="https://example.org/a.mp3">a.mp3</a></audio><div>Talk</div></div></div>',
  );
  expect(problems).toEqual([]);
});

it("removePlayerControls() removes the arrow of a toggle of Ghost without a warning", async () => {
  const html =
    '<div class="kg-toggle-heading"><h4>A</h4><button class="kg-toggle-card-icon"><svg id="b"><path></path></svg></button></div>';
  const { content, problems } = await compileOne(html, "2024-11-06-a.html");
  expect(content).toBe('<div><h4 id="a-a">A</h4></div>');
  expect(problems).toEqual([]);
  expect((await compileOne("<p>a</p><button>b</button>", "2024-11-06-a.html")).problems).toHaveLength(1);
});

it("makePlain() raises the numbers of Substack's notes once", async () => {
  const link = '<a class="footnote-anchor" href="https://e.org/#b">1</a>';
  const shown = 'x<sup><a href="https://e.org/#b">1</a></sup>';
  for (const html of [`<p>x${link}</p>`, `<p>x<sup>${link}</sup></p>`])
    expect((await compileOne(html, "2024-11-06-a.html")).content).toBe(`<p>${shown}</p>`);
});

it("makePlain() aligns a cell by the class of WordPress", async () => {
  const html = '<table><tr><td class="has-text-align-center">a</td><th class="x has-text-align-right">b</th></tr></table>';
  const { content } = await compileOne(html, "2024-11-06-a.html");
  expect(content).toContain('<td align="center">a</td><th align="right">b</th>');
});
