import type { Diagnostic, SourceLocation } from "../../model/diagnostic.ts";
import { sampleSettings } from "../../settings/sample-site.ts";
import { findUntouchedSamples } from "../source/sample-articles.ts";

const nameOfSite = ["title", "description", "author"] as const;

/** The settings as they are written, and their places. */
interface WrittenSettings {
  readonly settings: unknown;
  locationOf(path: readonly string[]): SourceLocation;
}

/**
 * Reports that articles of somebody's own would be published under the title, the description or the author of the sample site: an error,
 * and during development a warning.
 * A sample article that somebody has changed is one of their own.
 * @param folder the articles folder
 * @param sources paths of the articles in it
 */
export function verifySampleSettings(
  { locationOf, settings }: WrittenSettings,
  folder: string,
  sources: readonly string[],
  development: boolean,
): Diagnostic[] {
  const table = { ...(settings as object) } as Readonly<Record<string, unknown>>;
  const kept = nameOfSite.filter((key) => JSON.stringify(table[key]) === JSON.stringify(sampleSettings[key]));
  const [first] = kept;
  if (first === undefined) return [];
  const samples = new Set(findUntouchedSamples(folder));
  if (sources.every((source) => samples.has(source.split("/")[0] ?? ""))) return [];
  const subject = kept.length === 1 ? `${first} is` : `${kept.slice(0, -1).join(", ")} and ${kept.at(-1)} are`;
  const fault = development ? "A deployment stops here" : "Cannot publish your articles under another name than yours";
  const message = `${fault}: ${subject} still the sample's; run npm run init`;
  return [{ ...locationOf([first]), severity: development ? "warning" : "error", message }];
}
