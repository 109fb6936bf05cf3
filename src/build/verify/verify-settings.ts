import { closestWord } from "../../base/closest-word.ts";
import { plural } from "../../base/plural.ts";
import type { Diagnostic, SourceLocation } from "../../model/diagnostic.ts";
import type { Entry, MediaFile } from "../../model/entry.ts";
import { describeFeedLanguage, documentLanguage } from "../../model/feed-language.ts";
import { createListing, selectionKey } from "../../model/listing.ts";
import { isRecordingType } from "../../model/recording.ts";
import { foldTerm, type Term, termsOf } from "../../model/selection.ts";
import type { Site } from "../../settings/site-settings.ts";

/** The compiled site that the settings are compared with. */
export interface CompiledSite {
  readonly entries: readonly Entry[];
  /** The site's icon; undefined if it is the default one or on another host. */
  readonly icon: MediaFile | undefined;
  readonly hasOwnIcon: boolean;
  /** True if the settings have errors: those that are faulty are missing. */
  readonly isIncomplete?: boolean;
  /** Returns the location of a setting, such as `["slugs", "C#"]`. */
  readonly locationOf: (path: readonly string[]) => SourceLocation;
}

/** Reports valid settings that do not fit the compiled site. */
export function verifySettings(site: Site, compiled: CompiledSite): Diagnostic[] {
  const warn = (path: readonly string[], message: string): Diagnostic => ({ ...compiled.locationOf(path), severity: "warning", message });
  const language = describeFeedLanguage(site.language, documentLanguage(site.language));
  return [
    ...(language === undefined ? [] : [warn(["language"], language)]),
    ...unknownTerms(site, compiled.entries).map((name) =>
      warn(["slugs", name], `Cannot find ${JSON.stringify(name)}, which slugs names: no article has such a category or author`),
    ),
    ...unknownSelections(site, compiled.entries).map(({ key, advice }) =>
      warn(["selections", key], `Cannot find ${JSON.stringify(key)}, which selections names: no article is in it${advice}`),
    ),
    ...(site.podcast === undefined && !compiled.isIncomplete ? podcastSelections(site) : []).map((path) =>
      warn(path, `Cannot use ${path.join(".")}: the site is not a podcast; add the table SITE.podcast or remove this line`),
    ),
    ...(site.podcast === undefined ? [] : podcastFaults(site, compiled)).map(([key, message]) => warn([key], message)),
  ];
}

function unknownTerms({ slugs }: Site, entries: readonly Entry[]): string[] {
  const names = new Set(entries.flatMap(termsOf).map(({ name }) => foldTerm(name)));
  return Object.keys(slugs).filter((name) => !names.has(foldTerm(name)));
}

function unknownSelections(site: Site, entries: readonly Entry[]): { readonly key: string; readonly advice: string }[] {
  const terms = new Map(entries.flatMap((entry) => (entry.unlisted === true ? [] : termsOf(entry))).map((term) => [termKey(term), term]));
  const known = [...new Set([...terms.values()].map((term) => selectionKey(term, site)))];
  return Object.keys(site.selections)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const [folder = "", name = ""] = key.split("/");
      const names = known.filter((other) => other.startsWith(`${folder}/`)).map((other) => other.slice(folder.length + 1));
      const nearest = closestWord(name, names);
      return { key, advice: nearest === undefined ? "" : `; did you mean ${JSON.stringify(`${folder}/${nearest}`)}?` };
    });
}

// The paths of settings of selections that only a podcast can use.
function podcastSelections({ selections }: Site): string[][] {
  return Object.entries(selections).flatMap(([key, settings]) =>
    (["guid", "newFeedUrl"] as const).filter((name) => settings[name] !== undefined).map((name) => ["selections", key, name]),
  );
}

function termKey({ kind, name }: Term): string {
  return `${kind} ${name}`;
}

const wanted = "directories want a square PNG or JPEG of 1400 to 3000 pixels";

const maxDescription = 4000; // Apple Podcasts

function podcastFaults(site: Site, { entries, hasOwnIcon, icon }: CompiledSite): [key: string, message: string][] {
  const { description, limit } = site;
  const { isInSiteFeed } = createListing(site);
  const episodes = entries.filter(isInSiteFeed).filter(({ enclosure }) => isRecordingType(enclosure?.type ?? "")).length;
  const { height = 0, type, width = 0 } = icon ?? {};
  const faults: [string, string][] = [];
  if (!hasOwnIcon) faults.push(["podcast", `Cannot offer a podcast without artwork of its own: ${wanted}; name it as SITE.icon`]);
  else if (icon !== undefined && (type === "image/gif" || width !== height || width < 1400 || width > 3000))
    faults.push(["icon", `Cannot offer an icon of ${width} × ${height} pixels (${type}) as artwork: ${wanted}`]);
  if (description === "") faults.push(["podcast", "Cannot offer a podcast without a description: directories require SITE.description"]);
  else if (description.length > maxDescription)
    faults.push(["description", `Cannot show the whole description in directories: they accept ${maxDescription} characters; shorten it`]);
  if (episodes > limit)
    faults.push([
      "limit",
      `Cannot show all ${plural(episodes, "episode")} in directories: the feed contains only ${limit}, and directories do not read archives; raise limit`,
    ]);
  return faults;
}
