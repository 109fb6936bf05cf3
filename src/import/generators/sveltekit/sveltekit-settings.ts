import { type Table, tableOf, textIn } from "../../../base/table-values.ts";
import { readJson } from "../../configuration/data-file.ts";
import { isRepositoryHost } from "../../configuration/site-url.ts";
import { languageOfHtml, localeOfTranslations } from "../../configuration/stated-language.ts";
import { feedSettings, settingsWithFeeds } from "../../feed-code/feed-settings.ts";
import { siteConstants, siteModules } from "../../feed-code/site-constants.ts";
import type { OldSettings, SiteFolder } from "../../site-rules/old-site.ts";
import { metaOfPage } from "../../site-rules/page-date.ts";
import { joinPath } from "../../site-rules/site-path.ts";

/**
 * Reads the settings of a site: what code of the feed states, the literals of modules such as `src/lib/config.js`, the origin of
 * prerendered pages, and the head of `src/app.html`, of the layout and of the front page.
 * @param kit the options of the kit
 */
export function readSvelteKitSettings(folder: SiteFolder, root: string, routes: string, kit: Table): OldSettings {
  const pages = [
    "src/app.html",
    ...["+layout.svelte", "__layout.svelte", "+page.svelte", "index.svelte"].map((name) => `${routes}/${name}`),
  ];
  const heads = pages.map((path, index) => headOf(folder.read(index === 0 ? joinPath(root, path) : path) ?? ""));
  const { homepage } = readJson(folder, joinPath(root, "package.json"));
  return settingsWithFeeds(
    feedSettings(folder, root),
    [...siteConstants(folder, root), ...siteModules(folder, root)].map(withoutRepository),
    [
      { url: tableOf(kit["prerender"])["origin"] },
      ...heads,
      withoutRepository({ url: homepage }),
      { language: localeOfTranslations(folder, root) },
    ],
  );
}

// The literals of `<svelte:head>`.
function headOf(source: string): Table {
  const title = /<title>\s{0,99}([^<>{}%]{1,200})<\/title>/.exec(source)?.[1]?.trim();
  const [description, author] = ["description", "author"].map((name) => metaOfPage(source, name));
  const isLiteral = (text: string | undefined) => text !== undefined && text !== "" && !/[{}%]/.test(text);
  return {
    ...(isLiteral(title) && { title }),
    ...(isLiteral(description) && { description }),
    ...(isLiteral(author) && { author }),
    language: languageOfHtml(source),
  };
}

function withoutRepository(table: unknown): Table {
  return Object.fromEntries(Object.entries(tableOf(table)).filter(([, value]) => !isRepositoryHost(textIn(value))));
}
