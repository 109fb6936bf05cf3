import { embedPage } from "../../../plain-html/embed-services.ts";
import { embedHtml, playerHtml } from "./embed-html.ts";
import { withCaption } from "./figure.ts";
import { serviceAddress, starts } from "./service-addresses.ts";
import type { ShortcodeArguments, ShortcodeContext } from "./shortcode-arguments.ts";

/** Links a page of a service: `{{ streamable(id="x") }}`, `{% jsfiddle x %}`, `{{< bluesky link="https://…" >}}`. */
export function ofService(service: string, { named, positional }: ShortcodeArguments): string | undefined {
  const [id] = [...["id", "url", "link", "src", "post", "status"].map((key) => named[key]), positional[0]].filter(Boolean);
  const address = id === undefined ? undefined : serviceAddress(service, id);
  return address === undefined ? undefined : embedHtml(address, named["title"]);
}

/** Returns the number or the address in the arguments: `{% embed url="https://…" %}` of GitBook and Hexo's plugins. */
export function idIn({ named, positional }: Pick<ShortcodeArguments, "named" | "positional">): string | undefined {
  return named["id"] ?? named["url"] ?? named["src"] ?? named["href"] ?? positional[0];
}

/** Links a film by its number and the site that shows it. */
export function film(site: string, { named, positional }: Pick<ShortcodeArguments, "named" | "positional">): string | undefined {
  const { start, title } = named;
  const id = idIn({ named, positional });
  const isTimed = site === starts.youtube && id !== undefined && /^\d{1,9}$/.test(start ?? "") && !/^https?:|&/.test(id);
  return video(site, isTimed ? `${id}&t=${start}` : id, title);
}

/** Links a page by the start of its address and its number. */
export function video(start: string, id: string | undefined, title?: string): string | undefined {
  return id === undefined || id === "" ? undefined : embedHtml(/^https?:/.test(id) ? id : start + encodeURI(id), title);
}

/** Links a film of Bilibili, or a part of it: `{{< bilibili "BV…" 2 >}}` (LoveIt). */
export function bilibili({ named, positional }: ShortcodeArguments): string | undefined {
  const id = named["id"] ?? named["bvid"] ?? positional[0];
  const part = named["p"] ?? named["page"] ?? positional[1] ?? "";
  const isPart = id !== undefined && /^[1-9]\d{0,3}$/.test(part) && part !== "1" && !id.includes("?");
  return video("https://www.bilibili.com/video/", isPart ? `${id}?p=${part}` : id, named["title"]);
}

/** Links a film of Dailymotion. */
export function dailymotion(values: ShortcodeArguments): string | undefined {
  return video(starts.dailymotion, idIn(values), values.named["title"]);
}

/** Links a pen of CodePen. */
export function codepen({ named, positional }: ShortcodeArguments): string | undefined {
  const [user, id] = [named["user"], idIn({ named, positional })];
  return user === undefined && !/^https?:/.test(id ?? "")
    ? undefined
    : video(`https://codepen.io/${encodeURIComponent(user ?? "")}/pen/`, id, named["title"]);
}

/** Links a recording on Spotify. */
export function spotify({ named, positional }: ShortcodeArguments): string | undefined {
  const id = named["id"] ?? named["url"] ?? positional.at(-1);
  const type = named["type"] ?? (positional.length > 1 ? positional[0] : "track");
  return video(`https://open.spotify.com/${encodeURIComponent(type ?? "")}/`, id, named["title"]);
}

/** Links a recording on SoundCloud. */
export function soundcloud({ named, positional }: ShortcodeArguments): string | undefined {
  const id = named["id"] ?? named["track"] ?? named["url"] ?? positional[0];
  return video(`${starts.soundcloud}https%3A//api.soundcloud.com/tracks/`, id, named["title"]);
}

/** Plays a file of a theme's player: {{< video src="a.mp4" poster="a.png" caption="…" >}}, {% video a.mp4 a.png %}, {{< audio "a.mp3" >}}. */
export function player(
  tagName: "audio" | "video",
  values: ShortcodeArguments,
  { isMarkdown = false }: ShortcodeContext,
): string | undefined {
  const { named, positional, text } = values;
  if (/^https?:\/\/[^\n|"']{1,1000}\|/.test(text)) return oldPlayers(text);
  const src = ["src", "url", "path", "file", ...files].map((name) => named[name]).find(Boolean) ?? positional[0];
  if (src === undefined) return undefined;
  const { caption, title } = named;
  if (embedPage(src) !== undefined) return embedHtml(withStart(src, named["start"]), title ?? caption);
  if (!/\.\w{2,5}(?:[?#]|$)/.test(src)) return undefined;
  const poster = named["poster"] ?? named["thumbnail"] ?? positional.find((word) => /\.(?:png|jpe?g|gif|webp|avif)$/i.test(word));
  const html = playerHtml(tagName, src, { title, ...(tagName === "video" && { poster }) });
  return caption ? withCaption(html, caption, isMarkdown) : html;
}

const files = ["mp4", "m4v", "webm", "ogv", "mp3", "m4a", "ogg", "wav", "flac"];

// WordPress.com, before it had attributes: [audio https://example.com/a.mp3,https://example.com/b.mp3|titles=A,B|loop=no].
function oldPlayers(text: string): string {
  const [addresses = "", ...options] = text.split("|");
  const titles = options.find((option) => option.startsWith("titles="))?.slice("titles=".length) ?? "";
  const all = addresses.split(",");
  const names = all.length === 1 ? [titles] : titles.split(",");
  return all.map((src, index) => playerHtml("audio", src.trim(), { title: names[index]?.trim() })).join(" ");
}

// Quarto: {{< video https://youtu.be/ID start="30" >}}.
function withStart(address: string, start: string | undefined): string {
  const url = /^\d{1,9}$/.test(start ?? "") ? URL.parse(address) : null;
  url?.searchParams.set("start", start as string);
  return url?.href ?? address;
}

/** Links a post on X: `{{< tweet user="ada" id="12" >}}` (Hugo), `{{< tweet ada 12 >}}` (Quarto), `{% tweet 12 %}`. */
export function tweet({ named, positional }: ShortcodeArguments): string | undefined {
  const [user = "", id = ""] = positional;
  const hasUser = /^@?\w{1,15}$/.test(user) && /^\d{1,25}$/.test(id) && !/^\d{16,}$/.test(user);
  const given = hasUser ? { named: { user: user.replace("@", ""), ...named }, positional: [id] } : { named, positional };
  return video(`https://x.com/${encodeURIComponent(given.named["user"] ?? "i")}/status/`, idIn(given));
}
