import { isDeepStrictEqual } from "node:util";
import type { WranglerFile } from "../source/wrangler-file.ts";

type Table = Readonly<Record<string, unknown>>;

// The values of the wrangler.toml that comes with the project.
const shipped: Table = {
  main: "src/worker.ts",
  compatibility_date: "2026-10-01",
  send_metrics: false,
  minify: true,
  keep_names: false,
  upload_source_maps: true,
  build: { command: "node src/cli/compile.ts", watch_dir: "src" },
  assets: {
    directory: "build/public",
    binding: "ASSETS",
    run_worker_first: ["/_contents/*"],
    html_handling: "none",
    not_found_handling: "none",
  },
  cache: { enabled: true },
  triggers: { crons: ["*/5 * * * *"] },
  version_metadata: { binding: "VERSION" },
  observability: { enabled: true },
};

/** Returns the part of a wrangler.toml that only wrangler reads: everything but the settings of the site. */
export function configurationOf({ top }: WranglerFile): Table {
  const { env, ...table } = top;
  if (typeof env !== "object") return env === undefined ? withoutSite(table) : { ...withoutSite(table), env };
  return { ...withoutSite(table), env: Object.fromEntries(Object.entries(env).map(([name, own]) => [name, withoutSite(own)])) };
}

/**
 * Returns true if a configuration differs from the one of the project only in the name of the Worker, or lacks some of its lines: wrangler
 * accepts it.
 */
export function isShipped({ name = "broadsheet", ...table }: Table): boolean {
  if (typeof name !== "string" || !/^[a-z0-9][a-z0-9-]{0,53}$/.test(name)) return false;
  return Object.entries(table).every(([key, value]) => key in shipped && isDeepStrictEqual(plain(value), shipped[key]));
}

function withoutSite(table: unknown): Table {
  if (typeof table !== "object" || table === null) return { table }; // which wrangler refuses
  const { vars, ...others } = table as { readonly vars?: unknown };
  if (typeof vars !== "object" || vars === null) return table as Table;
  const { SITE: _, ...own } = vars as Table;
  return Object.keys(own).length === 0 ? others : { ...others, vars: own };
}

// The parser of TOML makes objects without a prototype.
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
