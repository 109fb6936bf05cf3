import type { Bench } from "./bench-file.ts";
import { count, decimal } from "./numbers.ts";

/** Some values to compare by the length of their bars. */
export interface Panel {
  readonly title: string;
  readonly bars: readonly { readonly label: string; readonly value: number; readonly text: string; readonly isOurs: boolean }[];
}

const width = 880;
const left = 210;
const right = 80; // room for the longest bar's figure
const row = 26;
const barHeight = 16;
const heading = 40;

// Colours with enough contrast on white and on a dark background; the setting of the reader selects.
const style = `<style>
text { font: 14px system-ui, -apple-system, "Segoe UI", sans-serif; fill: #1f2328; }
.title { font-weight: 600; }
.figure { fill: #59636e; }
.bar { fill: #afb8c1; }
.ours { fill: #b3261e; }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3; }
  .figure { fill: #9198a1; }
  .bar { fill: #57606a; }
  .ours { fill: #ff7b72; }
}
</style>`;

/** Draws panels below each other as SVG. */
export function drawChart(panels: readonly Panel[], description: string): string {
  let y = 0;
  const drawn = panels.map((panel) => {
    const top = y;
    y += heading + panel.bars.length * row;
    return drawPanel(panel, top);
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y + 10}" width="${width}" height="${y + 10}" role="img" aria-label="${escaped(description)}">
${style}
${drawn.join("\n")}
</svg>
`;
}

function drawPanel({ bars, title }: Panel, top: number): string {
  const longest = Math.max(...bars.map(({ value }) => value));
  const lines = bars.map(({ isOurs, label, text, value }, index) => {
    const y = top + heading + index * row;
    const length = Math.max(1, Math.round((value / longest) * (width - left - right)));
    const baseline = y + barHeight - 3;
    return `<text x="${left - 12}" y="${baseline}" text-anchor="end">${escaped(label)}</text>
<rect class="${isOurs ? "ours" : "bar"}" x="${left}" y="${y}" width="${length}" height="${barHeight}" rx="2"/>
<text class="figure" x="${left + length + 8}" y="${baseline}">${escaped(text)}</text>`;
  });
  return [`<text class="title" x="0" y="${top + 22}">${escaped(title)}</text>`, ...lines].join("\n");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** Returns the panels of all measurements. */
export function panelsOf({ compile, serving }: Bench): readonly Panel[] {
  const panels: Panel[] = [];
  const speeds = (serving?.contenders ?? []).flatMap(({ documents, name, title }) => {
    const rss = documents.find(({ format }) => format === "RSS");
    return rss === undefined ? [] : [{ label: title.replace(/^the usual way: /, ""), isOurs: name === "ours", rss }];
  });
  if (speeds.length > 0) {
    const bar = (speed: "full" | "notModified") =>
      speeds.map(({ isOurs, label, rss }) => ({
        ...{ label, isOurs },
        value: rss[speed].perSecond.median,
        text: count(rss[speed].perSecond.median),
      }));
    panels.push({ title: "Polls that find nothing new (304), per second on one core: more is better", bars: bar("notModified") });
    panels.push({ title: "Whole RSS feeds (200), per second on one core: more is better", bars: bar("full") });
  }
  const largest = compile?.sizes.at(-1);
  if (compile !== undefined && largest !== undefined) {
    const bars = (kind: "cold" | "warm") =>
      largest.runs.map((run) => ({
        label: compile.compilers.find(({ name }) => name === run.name)?.title ?? run.name,
        value: run[kind].seconds.median,
        text: `${decimal(run[kind].seconds.median)} s`,
        isOurs: run.name === "ours",
      }));
    const articles = largest.articles.toLocaleString("en-GB");
    panels.push({ title: `Compiling ${articles} articles: less is better`, bars: bars("cold") });
    panels.push({ title: `Compiling them again after an edit of one: less is better`, bars: bars("warm") });
  }
  return panels;
}
