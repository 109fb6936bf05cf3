import { enableCompileCache } from "node:module";
import { build } from "../../src/build/build.ts";
import { emptyCache } from "../../src/build/cache/compile-cache.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";

/** The result of a build in its own process. */
export interface MeasuredBuild {
  readonly problems: readonly Diagnostic[];
  /** The articles that were compiled. */
  readonly compiled: readonly string[];
  /** The most memory that the process had, in megabytes. */
  readonly megabytes: number;
}

const [config = "", pool = "{}"] = process.argv.slice(2);
enableCompileCache();
const { cache, problems } = await build({
  ...{ config, environment: "", purpose: "compile", now: Date.UTC(2090), cache: emptyCache },
  ...JSON.parse(pool),
});
const compiled = [...(cache?.articles ?? [])].filter(([, article]) => article.compiled?.result !== undefined).map(([source]) => source);
const measured: MeasuredBuild = { problems, compiled, megabytes: process.resourceUsage().maxRSS / 1000 };
console.log(JSON.stringify(measured));
