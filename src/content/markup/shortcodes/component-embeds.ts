import { decodeUri } from "../../../base/decode-uri.ts";
import { escapeMarkup } from "../../../base/escape.ts";
import { sanitizeSchema } from "../../html/sanitize-schema.ts";
import { isShownName } from "../../plain-html/convert-component.ts";
import { embedPage } from "../../plain-html/embed-services.ts";
import { unwrapMdxBlocks } from "../dialects/directives/mdx-blocks.ts";
import { mapProse } from "../dialects/lines/markdown-lines.ts";
import { boundAttributes, plainAttributes } from "./jsx-attributes.ts";
import { importedFiles, mayImport, usesImports } from "./markdown-imports.ts";
import { embedHtml } from "./tags/embed-html.ts";
import { serviceAddress, serviceNames, starts } from "./tags/service-addresses.ts";
import { parseShortcodeArguments } from "./tags/shortcode-arguments.ts";
import { slotWriter } from "./vue-slots.ts";

type Properties = Readonly<Record<string, string | boolean>>;

const htmlNames: ReadonlySet<string> = new Set([
  ...(sanitizeSchema.tagNames ?? []),
  ...(sanitizeSchema.strip ?? []),
  ..."body button canvas data dialog fieldset font form html image label legend main menu meter nav noscript optgroup option output picture progress slot track".split(
    " ",
  ),
]);
const ids = /^(?:id|hash|slug(?:-?hash)?|uri|url|src|link|address|[a-z]+(?:id|link|url|hash))$/i;
const previews = /^(?:LinkPreview|LinkCard|OpenGraph(?:Card)?|Bookmark)$/i;
const players = /^(?:Embed|OEmbed|ReactPlayer|Iframe|Video|Audio|MastodonPost|Toot)$/i;
const moreServices = /^(?:bilibili|spotify|(?:twitter)?tweet|twitter|x)$/;

/**
 * Converts a component of mdx-embed, astro-embed and others to a link to its content: `<YouTube youTubeId="…" />`,
 * `<Spotify spotifyLink="track/…" />`, `<LinkPreview id="https://…" />`. Returns undefined for other components.
 */
export function componentEmbed(name: string, properties: Properties): string | undefined {
  const address = componentAddress(name, properties);
  const title = ["title", "label", "playlabel"].map((key) => properties[key]).find((value) => typeof value === "string");
  return address === undefined ? undefined : embedHtml(address, typeof title === "string" ? title : undefined);
}

/** Returns the address of the content that a component embeds. */
function componentAddress(name: string, properties: Properties): string | undefined {
  const given = Object.entries(properties).flatMap(([key, value]) => (typeof value === "string" && value !== "" ? [{ key, value }] : []));
  return given.find(({ value }) => embedPage(value) !== undefined)?.value ?? addressOf(name, given);
}

/** Returns whether a component shows only what is at its address, so that its children are a substitute: `<YouTube>`, `<Iframe>`. */
export function isEmbedName(name: string): boolean {
  const service = serviceOf(name);
  return players.test(name) || Object.hasOwn(starts, service) || serviceNames.includes(service) || moreServices.test(service);
}

/** Returns whether a component shows a preview of a page: `<LinkPreview>`. */
function isPreviewName(name: string): boolean {
  return previews.test(name);
}

function serviceOf(name: string): string {
  return name.toLowerCase().replace(/^lite|embed$|video$|post$|player$/g, "");
}

