import type { Program } from "acorn";
import { unescapeMarkup } from "../../base/escape.ts";
import { type Table, tableOf, textIn } from "../../base/table-values.ts";
import { isScript } from "../configuration/loaded-code.ts";
import { readOldSettings } from "../configuration/old-settings.ts";
import { parseModule, readScript, type ScriptModule } from "../configuration/script-module.ts";
import { memberOf, nameOf, visitNodes } from "../constants/code-nodes.ts";
import { constantValue } from "../constants/constant-value.ts";
import type { OldSettings, SiteFolder } from "../site-rules/old-site.ts";
import { isIn } from "../site-rules/site-path.ts";

const maxHead = 4000; // UTF-16 units before the first item

/** Matches code that writes a feed. */
export const writesFeed = /<rss\b|<feed\b|\bnew (?:Feed|RSS)\(/;

/**
 * Reads the settings that code of a feed states: the options of `new RSS()` and `new Feed()`, and the elements of a template before its
 * items. Faults of code, which is no configuration, are not reported.
 */
export function feedSettings({ paths, read }: SiteFolder, root: string): Table[] {
  const quiet = { paths, read: (name: string) => read(name) };
  const own = paths.filter((path) => isIn(root, path) && isScript(path) && writesFeed.test(read(path) ?? ""));
  return own.flatMap((path) => {
    const script = readScript(quiet, path);
    const options = ["RSS", "Feed"].flatMap((name) => script?.calls(name) ?? []).map(([first]) => tableOf(first));
    return [...options.map(tableOfOptions), headOf(quiet, path, script)];
  });
}

/**
 * Reads the settings of a site: the title, the description and the language that its feeds state, if they agree, come first. Their URL may
 * be that of a page of the site, and their author that of its posts.
 * @param tables the settings of the site
 * @param others tables that count if neither the site nor a feed has a value
 */
export function settingsWithFeeds(feeds: readonly Table[], tables: readonly unknown[], others: readonly unknown[] = []): OldSettings {
  const agreed = (name: string) => {
    const [value, ...more] = new Set(feeds.map((feed) => textIn(feed[name])).filter((text) => text !== undefined));
    return more.length === 0 ? value : undefined;
  };
  const first = { title: agreed("title"), description: agreed("description"), language: agreed("language") };
  const copyright = feeds.map((feed) => textIn(feed["copyright"])).find((text) => text !== undefined);
  return { ...readOldSettings(first, ...tables, ...feeds, ...others), copyright };
}

// github.com/dylang/node-rss, github.com/jpmonette/feed
function tableOfOptions({ author, copyright, description, feed_url, id, language, link, site_url, title }: Table): Table {
  return { title, description, language, author, copyright, url: site_url ?? link ?? id ?? feed_url };
}

// `<title>Moon</title><link>${siteUrl}</link>`
function headOf(folder: SiteFolder, path: string, script: ScriptModule | undefined): Table {
  const source = folder.read(path) ?? "";
  const start = source.search(/<channel\b|<feed\b/);
  if (start < 0) return {};
  const head = source.slice(start, start + maxHead).split(/<item\b|<entry\b/, 1)[0] ?? "";
  const textOf = (name: string) => {
    const text = elementIn(head, name);
    const [, whole, constant] =
      /^\$\{\s{0,9}(?:([\w.]{1,99})|\w{0,99}(?:escape|xml|cdata|encode)\w{0,99}\(([\w.]{1,99})\))\s{0,9}\}$/i.exec(text) ?? [];
    const names = whole ?? constant;
    if (names !== undefined) return constantIn(names.split("."), parseModule(folder, path), script);
    return /[$`<+]/.test(text) ? undefined : textIn(unescapeMarkup(text));
  };
  const [link, language] = [textOf("link"), textOf("language")];
  return {
    title: textOf("title"),
    description: textOf("description") ?? textOf("subtitle"),
    language: language ?? /^<feed\b[^>]{0,999}\bxml:lang="([\w-]{2,20})"/.exec(head)?.[1],
    copyright: textOf("copyright") ?? textOf("rights"),
    url: URL.canParse(link ?? "") ? link : undefined,
  };
}

// The text of the first element with a name.
function elementIn(head: string, name: string): string {
  const [, after = ""] = head.split(`<${name}>`, 2);
  const [text = "", end] = after.split(`</${name}>`, 2);
  return end === undefined
    ? ""
    : text
        .trim()
        .replace(/^<!\[CDATA\[/, "")
        .replace(/\]\]>$/, "")
        .trim();
}

// A constant of the module, or one in a function: `const blogUrl = "https://moon.example/blog"`.
function constantIn(
  [name = "", ...members]: readonly string[],
  program: Program | undefined,
  script: ScriptModule | undefined,
): string | undefined {
  const value = members.reduce((object: unknown, member) => memberOf(object, member), script?.constant(name));
  if (value !== undefined || members.length > 0 || program === undefined) return textIn(value);
  const found: string[] = [];
  visitNodes(program, (node) => {
    if (node.type !== "VariableDeclarator" || nameOf(node.id) !== name || !node.init) return;
    const text = textIn(constantValue(node.init, () => undefined));
    if (text !== undefined) found.push(text);
  });
  return found[0];
}
