import { mapProse } from "./markdown-lines.ts";

const sized =
  /(!\[[^[\]\n]{0,500}\]\([^\s()]{1,1000}(?:[ \t]+"[^"\n]{0,500}")?)[ \t]+=(?=[\dx])(\d{0,5}%?)x(\d{0,5}%?)(?:[ \t]+"([^"\n]{0,500})")?[ \t]*\)/g;

// In a table, the bar is escaped.
const obsidian = /(!\[[^[\]\n|\\]{0,500})\\?\|(\d{1,5})(?:x(\d{1,5}))?(\]\([^\s()]{1,1000}(?:[ \t]{1,5}"[^"\n]{0,500}")?\))/g;

const logseq = /(?<=\)\]?)\{:((?:height|width) \d{1,5})(?:, :((?:height|width) \d{1,5}))?\}/g;

const setting = '(?:align|height|width|class|style)="[^"\\n]{0,200}"';
const pixels = /[ \t](width|height)="(\d{1,5}%?)(?:px)?"/g;
const hashnode = new RegExp(
  '(!\\[(?:[^[\\]\\n]|\\[[^[\\]\\n]{0,200}\\]){0,500}\\]\\((?:[^\\s()]|\\([^\\s()]{0,200}\\)){1,1000}(?:[ \\t]{1,9}"[^"\\n]{0,500}")?)' +
    `((?:[ \\t]{1,9}${setting}){1,5})[ \\t]{0,9}\\)`,
  "g",
);

/**
 * Writes the size of a picture, as in `![a](b.png =300x200)` (markdown-it-imsize, HackMD), `![a|300x200](b.png)` (Obsidian) and
 * `![a](b.png){:height 200, :width 300}` (Logseq), as attributes: `![a](b.png){width=300 height=200}`. Removes the place of
 * `![a](b.png align="center")` (Hashnode).
 */
export function writeSizes(text: string): string {
  if (!/\{:(?:height|width) \d| =\d*%?x|\|\d{1,5}(?:x\d{1,5})?\]\(|[ \t][a-z]{5,6}="[^"\n]{0,200}"[ \t]{0,9}\)/.test(text)) return text;
  return mapProse(text, (prose) =>
    prose
      .replace(
        logseq,
        (found: string, first: string, second: string | undefined) =>
          sizeOf(logseqSize("width", first, second), logseqSize("height", first, second)) || found,
      )
      .replace(hashnode, (_, start: string, settings: string) => `${start})${hashnodeSize(settings)}`)
      .replace(obsidian, (_, alt: string, width: string, height: string | undefined, end: string) => alt + end + sizeOf(width, height))
      .replace(sized, (_, start: string, width: string, height: string, title: string | undefined) => {
        return `${start}${title === undefined ? "" : ` "${title}"`})${sizeOf(width, height)}`;
      }),
  );
}

function hashnodeSize(settings: string): string {
  const sizes = new Map([...settings.matchAll(pixels)].map(([, name, size]) => [name, size]));
  return sizeOf(sizes.get("width") ?? "", sizes.get("height"));
}

function logseqSize(name: string, ...settings: readonly (string | undefined)[]): string {
  return settings.find((setting) => setting?.startsWith(name))?.slice(name.length + 1) ?? "";
}

function sizeOf(width: string, height: string | undefined): string {
  const size = [width && `width=${width}`, height && `height=${height}`].filter(Boolean).join(" ");
  return size === "" ? "" : `{${size}}`;
}
