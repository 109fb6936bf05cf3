import { build } from "../../build/build.ts";
import { readSettings } from "../../build/wrangler/settings-file.ts";
import { readWranglerFile } from "../../build/wrangler/wrangler-file.ts";
import { compareReport } from "../../doctor/compare-report.ts";
import type { LiveComparison } from "../../doctor/comparison/compare-live.ts";
import { type ArticlesFolder, describeComparison } from "../../doctor/comparison/describe-comparison.ts";
import { localEntries } from "../../doctor/comparison/local-entry.ts";
import type { CompiledContent } from "../../model/compiled-content.ts";
import { formatDiagnostic } from "../../model/diagnostic.ts";
import { CommandError } from "../../terminal/command-error.ts";
import { articlesFolder } from "./articles-folder.ts";
import type { DefaultSite } from "./run-doctor.ts";

/** Options of {@link openOwnSite}. */
export interface OwnSiteOptions {
  /** Path of wrangler.toml. */
  readonly config: string;
  readonly environment: string;
  /** True to compare with the articles; the default is true for the site's own address. */
  readonly compare?: boolean | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Opens the site of this repository, whose articles will replace the live feeds. */
export function openOwnSite(options: OwnSiteOptions): DefaultSite {
  return {
    get url() {
      return siteUrlOf(options);
    },
    async prepare(url) {
      if (options.compare === false) return undefined;
      const siteUrl = siteUrlOf(options);
      const isOwn = siteUrl !== "" && new URL(url).origin === new URL(siteUrl).origin;
      if (!(options.compare ?? isOwn)) return undefined;
      const content = await compileArticles(siteUrl, options);
      const own = { siteUrl, entries: localEntries(content, options.now) };
      const folder = articlesFolder(options.config, content);
      return (report) => {
        const result = compareReport(report, own);
        const findings = describeComparison(result, folder);
        return { findings, json: { ...comparisonValue(result, folder), findings } };
      };
    },
  };
}

function siteUrlOf({ config, environment }: OwnSiteOptions): string {
  const { problems, valid } = readSettings(readWranglerFile(config), environment);
  if (valid !== undefined) return valid.url;
  const advice = "Cannot see which site is yours: correct the settings, or add --no-compare and the address of a site";
  throw new CommandError(...problems.map(formatDiagnostic), advice);
}

async function compileArticles(siteUrl: string, { config, environment, now }: OwnSiteOptions): Promise<CompiledContent> {
  if (siteUrl === "") throw new CommandError("Cannot compare with the articles: SITE.url is empty, and their ids begin with it");
  const { content, problems } = await build({ config, environment, purpose: "compile", now });
  if (content !== undefined) return content;
  const advice = "Cannot compare with the articles: correct them first, or add --no-compare";
  throw new CommandError(...problems.map(formatDiagnostic), advice);
}

function comparisonValue(result: LiveComparison, folder: ArticlesFolder): object {
  if ("reason" in result) return { feed: null, reason: result.reason };
  const { beyond, changed, idBase, kept, late, vanished } = result.comparison;
  const { documents, entries, gap } = result.history;
  return {
    feed: result.feed,
    documents,
    entries: entries.length,
    gap: gap ?? null,
    kept,
    changed: changed.map(({ by, live, local }) => {
      return { source: local.source, liveId: live.id, localId: local.id, by, line: folder.idLine(local.source, live.id) };
    }),
    vanished: vanished.map(({ id, title, url }) => ({
      id,
      url: url ?? null,
      title,
      isRemoved: url !== undefined && folder.isRemoved(url),
    })),
    late: late.map(({ id, source }) => ({ source, id })),
    beyond,
    idBase: idBase ?? null,
  };
}
