import type { Diagnostic, SourceLocation } from "../../model/diagnostic.ts";
import { sampleArticles, sampleSettings } from "../../settings/sample-site.ts";

const nameOfSite = ["title", "description", "author"] as const;

/** The settings as they are written, and their places. */
interface WrittenSettings {
  readonly settings: unknown;
  locationOf(path: readonly string[]): SourceLocation;
}

/**
 * Reports that articles of somebody's own would be published under the title, the description or the author of the sample site: an error,
 * and during development a warning.
 * @param sources paths of the articles
 */
export function verifySampleSettings(
  { locationOf, settings }: WrittenSettings,
  sources: readonly string[],
  development: boolean,
): Diagnostic[] {
  if (sources.every((source) => Object.hasOwn(sampleArticles, source.split("/")[0] ?? ""))) return [];
  const table = { ...(settings as object) } as Readonly<Record<string, unknown>>;
  const kept = nameOfSite.filter((key) => JSON.stringify(table[key]) === JSON.stringify(sampleSettings[key]));
  const [first] = kept;
  if (first === undefined) return [];
  const subject = kept.length === 1 ? `${first} is` : `${kept.slice(0, -1).join(", ")} and ${kept.at(-1)} are`;
  const fault = development ? "A deployment stops here" : "Cannot publish your articles under another name than yours";
  const message = `${fault}: ${subject} still the sample's; run npm run init`;
  return [{ ...locationOf([first]), severity: development ? "warning" : "error", message }];
}
