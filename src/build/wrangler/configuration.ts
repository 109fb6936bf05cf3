import { isDeepStrictEqual } from "node:util";
import type { WranglerFile } from "../source/wrangler-file.ts";

type Table = Readonly<Record<string, unknown>>;

/** The compatibility date of the wrangler.toml that comes with the project, with which its code was tested. */
export const sampleCompatibilityDate = "2026-10-01";

// The values of that file.
const shipped: Table = {
  main: "src/worker.ts",
  compatibility_date: sampleCompatibilityDate,
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

// Other keys that many sites have, and the values that wrangler accepts.
const accepted = new Map<string, (value: unknown) => boolean>([
  ["name", (value) => typeof value === "string" && /^[a-z0-9][a-z0-9-]{0,53}$/.test(value)],
  ["account_id", (value) => typeof value === "string"],
  ["workers_dev", (value) => typeof value === "boolean"],
  ["preview_urls", (value) => typeof value === "boolean"],
  ["routes", (value) => Array.isArray(value) && value.every(isRoute)],
]);

/** Returns true if wrangler surely accepts a configuration: it has no other lines than those of the project and a few simple ones. */
export function isKnownGood(table: Table): boolean {
  return Object.entries(table).every(([key, value]) => {
    return accepted.get(key)?.(value) ?? (Object.hasOwn(shipped, key) && isDeepStrictEqual(plain(value), shipped[key]));
  });
}

function isRoute(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return typeof value === "string";
  const { custom_domain: isDomain, pattern, zone_name: zone, ...others } = value as Table;
  const isZone = typeof zone === "string" && isDomain === undefined;
  return typeof pattern === "string" && Object.keys(others).length === 0 && (isZone || (isDomain === true && zone === undefined));
}

function withoutSite(table: unknown): Table {
  if (typeof table !== "object" || table === null) return { table }; // which wrangler refuses
  const { vars, ...others } = table as { readonly vars?: unknown };
  if (typeof vars !== "object" || vars === null) return table as Table;
  const { SITE: _, ...own } = vars as Table;
  return Object.keys(own).length === 0 ? others : { ...others, vars: own };
}

// The parser of TOML makes objects without a prototype. A date stays a date, which wrangler refuses in place of a text.
function plain(value: unknown): unknown {
  return structuredClone(value);
}
