import { mapProse } from "../dialects/lines/markdown-lines.ts";
import { embedHtml } from "./tags/embed-html.ts";
import { parseShortcodeArguments } from "./tags/shortcode-arguments.ts";
import { shortcodeHtml } from "./tags/shortcode-html.ts";

// The tags of plugins for what another tag inserts as well.
const aliases: Readonly<Record<string, string>> = { embedyt: "youtube", googlemaps: "embed", iframe: "embed", wpvideo: "videopress" };

// Zenn: @[card](https://…), @[speakerdeck](ID). In other brackets, these words are text.
const ofZenn: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["codepen", "codesandbox", "figma", "jsfiddle", "slideshare", "speakerdeck", "stackblitz"].map((name) => [name, name]),
  ),
  ...Object.fromEntries(["blueprintue", "card", "docswell", "github"].map((name) => [name, "embed"])),
};
const zenn = Object.keys(ofZenn).join("|");

const services = `youtube|vimeo|embed|audio|video|spotify|soundcloud|dailymotion|bilibili|tweet|twitter|instagram|gist|facebook|ted|${Object.keys(aliases).join("|")}`;

// The end tag shows that nothing else is meant, even within a line: [embed]URL[/embed], [embedyt]URL[/embedyt].
const address = '[ \\t]{0,20}(?<address>https?://[^\\s[\\]<>"]{1,1000})[ \\t]{0,20}';
const enclosing = new RegExp(`(?<before>)\\[(?<enclosing>${services})(?:\\s[^[\\]\\n]{0,500})?\\]${address}\\[/\\k<enclosing>\\]`, "gi");
const closed = new RegExp(`(?<before>)\\[(?<name>${services})(?<given>\\s[^[\\]\\n<>]{1,1000})\\]\\[/\\k<name>\\]`, "gi"); // [audio mp3="…"][/audio]

// Logseq: {{video URL}}. Roam: {{[[video]]: URL}}. Such words without an address, a file or an id are text; so are those in attributes.
const inBraces = `${services}|iframe|pdf`;
const source = '[ \\t]{0,9}(?<target>https?://[^\\s{}<>"]{1,1000}|(?<word>(?=[^\\s{}]{0,300}[\\dA-Z_./-])[\\w./-]{1,300}))[ \\t]{0,9}';
const braces = new RegExp(
  `(?<before>)(?<![\\\\{]|\\]\\(|=["'])\\{\\{[ \\t]{0,9}(?:\\[\\[)?(?<media>${inBraces})(?:\\]\\])?(?::|(?=[ \\t]))${source}\\}\\}(?!\\})`,
  "g",
);

const fileOfMedia = /\.(?:mp4|m4v|webm|mov|ogv|ogg|oga|mp3|m4a|wav|flac|aac|opus|pdf)$/i;

// The only text of a line or an element. WordPress and Jetpack: [youtube ID], [vimeo]ID[/vimeo], [audio mp3="a.mp3"][/audio].
// markdown-it: @[youtube](ID). Directives: ::youtube{id="ID"}. Hashnode: %[URL].
const forms = [
  `\\[(?<enclosing>${services})(?:\\s[^[\\]\\n]{0,500})?\\](?<address>[\\w-]{1,50})\\[/\\k<enclosing>\\]`,
  `\\[(?<name>${services})(?<given>[ =:][^[\\]\\n<>]{1,1000})\\](?:\\[/[a-z]{1,12}\\])?`,
  `@\\[(?<media>${services}|${zenn})\\]\\((?<target>(?:[^()\\n<>]|\\([^()\\n<>]{0,200}\\)){1,1000})\\)`,
  `::(?<directive>${services})(?:\\[(?<label>[^[\\]{}\\n]{0,200})\\])?\\{(?<attributes>[^{}\\n<>]{1,500})\\}`,
  '%\\[(?<page>https?://[^\\s[\\]<>"]{1,1000})\\]',
];
const embeds = forms.map((form) => new RegExp(`(?<before>^[ \\t>]{0,200}|>[ \\t]{0,200})${form}(?=[ \\t]{0,200}(?:$|<))`, "gim"));
const mayHave = new RegExp(
  `\\[(?:${services})\\b|@\\[(?:${zenn})\\]|::(?:${services})[[{]|%\\[http|\\{\\{[ \\t]{0,9}(?:\\[\\[)?(?:${inBraces})[\\]: \\t]`,
  "i",
);

/** Converts embeds in brackets and braces to links and players, in Markdown or HTML, outside of code. The number of lines stays the same. */
export function convertBracketEmbeds(text: string): string {
  return mayHave.test(text) ? mapProse(text, inProse) : text;
}

/** Converts only directives, which MDX knows as well: `::youtube[Title]{id="ID"}`. */
export function convertDirectiveEmbeds(text: string): string {
  const directive = embeds.find(({ source }) => source.includes("<directive>"));
  return directive && mayHave.test(text) ? mapProse(text, (prose) => prose.replace(directive, converted), undefined, true) : text;
}

function inProse(text: string): string {
  return [enclosing, ...embeds, closed, braces].reduce((written, embed) => written.replace(embed, converted), text);
}

function converted(...match: readonly unknown[]): string {
  const groups = match.at(-1) as Readonly<Record<string, string | undefined>>;
  const html = htmlOf(groups);
  return html === undefined ? String(match[0]) : `${groups["before"]}${html}`;
}

function htmlOf(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const { address, attributes, directive, enclosing, given, label, media, name, page, target, word } = groups;
  const written = (enclosing ?? name ?? media ?? directive ?? "embed").toLowerCase();
  const service = aliases[written] ?? (media === undefined ? undefined : ofZenn[written]) ?? written;
  if (word !== undefined && /^(?:audio|video|pdf)$/.test(service) && !fileOfMedia.test(word)) return undefined; // {{video page.film}}
  const words = address ?? given?.replace(/^[ =:]+/, "") ?? target ?? attributes?.replace(/(?:^|\s)#(?=\S)/, " id=") ?? page ?? "";
  const isAddress = /^\s*https?:\/\/[^\s|]{1,1000}\s*$/.test(words); // it may have a comma
  const read = isAddress ? { positional: [words.trim()], named: {}, text: words.trim() } : parseShortcodeArguments(words);
  const values = label ? { ...read, named: { ...read.named, title: label } } : read;
  const isFound =
    /^(?:audio|video|embed|pdf)$/.test(service) || [...values.positional, ...Object.values(values.named)].some(isIdOf(service));
  const html = isFound ? shortcodeHtml[service]?.(values, { locate: () => undefined }) : undefined;
  return html ?? (/^https?:/.test(address ?? "") ? embedHtml(address ?? "") : undefined); // its end tag would become a part of the link
}

// `[youtube channel]` is text.
function isIdOf(service: string): (value: string) => boolean {
  const id =
    { youtube: /^[\w-]{11}$/, videopress: /^[A-Za-z\d]{8}$/, slideshare: /^\w{1,50}$/, speakerdeck: /^\w{1,50}$/ }[service] ??
    /^(?=.*\d)[\w:/-]{5,}$/;
  return (value) => /^https?:\/\//.test(value) || id.test(value);
}
