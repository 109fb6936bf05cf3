import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { plural } from "../../base/plural.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { chunkFolder } from "../../store/stored-content.ts";
import { sampleCompatibilityDate } from "../wrangler/configuration.ts";
import { workerCode } from "../wrangler/verify-values.ts";
import { workerNameFor } from "../wrangler/worker-name.ts";
import { environmentTable, type WranglerFile, type WranglerTable } from "../wrangler/wrangler-file.ts";

/** The parts of a site that need lines in wrangler.toml. */
export interface WranglerNeeds {
  /** True if `SITE.hub` is set. */
  readonly hasHub: boolean;
  /** The number of articles whose contents are files next to the Worker. */
  readonly unbundledArticles: number;
  /** The number of audio and video files, which the Worker serves. */
  readonly recordings: number;
  readonly development: boolean;
}

/** A line that is missing in wrangler.toml. */
interface MissingLine {
  /** Undefined for the top of the file. */
  readonly table?: string;
  readonly line: string;
  readonly consequence: string;
  readonly severity: Diagnostic["severity"];
}

const assetsPattern = `${chunkFolder}*`;
const compileCommand = "node src/cli/compile.ts";

/**
 * Reports the lines that wrangler.toml needs and does not have. Wrangler accepts a file without them, and the deployed site behaves
 * differently: pictures are missing, scheduled entries are not announced, or another environment's articles are served.
 * While developing, each is a warning.
 * @param environment a wrangler environment; empty for the top level
 */
export function verifyWrangler(file: WranglerFile, environment: string, needs: WranglerNeeds): Diagnostic[] {
  const settings = environmentTable(file, environment);
  const folder = dirname(resolve(file.path));
  // The settings of a site can be checked apart from the Worker, but not deployed.
  if (settings.main === undefined && !existsSync(resolve(folder, workerCode))) return [];
  const prefix = file.top.env?.[environment] === undefined ? "" : `env.${environment}.`;
  const missing = [
    ...missingTopLines(file, settings),
    ...missingAssets(settings, folder, needs),
    ...missingBuild(settings, environment),
    ...missingBindings(settings, needs),
  ];
  return missing.map(({ consequence, line, severity, table }) => ({
    ...(table === undefined ? { file: file.path, line: 1, column: 1 } : locateTable(file, [`${prefix}${table}`, table])),
    severity: needs.development ? "warning" : severity,
    message: `Cannot find ${line} ${table === undefined ? "at the top" : `in [${prefix}${table}]`}: ${consequence}; add the line`,
  }));
}

// `verifyValues` reports that main is missing: without it, wrangler does not even run the build.
function missingTopLines({ top }: WranglerFile, { compatibility_date: date, name }: WranglerTable): MissingLine[] {
  const found: (MissingLine | false)[] = [
    date === undefined && {
      ...{ line: `compatibility_date = "${sampleCompatibilityDate}"`, severity: "error" },
      consequence: "Cloudflare would not know with which rules to run the Worker, and wrangler would deploy nothing",
    },
    // The name may be an argument of the deployment.
    (name ?? top.name) === undefined && {
      ...{ line: `name = "${workerNameFor("")}"`, severity: "warning" },
      consequence: "npm run deploy would deploy nothing without --name",
    },
  ];
  return found.filter((line) => line !== false);
}

function missingAssets({ assets = {} }: WranglerTable, folder: string, { recordings, unbundledArticles }: WranglerNeeds): MissingLine[] {
  const { binding, directory, run_worker_first: first } = assets;
  const isPrivate = first === true || (Array.isArray(first) && first.includes(assetsPattern));
  const isServed = typeof directory === "string" && resolve(folder, directory) === resolve(folder, "build/public");
  const files = [
    ...(unbundledArticles > 0 ? [`the texts of ${plural(unbundledArticles, "older article")}`] : []),
    ...(recordings > 0 ? [plural(recordings, "recording or transcript", "recordings and transcripts")] : []),
  ].join(" and ");
  const found: (MissingLine | false)[] = [
    !isServed && { ...assetsError('directory = "build/public"'), consequence: "icons and the pictures of articles would be missing" },
    files !== "" && binding !== "ASSETS" && { ...assetsError('binding = "ASSETS"'), consequence: `the Worker could not read ${files}` },
    files !== "" &&
      !isPrivate && {
        ...assetsError(`run_worker_first = ["${assetsPattern}"]`),
        consequence: `everybody could read ${files}, except those of drafts`,
      },
  ];
  return found.filter((line) => line !== false);
}

function assetsError(line: string) {
  return { table: "assets", line, severity: "error" } as const;
}

// npm start and npm run deploy give the environment to a command that names none.
function missingBuild({ build = {} }: WranglerTable, environment: string): MissingLine[] {
  const command = typeof build.command === "string" ? build.command : "";
  if (command === "") return [buildError(compileCommand, environment, "wrangler would deploy the previous build")];
  if (namedEnvironments(command).every((name) => name === environment)) return [];
  return [buildError(command, environment, "wrangler would compile the articles with the settings of another environment")];
}

function namedEnvironments(command: string): string[] {
  const words = command.split(/[\s=]+/);
  return words.filter((_, index) => /^(?:--env|-e)$/.test(words[index - 1] ?? ""));
}

function buildError(command: string, environment: string, consequence: string): MissingLine {
  const line = `command = "${command.replace(/ (?:--env|-e)[ =]\S+/, "")}${environment === "" ? "" : ` --env ${environment}`}"`;
  return { table: "build", line, consequence, severity: "error" };
}

function missingBindings({ cache, triggers, version_metadata: version }: WranglerTable, { hasHub }: WranglerNeeds): MissingLine[] {
  const found: (MissingLine | false)[] = [
    version?.binding !== "VERSION" && {
      ...{ table: "version_metadata", line: 'binding = "VERSION"', severity: "warning" },
      consequence: "Last-Modified would not change with a deployment",
    },
    cache?.enabled !== true && {
      ...{ table: "cache", line: "enabled = true", severity: "warning" },
      consequence: "each request would run the Worker",
    },
    hasHub &&
      triggers?.crons === undefined && {
        ...{ table: "triggers", line: 'crons = ["*/5 * * * *"]', severity: "warning" },
        consequence: "the Worker would not ping SITE.hub for scheduled entries",
      },
  ];
  return found.filter((line) => line !== false);
}

// The header of the first of these tables that the file has; otherwise its beginning.
function locateTable({ path, text }: WranglerFile, tables: readonly string[]) {
  const lines = text.split("\n").map((line) => line.trim());
  const line = tables.map((table) => lines.indexOf(`[${table}]`)).find((index) => index >= 0) ?? 0;
  return { file: path, line: line + 1, column: 1 };
}
