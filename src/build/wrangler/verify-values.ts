import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { tomlValue } from "../../settings/toml-value.ts";
import { locateIn } from "./locate-complaint.ts";
import { isWorkerName, workerNameFor, workerNameRule } from "./worker-name.ts";
import { environmentTable, faultOfEnvironment, type WranglerFile, type WranglerTable } from "./wrangler-file.ts";

/** The code of Broadsheet's Worker, next to wrangler.toml. */
export const workerCode = "src/worker.ts";

interface Fault {
  /** The key in the table of the environment, or at the top level. */
  readonly key: readonly string[];
  /** True if the value of the top level has the fault, whatever the environment has. */
  readonly isOfTop?: boolean;
  readonly message: string;
}

/**
 * Reports the values that wrangler reads without a complaint and refuses later: when it bundles the Worker, or when Cloudflare does.
 * @param environment a wrangler environment; empty for the top level
 * @param now milliseconds since 1970
 */
export function verifyValues(file: WranglerFile, environment: string, now: number): Diagnostic[] {
  const table = environmentTable(file, environment);
  const found = [
    ...nameFaults(file, environment),
    mainFault(table.main, file),
    ...cronFaults(table.triggers?.crons),
    dateFault(table, now),
    ...routeFaults(table),
  ];
  const faults = found.filter((fault) => fault !== undefined);
  return faults.map((fault) => describeFault(file, environment, fault));
}

function describeFault({ path, text }: WranglerFile, environment: string, { isOfTop = false, key, message }: Fault): Diagnostic {
  const place = locateIn(text, isOfTop ? "" : environment, key) ?? { line: 1, column: 1 };
  return { file: path, ...place, severity: "error", message };
}

/**
 * Reports that the code of Broadsheet's Worker is not in the folder of wrangler.toml. Settings and articles can be checked without it, but
 * not deployed or exported.
 */
export function verifyMain(file: WranglerFile, environment: string): Diagnostic[] {
  const isUnread = file.problem !== undefined || file.text.trim() === "" || faultOfEnvironment(file, environment) !== undefined;
  if (isUnread) return []; // which the settings report
  const { main = workerCode } = environmentTable(file, environment);
  const folder = dirname(resolve(file.path));
  if (main !== workerCode || existsSync(resolve(folder, workerCode))) return [];
  const message = `Cannot find the code of the Worker: ${folder} has no ${workerCode}; put its settings and articles/ into a copy of Broadsheet`;
  return [{ file: file.path, line: 1, column: 1, severity: "error", message }];
}

// Wrangler reads the name of the top level, too. An environment without a name of its own has that name and its own one.
function nameFaults({ top }: WranglerFile, environment: string): Fault[] {
  const own = environment === "" ? undefined : top.env?.[environment]?.name;
  const written = [nameFault(top.name, "", true), nameFault(own, "")].filter((fault) => fault !== undefined);
  if (environment === "" || own !== undefined || written.length > 0 || typeof top.name !== "string") return written;
  return [nameFault(`${top.name}-${environment}`, ` in [env.${environment}]`) ?? []].flat();
}

function nameFault(name: unknown, table: string, isOfTop = false): Fault | undefined {
  if (name === undefined || isWorkerName(name)) return undefined;
  const advice = `write name = "${workerNameFor(typeof name === "string" ? name : "")}"${table}`;
  return { key: ["name"], isOfTop, message: `Cannot use the name ${JSON.stringify(name)} for a Worker: ${workerNameRule}; ${advice}` };
}

// Without main, wrangler would deploy the static assets alone, or nothing.
function mainFault(main: unknown, { path }: WranglerFile): Fault | undefined {
  const folder = dirname(resolve(path));
  const line = `main = "${workerCode}"`;
  if (main === undefined && existsSync(resolve(folder, workerCode)))
    return {
      key: ["main"],
      isOfTop: true,
      message: `Cannot find ${line} at the top: there would be no feeds, only static files; add the line`,
    };
  if (typeof main !== "string" || main === workerCode || existsSync(resolve(folder, main))) return undefined;
  return { key: ["main"], message: `Cannot find main ${JSON.stringify(main)}: write ${line}, or create the file` };
}

// Five fields of numbers, names, ranges and steps. Cloudflare knows L, W and # as well.
const cron = /^\s*(?:[\dA-Z*/,#?-]+\s+){4}[\dA-Z*/,#?-]+\s*$/i;

function cronFaults(crons: unknown): Fault[] {
  if (!Array.isArray(crons)) return [];
  return crons
    .filter((value) => typeof value !== "string" || !cron.test(value) || !/[\d*]/.test(value))
    .map((value) => ({
      key: ["triggers", "crons"],
      message: `Cannot use the schedule ${tomlValue(value)} in triggers.crons: write five fields, such as "*/5 * * * *"`,
    }));
}

function dateFault({ compatibility_date: date }: WranglerTable, now: number): Fault | undefined {
  if (typeof date !== "string" || !(Date.parse(date) > now)) return undefined;
  const message = `Cannot use compatibility_date ${JSON.stringify(date)}: it is in the future; write a day that has passed`;
  return { key: ["compatibility_date"], message };
}

function routeFaults({ route, routes }: WranglerTable): Fault[] {
  const written = [route, routes].flat();
  return written.flatMap((value) => {
    const { custom_domain: isDomain, pattern } = typeof value === "string" ? { pattern: value } : ({ ...(value as object) } as Route);
    const advice = typeof pattern === "string" ? routeAdvice(pattern, isDomain === true) : undefined;
    if (advice === undefined) return [];
    return [{ key: [value === route ? "route" : "routes"], message: `Cannot use the route ${JSON.stringify(pattern)}: ${advice}` }];
  });
}

interface Route {
  readonly pattern?: unknown;
  readonly custom_domain?: unknown;
}

function routeAdvice(pattern: string, isDomain: boolean): string | undefined {
  if (isDomain) return /[/*:\s]|\.$|^$/.test(pattern) ? 'a custom domain is a host alone, such as "feeds.example.com"' : undefined;
  const [host = ""] = pattern.replace(/^https?:\/\//, "").split("/");
  return host.includes(".") && !/\s/.test(pattern) ? undefined : 'write a host and a path, such as "example.com/*"';
}
