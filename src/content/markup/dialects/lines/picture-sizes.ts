import { mapProse } from "./markdown-lines.ts";

const sized =
  /(!\[[^[\]\n]{0,500}\]\([^\s()]{1,1000}(?:[ \t]+"[^"\n]{0,500}")?)[ \t]+=(?=[\dx])(\d{0,5}%?)x(\d{0,5}%?)(?:[ \t]+"([^"\n]{0,500})")?[ \t]*\)/g;

/** Writes the size of a picture, as in `![a](b.png =300x200)` (markdown-it-imsize, HackMD), as attributes: `![a](b.png){width=300 height=200}`. */
export function writeSizes(text: string): string {
  if (!/ =\d*%?x/.test(text)) return text;
  return mapProse(text, (prose) =>
    prose.replace(sized, (_, start: string, width: string, height: string, title: string | undefined) => {
      const size = [width && `width=${width}`, height && `height=${height}`].filter(Boolean).join(" ");
      return `${start}${title === undefined ? "" : ` "${title}"`})${size === "" ? "" : `{${size}}`}`;
    }),
  );
}
