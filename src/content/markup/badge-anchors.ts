import GithubSlugger from "github-slugger";
import { unescapeMarkup } from "../../base/escape.ts";
import { markdownLines } from "./dialects/lines/markdown-lines.ts";
import { parseShortcodeArguments } from "./shortcodes/tags/shortcode-arguments.ts";

const badge = /<Badge\s([^<>]{1,300})\/>|<span data-badge>([^<>]{0,300})<\/span>/g;
const numberSigns = /^[ \t>]{0,20}#{1,6}[ \t]/;
const underline = /^[ \t>]{0,20}(?:=+|-+)[ \t]*$/;
const maxLength = 1000; // UTF-16 units of a heading

/**
 * Returns the anchors of headings with badges, by their anchors without the badges, which VitePress gives to them. Articles link to each
 * other before their texts are parsed, so that this is read from the text. An anchor of a heading without a badge is left out.
 */
export function badgeAnchors(text: string, isMdx: boolean): Readonly<Record<string, string>> {
  if (!/<Badge\s|<span data-badge>/.test(text)) return {};
  const [anchors, aliases] = [new GithubSlugger(), new GithubSlugger()];
  const found = headingsIn(text, isMdx).map((heading) => {
    const words = heading.replace(badge, (_, given: string | undefined, shown = "") =>
      given === undefined ? shown : (parseShortcodeArguments(given).named["text"] ?? ""),
    );
    const own = /(?:\{:?[ \t]?(?:-[ \t]?)?#|[ \t]\[#(?=[A-Za-z]))([\w:.-]{1,200})/.exec(heading)?.[1];
    const anchor = own ?? anchors.slug(plain(words));
    return { anchor, alias: words === heading ? anchor : aliases.slug(plain(heading.replace(badge, ""))) };
  });
  const taken = new Set(found.map(({ anchor }) => anchor));
  return Object.fromEntries(found.filter(({ alias }) => alias !== "" && !taken.has(alias)).map(({ alias, anchor }) => [alias, anchor]));
}

function headingsIn(text: string, isMdx: boolean): string[] {
  const lines = markdownLines(text, isMdx);
  return lines.flatMap(({ isVerbatim, text: line }, index) => {
    const isHeading = numberSigns.test(line) || (/[^ \t>=-]/.test(line) && underline.test(lines[index + 1]?.text ?? ""));
    return isHeading && !isVerbatim && line.length <= maxLength ? [line] : [];
  });
}

function plain(heading: string): string {
  const words = heading.replace(numberSigns, "").replace(/<[^<>]*>|\{[^{}]*\}|[ \t]\[#[A-Za-z][^[\]]*\]/g, "");
  return unescapeMarkup(
    words
      .replace(/^[ \t>]+/, "")
      .replace(/[ \t]#{1,6}[ \t]{0,9}$/, "")
      .trim(),
  );
}
