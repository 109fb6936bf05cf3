import { existsSync, lstatSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { parse, TomlError } from "smol-toml";
import { describeTomlError } from "../../base/describe-toml-error.ts";
import { Failure } from "../../files/failure.ts";
import { readRegularFile } from "../../files/regular-file.ts";
import { replaceFile } from "../../files/replace-file.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";

/** A table of wrangler.toml: the top level or an environment. Only wrangler checks the types of its values. */
export interface WranglerTable {
  readonly main?: unknown;
  readonly name?: unknown;
  readonly account_id?: unknown;
  readonly compatibility_date?: unknown;
  readonly route?: unknown;
  readonly routes?: unknown;
  readonly workers_dev?: unknown;
  readonly assets?: { readonly directory?: unknown; readonly binding?: unknown; readonly run_worker_first?: unknown };
  readonly build?: { readonly command?: unknown };
  readonly cache?: { readonly enabled?: unknown };
  readonly dev?: Readonly<Record<string, unknown>>;
  readonly triggers?: { readonly crons?: unknown };
  readonly vars?: { readonly SITE?: unknown };
  readonly version_metadata?: { readonly binding?: unknown };
}

/** A parsed wrangler.toml. */
export interface WranglerFile {
  /** Its path, as diagnostics name it. */
  readonly path: string;
  /** Empty if the file cannot be read. */
  readonly text: string;
  /** The top level; empty if the file cannot be read or parsed. */
  readonly top: WranglerTable & { readonly env?: Readonly<Record<string, WranglerTable>> };
  /** The problem of a file that cannot be read or parsed. */
  readonly problem?: Diagnostic;
}

/** Reads and parses wrangler.toml. A file that cannot be read has a problem. */
export function readWranglerFile(path: string): WranglerFile {
  try {
    return parseWranglerFile(readWranglerText(path), path);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const problem: Diagnostic = { file: path, line: 1, column: 1, severity: "error", message: `Cannot read it: ${error.reason}` };
    return { path, text: "", top: {}, problem };
  }
}

/** Reads the text of wrangler.toml. @throws Failure */
export function readWranglerText(path: string): string {
  if (!existsSync(path)) throw new Failure("read", path, `it does not exist; ${isMissingFromCopy(path) ? restoreAdvice : missingAdvice}`);
  try {
    const bytes = readRegularFile(path);
    if (isUtf16(bytes)) throw new Failure("read", path, "it is UTF-16; save it as UTF-8");
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure("read", path, "it is not UTF-8; save it as UTF-8");
  }
}

// With a byte order mark, or with the zeros that TOML does not allow.
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0;
}

/**
 * Writes the text of wrangler.toml, which the owner may keep elsewhere, behind a link. A missing file is created, and a byte order mark is
 * kept.
 * @throws Failure, also if the file is read-only
 */
export function writeWranglerText(path: string, text: string): void {
  const isNew = !existsSync(path);
  const file = isNew ? path : realpathSync(path);
  const isReadOnly = !isNew && (statSync(file).mode & 0o222) === 0; // a rename would replace it nevertheless
  if (isReadOnly) throw new Failure("write", path, "it is read-only; allow writing, and run the command again");
  const mark = isNew ? undefined : readRegularFile(file).subarray(0, byteOrderMark.length);
  replaceFile(file, [...(mark?.equals(byteOrderMark) ? [mark] : []), Buffer.from(text)]);
}

const byteOrderMark = Buffer.from("\uFEFF"); // which reading removes

/**
 * Returns whether a path is that of a wrangler.toml which a copy of Broadsheet lacks: its code is there. Otherwise the path may be wrong, or
 * the folder of the process.
 */
export function isMissingFromCopy(path: string): boolean {
  const isMissing = basename(path) === "wrangler.toml" && lstatSync(path, { throwIfNoEntry: false }) === undefined;
  return isMissing && existsSync(join(dirname(resolve(path)), "src/worker.ts"));
}

/** The advice about a wrangler.toml that was lost. */
export const restoreAdvice = "restore it, for example with git checkout wrangler.toml, or write a new one with npm run init";
const missingAdvice = "run the command in the folder of your site, or name the file with --config";

/** Parses the text of wrangler.toml. @param path its name in diagnostics */
export function parseWranglerFile(text: string, path: string): WranglerFile {
  try {
    return { path, text, top: parse(text) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const { column, line, reason } = describeTomlError(error, text);
    const problem: Diagnostic = { file: path, line, column, severity: "error", message: `Cannot read ${path}: ${reason}` };
    return { path, text, top: {}, problem };
  }
}

/**
 * Returns the table of an environment with the keys that it inherits from the top level.
 * @param environment the wrangler environment; empty for the top level
 */
export function environmentTable({ top }: WranglerFile, environment: string): WranglerTable {
  if (environment === "") return top;
  // Bindings and variables are not inherited.
  const { assets, build, cache, compatibility_date, main, route, routes, triggers } = top;
  const inherited = Object.entries({ assets, build, cache, compatibility_date, main, route, routes, triggers }).filter(
    ([, value]) => value !== undefined,
  );
  return { ...Object.fromEntries(inherited), ...top.env?.[environment] };
}

/**
 * Describes the problem of an environment that a readable wrangler.toml does not have; undefined if there is no problem.
 * @param environment the wrangler environment; empty for the top level
 */
export function faultOfEnvironment({ problem, path, text, top }: WranglerFile, environment: string): string | undefined {
  const names = Object.keys(top.env ?? {});
  const isReadable = problem === undefined && text.trim() !== "";
  if (environment === "" || !isReadable || names.includes(environment)) return undefined;
  const known = names.length === 0 ? "has no environments" : `has ${names.join(", ")}`;
  return `Cannot find the environment ${JSON.stringify(environment)}: ${path} ${known}; correct --env or CLOUDFLARE_ENV, or add [env.${environment}.vars.SITE]`;
}
