import { encodePath, pathKey } from "../../base/canonical-url.ts";
import { cutOff } from "../../base/truncate.ts";
import type { LocationOfField } from "../../content/compile/compile.ts";
import type { Redirects } from "../../model/compiled-content.ts";
import type { Diagnostic, SourceLocation } from "../../model/diagnostic.ts";
import type { Entry } from "../../model/entry.ts";
import type { Selection } from "../../model/selection.ts";
import type { Snapshot } from "../../model/snapshot.ts";
import { redirectKey } from "../../routing/redirects.ts";
import type { Site } from "../../settings/site-settings.ts";
import { type ExportedFile, exportedFiles } from "../../static-host/exported-files.ts";
import { faultOfRule, maxRules, redirectRules } from "../../static-host/redirects-file.ts";
import { createShadowCheck } from "../../static-host/shadowed-pages.ts";
import { snapshotOfAll } from "../../store/snapshot-of-all.ts";

/** A compiled site, and the locations of its sources. */
export interface ExportSource {
  readonly site: Site;
  readonly redirects: Redirects;
  readonly entries: readonly Entry[];
  /** `SITE.redirects`. */
  readonly settings: Readonly<Record<string, string>>;
  /** Returns the location of a setting, such as `["redirects", "/old"]`. */
  readonly locationOfSetting: (path: readonly string[]) => SourceLocation;
  readonly locationOfField: LocationOfField;
  readonly isWindows: boolean;
}

/**
 * Reports everything that an export cannot serve as the Worker does, scheduled entries included: addresses that cannot be files, and
 * redirects that `_redirects` cannot express.
 */
export function verifyExport(source: ExportSource, severity: Diagnostic["severity"]): Diagnostic[] {
  const snapshot = snapshotOfAll(source.entries, source.site);
  const files = exportedFiles(source.site, snapshot, source.isWindows);
  return [...fileFaults(source, snapshot, files), ...ruleFaults(source, snapshot, files)].map(({ message, location }) => ({
    ...location,
    severity,
    message,
  }));
}

interface Fault {
  readonly location: SourceLocation;
  readonly message: string;
}

function fileFaults(
  { locationOfField, locationOfSetting, site }: ExportSource,
  snapshot: Snapshot,
  files: readonly ExportedFile[],
): Fault[] {
  const selections = new Map([...snapshot.selections.values()].map(({ selection }) => [`${selection.path}/`, selection]));
  const entries = new Map(snapshot.entries.map((entry) => [entry.path, entry]));
  return files.flatMap(({ entry, fault, other, path }): Fault[] => {
    if (fault === undefined) return [];
    const message = (advice: string) => `Cannot export ${cutOff(path, maxShown)}: ${fault}; ${advice}`;
    const first = entries.get(other ?? "");
    if (entry !== undefined && first !== undefined) {
      if (pathKey(path) === pathKey(first.path)) return []; // one address, which is reported already
      if (hasOwnAddress(first) && !hasOwnAddress(entry))
        return [{ location: locationOfAddress(first), message: sameFile(first.path, path) }];
    }
    if (entry !== undefined) return [{ location: locationOfAddress(entry), message: message("give it another slug or permalink") }];
    const selection = selections.get(path); // its other documents have the same name in their paths
    return selection === undefined ? [] : [{ location: locationOfTerm(selection), message: message(remedies[selection.kind]) }];
  });

  function hasOwnAddress({ source }: Entry): boolean {
    return locationOfField(source, "permalink").line > 1;
  }

  function locationOfAddress({ source }: Entry): SourceLocation {
    const [permalink, slug] = [locationOfField(source, "permalink"), locationOfField(source, "slug")];
    return permalink.line > 1 ? permalink : slug;
  }

  function locationOfTerm({ kind, name }: Selection): SourceLocation {
    const hasTerm = ({ authors, categories, language }: Entry) =>
      kind === "category"
        ? categories.includes(name)
        : kind === "author"
          ? authors.some((author) => author.name === name)
          : language === name;
    const entry = snapshot.entries.find(hasTerm);
    const setting = kind === "author" && name === site.author.name ? "author" : name === site.language ? "language" : undefined;
    return setting === undefined && entry !== undefined
      ? locationOfField(entry.source, fields[kind])
      : locationOfSetting([setting ?? "slugs"]);
  }
}

const maxShown = 100; // UTF-16 units of a path
const fields = { site: "title", category: "categories", author: "authors", language: "language" } as const;
const shorter = "give it a shorter address with slugs in [vars.SITE]";
const remedies = { site: shorter, category: shorter, author: shorter, language: "name the language by a shorter tag" } as const;

function sameFile(path: string, other: string): string {
  return `Cannot export ${cutOff(path, maxShown)}: it would be the same file as ${other}; give it another slug or permalink`;
}

function ruleFaults(
  { entries, locationOfField, locationOfSetting, redirects, settings, site }: ExportSource,
  snapshot: Snapshot,
  files: readonly ExportedFile[],
): Fault[] {
  const shadowed = createShadowCheck(files);
  const rules = redirectRules(site, redirects, snapshot);
  const locations = new Map([
    ...Object.keys(settings).map((from) => [encodePath(redirectKey(from) ?? from), () => locationOfSetting(["redirects", from])] as const),
    ...entries.flatMap(({ aliases, source }) => aliases.map((alias) => [alias, () => locationOfField(source, "aliases")] as const)),
  ]);
  const faults = rules.flatMap((rule): Fault[] => {
    const [fault, location] = [faultOfRule(rule) ?? shadowed(rule), locations.get(rule.from)];
    if (fault === undefined || location === undefined) return [];
    const message = `Cannot export the redirect of ${cutOff(rule.from, maxShown)}: ${fault}; leave it out, or deploy the Worker, which redirects only this address`;
    return [{ location: location(), message }];
  });
  if (rules.length <= maxRules) return faults;
  const message = `Cannot export ${rules.length} aliases and redirects: Cloudflare reads ${maxRules}; leave out the oldest`;
  return [...faults, { location: locationOfSetting(["redirects"]), message }];
}
