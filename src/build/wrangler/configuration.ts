import { isDeepStrictEqual } from "node:util";
import { sampleFile } from "./sample-file.ts";
import { parseWranglerFile, type WranglerFile } from "./wrangler-file.ts";

type Table = Readonly<Record<string, unknown>>;

/** Returns the part of a wrangler.toml that only wrangler reads: everything but the settings of the site. */
export function configurationOf({ top }: WranglerFile): Table {
  const { env, ...table } = top;
  if (typeof env !== "object") return env === undefined ? withoutSite(table) : { ...withoutSite(table), env };
  return { ...withoutSite(table), env: Object.fromEntries(Object.entries(env).map(([name, own]) => [name, withoutSite(own)])) };
}

const sample = parseWranglerFile(sampleFile, "wrangler.toml");

/** The configuration of the wrangler.toml that comes with the project. */
export const sampleConfiguration: Table = configurationOf(sample);

/** The compatibility date of the wrangler.toml that comes with the project, with which its code was tested. */
export const sampleCompatibilityDate = String(sample.top.compatibility_date);

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
    return accepted.get(key)?.(value) ?? isOfSample(key, value);
  });
}

/** Returns true if the wrangler.toml that comes with the project has the same value of a key. */
export function isOfSample(key: string, value: unknown): boolean {
  return Object.hasOwn(sampleConfiguration, key) && isDeepStrictEqual(value, sampleConfiguration[key]);
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
