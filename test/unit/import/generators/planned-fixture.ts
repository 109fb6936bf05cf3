import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseFrontMatter } from "../../../../src/content/front-matter/front-matter.ts";
import { textOf } from "../../../../src/content/front-matter/front-matter-value.ts";
import { dateOfPath } from "../../../../src/content/metadata/date-of-path.ts";
import { instantOf, writtenDate } from "../../../../src/import/site-rules/front-matter-date.ts";
import type { Generator } from "../../../../src/import/site-rules/old-site.ts";
import { type Files, open, planOf, publishedPath } from "./in-memory-site.ts";

/** What becomes of a site, in the form of `expected.json` in test/fixtures/sites. */
export interface PlannedSite {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly entries: Readonly<Record<string, unknown>>;
  readonly media: readonly string[];
  readonly leftOut: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
}

/** Reads the files of a fixture. */
export function filesOf(root: string): Files {
  const paths = readdirSync(root, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "expected.json")
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

/** Plans all files of a site. */
export function plannedSite(generator: Generator, files: Files): PlannedSite {
  const site = open(generator, files);
  const entries: Record<string, unknown> = {};
  const media: string[] = [];
  const leftOut: Record<string, number> = {};
  const patterns: string[] = [];
  for (const [path, text] of Object.entries(files)) {
    const plan = planOf(site, path, text);
    if (plan?.kind === "media") media.push(plan.target);
    else if (plan?.kind === "left out") leftOut[plan.what] = (leftOut[plan.what] ?? 0) + 1;
    else if (plan !== undefined) {
      const front = parseFrontMatter(path, text);
      const data = { ...plan.keys, ...front.data };
      const instant = instantOf(writtenDate(data) ?? dateOfPath(plan.target));
      if (plan.address !== undefined && "pattern" in plan.address) patterns.push(plan.address.pattern);
      entries[plan.target] = {
        path: publishedPath(plan, path, text),
        title: textOf(data["title"]) ?? /^# (.*)$/m.exec(front.body)?.[1],
        ...(instant !== undefined && { published: new Date(instant).toISOString().replace(".000Z", "Z") }),
        feed: plan.kind === "post" && data["unlisted"] !== "true",
        ...(data["draft"] === "true" && { draft: true }),
      };
    }
  }
  const permalink = mostFrequent(patterns);
  return JSON.parse(
    JSON.stringify({
      settings: { ...(permalink !== undefined && { permalink }), ...site.settings },
      entries,
      media,
      leftOut,
      notes: site.notes,
    }),
  );
}

function mostFrequent(values: readonly string[]): string | undefined {
  return [...Map.groupBy(values, (value) => value)].sort(([, a], [, b]) => b.length - a.length)[0]?.[0];
}
