import { mapProse } from "./markdown-lines.ts";

// Blade's {{-- comments --}} are templates.
const marks =
  /(?<!\{)\{(?:\+\+(?<added>[^{}\n]{1,500})\+\+|--(?<removed>[^{}\n]{1,500})--|~~(?<old>[^{}\n~]{0,500})~>(?<fresh>[^{}\n~]{0,500})~~|(?<marked>==[^{}\n=]{1,500}==)|>>(?<note>[^{}\n]{0,500})<<)\}(?!\})/g;

/** Converts CriticMarkup (criticmarkup.com) to HTML: `{++added++}`, `{--removed--}`, `{~~old~>new~~}`, `{==marked==}`, `{>>comment<<}`. */
export function convertCriticMarkup(text: string): string {
  if (!/\{(?:\+\+|--|~~|==|>>)/.test(text)) return text;
  return mapProse(text, (prose) =>
    prose.replace(marks, (...match) => {
      const { added, fresh, marked, old, removed } = match.at(-1) as Readonly<Record<string, string | undefined>>;
      if (added !== undefined) return `<ins>${added}</ins>`;
      if (removed !== undefined) return `<del>${removed}</del>`;
      if (old !== undefined) return `${old && `<del>${old}</del>`}${fresh && `<ins>${fresh}</ins>`}`;
      return marked === undefined ? "" : marked;
    }),
  );
}