const component = /(?<before>^[ \t>]{0,200})<(?<name>[A-Z]\w{1,40})\s(?<given>[^<>]{1,1000})\/>(?=[ \t]*$)/gm;
const componentTag = /(?<![\w<])<([A-Z]\w{0,40})(\s(?:"[^"]{0,1000}"|'[^']{0,1000}'|[^<>"'/]|\/(?!>)){1,1000})(\/?)>/g;
const routerLink = /<(\/?)Link(?=\s{1,20}(?:to|href)=|>)/g; // HTML has a <link> without content
const frame = /<Frame(?=\s{1,20}[a-z])/g; // Mintlify; HTML's is only in a set of frames
const codeTag = /^<(?:code|kbd|pre|samp)\s(?:"[^"]{0,500}"|'[^']{0,500}'|[^<>"']){1,1000}>/i;
const badge = /<Badge\s(?<given>[^<>]{1,300})\/>/g;

/**
 * Converts such components in Markdown, where Docusaurus and VitePress read them, to links, badges to their words, and attributes of JSX to
 * those of HTML. HTML knows none of them, and would take the text that follows for their content. The number of lines stays the same.
 */
export function convertComponents(text: string): string {
  if (!/<[A-Z]\w{1,40}\s|[\s-]:[a-z]|=\{|(?<=\s)[@#][A-Za-z[]|:\[|<template\s|<(?:video|audio|iframe)\s|<[a-z][a-z\d]{0,40}-/.test(text))
    return text;
  const isMdx = mayImport(text) && usesImports(unwrapMdxBlocks(text)); // as Docusaurus reads `.md`
  const [files, components] = [importedFiles(text), isMdx ? "jsx" : "plain"] as const;
  const writeSlots = slotWriter();
  const writeProse = (prose: string) =>
    plainAttributes(writeSlots(boundAttributes(prose)), files, components)
      .replace(routerLink, "<$1RouterLink")
      .replace(frame, `<${ownName}frame data-component="Frame" data-written="Frame"`)
      .replaceAll("</Frame>", `</${ownName}frame>`)
      .replace(badge, (found, given: string, offset: number, all: string) => {
        const words = parseShortcodeArguments(given).named["text"];
        if (words === undefined) return found;
        const after = all.slice(offset + found.length, offset + found.length + 500);
        return badgeHtml(escapeMarkup(words), all.slice(Math.max(0, offset - 500), offset), after);
      })
      .replace(component, (found: string, before: string, name: string, given: string) => {
        if (/^(?:Image|Img)$/.test(name)) return found; // a picture in HTML
        const [, attributes = given] = /^<a (.*)\/>$/s.exec(plainAttributes(`<a ${given}/>`)) ?? [];
        const properties = parseShortcodeArguments(attributes).named;
        const html = hasMore(properties) ? undefined : componentEmbed(name, properties);
        return html === undefined ? found : before + html;
      });
  const marked = (prose: string) => (isMdx ? writeProse(prose) : closedPlayers(markComponents(writeProse(prose))));
  return mapProse(text, marked, (code) => code.replace(codeTag, (tag) => plainAttributes(tag, files, "plain")));
}

// In a heading, the words are marked: its anchor at VitePress is without them. Before inline code, the line may be a heading, too.
function badgeHtml(words: string, before: string, after: string): string {
  return !before.includes("\n") || isInHeading(before, after) ? `<span data-badge>${words}</span>` : words;
}

function isInHeading(before: string, after: string): boolean {
  const line = before.slice(before.lastIndexOf("\n") + 1);
  return /^[ \t>]{0,20}#{1,6}[ \t]|<h[1-6][\s>]/.test(line) || /^[^\n]*\n[ \t>]{0,20}(?:=+|-+)[ \t]*(?:\n|$)/.test(after);
}

/** Writes the attributes of JSX in components as those of HTML, in Markdown that is no valid MDX. */
export function plainComponents(text: string): string {
  return mapProse(text, (prose) => markComponents(plainAttributes(prose, new Map(), "plain")));
}

// Words or pictures besides the title, which the link does not show.
function hasMore(properties: Readonly<Record<string, string>>): boolean {
  return Object.entries(properties).some(
    ([name, value]) => value !== "" && isShownName(name) && !/^(?:title|label|href|to|url|link|src)$/.test(name),
  );
}

// Marks the components whose attributes have something to show, which HTML does not know. In a heading, their words would be in its anchor.
function markComponents(prose: string): string {
  return prose.replace(componentTag, (found: string, name: string, given: string, slash: string, offset: number) => {
    const properties = parseShortcodeArguments(given).named;
    const end = offset + found.length;
    const isHeading = isInHeading(prose.slice(Math.max(0, offset - 500), offset), prose.slice(end, end + 500));
    if (htmlNames.has(name.toLowerCase())) return isHeading ? found : withOwnName(found, { name, given, slash, properties });
    return isHeading ? found : markedTag(found, { name, given, slash, properties });
  });
}

const keptNames = /^(?:audio|br|col|details|embed|hr|im(?:g|age)|input|link|source|track|video|wbr)$/i;

// A component with the name of an element of HTML: <Figure src="a.png" caption="A" />. Those in capitals are HTML.
function withOwnName(found: string, { name, given, properties, slash }: ComponentTag): string {
  if (slash === "" || name === name.toUpperCase() || keptNames.test(name) || !Object.keys(properties).some(isShownName)) return found;
  return `<${ownName}${name.toLowerCase()}${given.trimEnd()} data-component="${name}" data-written="${name}"></${ownName}${name.toLowerCase()}>`;
}

const ownName = "component-";

// Without an end tag, the text that follows would be in the player or the frame, and lost.
function closedPlayers(prose: string): string {
  return prose.replace(player, (found: string, name: string, given: string, offset: number) => {
    const after = prose.slice(offset + found.length, offset + found.length + 1000).toLowerCase();
    const [end, next] = [after.indexOf(`</${name.toLowerCase()}>`), after.indexOf(`<${name.toLowerCase()}`)];
    return end >= 0 && (next < 0 || end < next) ? found : `<${name}${given}></${name}>`;
  });
}

const player = /<(video|audio|iframe)(\s(?:"[^"]{0,1000}"|'[^']{0,1000}'|[^<>"'/]|\/(?!>)){1,1000})\/>/gi;

interface ComponentTag {
  readonly name: string;
  readonly given: string;
  /** Of a component without content. */
  readonly slash: string;
  readonly properties: Readonly<Record<string, string>>;
}

// HTML has no such tags without content: the text that follows would be in it.
function markedTag(found: string, { given, name, properties, slash }: ComponentTag): string {
  const isEmbed = isEmbedName(name);
  const address = isEmbed || isPreviewName(name) ? componentAddress(name, properties) : undefined;
  const hasWords = Object.keys(properties).some((attribute) => attribute !== "name" && isShownName(attribute));
  if (isEmbed ? address === undefined : !hasWords) return found;
  const mark = ` data-component="${name}"${address === undefined ? "" : ` data-component-address="${escapeMarkup(address)}"`}`;
  return `<${name}${given.trimEnd()}${mark}>${slash === "" ? "" : `</${name}>`}`;
}

function addressOf(name: string, given: readonly { readonly key: string; readonly value: string }[]): string | undefined {
  const id = given.find(({ key }) => ids.test(key))?.value;
  if (id === undefined) return undefined;
  const property = (wanted: RegExp) => given.find(({ key }) => wanted.test(key))?.value;
  const service = serviceOf(name);
  if (previews.test(name) || players.test(name) || service === "mastodon") return serviceAddress("", id);
  if (service === "youtube" && /^PL[\w-]{10,}$/.test(id)) return `https://www.youtube.com/playlist?list=${id}`;
  if (service === "spotify") return spotify(id, property(/^type$/));
  if (service === "bilibili" && /^(?:BV)?\w+$/i.test(id)) return `https://www.bilibili.com/video/${id.replace(/^(?=\d+$)/, "av")}`;
  if (service === "soundcloud") return `${starts.soundcloud}${encodeURIComponent(decodeUri(id))}`;
  if (/^(?:tweet|twitter|twittertweet|x)$/.test(service))
    return /\D/.test(id) ? serviceAddress("twittertimeline", id) : `https://x.com/i/status/${id}`;
  const user = property(/^(?:user|username|author)$/);
  if (service === "codepen" && user !== undefined) return `https://codepen.io/${encodeURIComponent(user)}/pen/${encodeURIComponent(id)}`;
  return serviceAddress(service, id);
}

function spotify(id: string, type = "track"): string {
  const path = id.replace(/^spotify:/, "").replaceAll(":", "/");
  return `https://open.spotify.com/${path.replace(/^(?!\w+\/)/, `${type}/`)}`;
}
