import { countIn, tableOf, textIn } from "../../base/table-values.ts";
import { configReadings, notesOfPatterns, optionIn } from "../configuration/config-readings.ts";
import { readOptionalTable } from "../configuration/data-file.ts";
import { type ConfigFile, findConfig } from "../configuration/find-config.ts";
import { readOldSettings } from "../configuration/old-settings.ts";
import { readScript } from "../configuration/script-module.ts";
import { withoutComments } from "../configuration/without-comments.ts";
import type { Generator, OldSite, SiteFolder } from "../site-rules/old-site.ts";
import { addressPath, joinPath } from "../site-rules/site-path.ts";
import { HiddenComments } from "./quartz/hidden-comments.ts";
import { QuartzPlans } from "./quartz/quartz-plans.ts";

/** Quartz 4: the notes of `content`. A note with a date is a post. */
export const quartz: Generator = {
  name: "Quartz",
  open(folder) {
    const config = findConfig(folder.paths, /(?:^|\/)quartz\.config\.ts$/);
    return config && openSite(folder, config);
  },
};

// A site is a copy of the repository of Quartz, with its package.json.
function versionOf(folder: SiteFolder, root: string): string | undefined {
  const { name, version } = readOptionalTable(folder, joinPath(root, "package.json"));
  return /quartz$/.test(textIn(name) ?? "") ? textIn(version) : undefined;
}

function openSite(folder: SiteFolder, { path, root }: ConfigFile): OldSite {
  const script = readScript(folder, path);
  const readings = configReadings(script, (module) => tableOf(module.exported ?? module.constant("config"))["configuration"]);
  const [options] = readings;
  const notesOfIgnored = notesOfPatterns(readings, `ignorePatterns in ${path}`, (each) => optionIn(each, "ignorePatterns"));
  const site = URL.parse(`https://${(textIn(options["baseUrl"]) ?? "").replace(/^https?:\/\//, "")}`);
  const base = site?.pathname ?? "/";
  const comments = new HiddenComments();
  const isExplicit = /\bExplicitPublish\s*\(/.test(folder.read(path) ?? "");
  const plans = new QuartzPlans(joinPath(root, "content"), readings, base, isExplicit, versionOf(folder, root));
  return {
    settings: {
      ...readOldSettings({ title: options["pageTitle"], language: options["locale"], url: site?.href }),
      limit: countIn(tableOf(script?.calls("ContentIndex")[0]?.[0])["rssLimit"]),
    },
    get notes() {
      const unread = Object.keys(options).length === 0 ? [`Cannot read ${path}: its defaults were assumed`] : [];
      return [...unread, ...notesOfIgnored, ...comments.notes];
    },
    plan: (file) => plans.plan(file),
    futureSetting: "Quartz publishes posts of any date",
    publicText: (body) => comments.removeFrom(body),
    ...(/\bHardLineBreaks\s*\(/.test(withoutComments(folder.read(path) ?? "")) && { markdown: { breaks: "Quartz (HardLineBreaks)" } }),
    ...(base !== "/" && { linkBase: addressPath(base, "/") }),
  };
}
