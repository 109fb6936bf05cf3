import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import type * as z from "zod";
import { readRegularFile } from "../../files/regular-file.ts";
import { recordAnswer } from "./wrangler-record.ts";

/** A record of a run. */
export type WranglerRecord = Readonly<z.infer<typeof recordAnswer>>;

/** The results of a run of wrangler. */
export interface WranglerRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly records: readonly WranglerRecord[];
}

/** Runs wrangler without a terminal: it asks nothing. */
export type RunWrangler = (args: readonly string[], env?: Readonly<Record<string, string>>) => Promise<WranglerRun>;

/**
 * Creates a runner, which collects the output and the records of wrangler.
 * @param program the arguments with which Node runs wrangler
 * @param quietly environment variables of every run
 */
export function createWranglerRunner(program: readonly string[], quietly: Readonly<Record<string, string>>): RunWrangler {
  return async (args, env = {}) => {
    const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
    const file = join(folder, "wrangler.ndjson");
    try {
      const child = spawn(process.execPath, [...program, ...args], {
        stdio: ["ignore", "pipe", "pipe"],
        env: { ...process.env, ...quietly, FORCE_COLOR: "0", WRANGLER_OUTPUT_FILE_PATH: file, ...env },
      });
      const stop = () => child.kill();
      process.on("exit", stop);
      const [stdout, stderr, [code]] = await Promise.all([collect(child.stdout), collect(child.stderr), once(child, "close")]);
      process.off("exit", stop);
      const text = existsSync(file) ? readRegularFile(file).toString() : "";
      return { exitCode: code ?? 1, stdout, stderr, records: parseRecords(text) };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

async function collect(stream: NodeJS.ReadableStream): Promise<string> {
  let text = "";
  for await (const chunk of stream.setEncoding("utf8")) text += chunk;
  return stripVTControlCharacters(text);
}

function parseRecords(text: string): WranglerRecord[] {
  return text.split("\n").flatMap((line) => recordAnswer.safeParse(line).data ?? []);
}

/** Passes the records of a deployment on to the file that a CI system reads, if it has named one. */
export function forwardRecords(records: readonly WranglerRecord[], env: Readonly<Record<string, string | undefined>>): void {
  const { WRANGLER_OUTPUT_FILE_DIRECTORY: folder, WRANGLER_OUTPUT_FILE_PATH: file } = env;
  const target = file || (folder && join(folder, "wrangler-output-deploy.json"));
  if (target) appendFileSync(target, records.map((record) => `${JSON.stringify(record)}\n`).join(""));
}

/** Replaces the name of a generated configuration in the output of a run: the file is deleted before anyone reads about it. */
export function nameOwnFile(run: WranglerRun, generated: string, own: string): WranglerRun {
  const rename = (text: string) => text.replaceAll(basename(generated), basename(own));
  const records = run.records.map((record) => ({ ...record, ...(record.message !== undefined && { message: rename(record.message) }) }));
  return { ...run, stdout: rename(run.stdout), stderr: rename(run.stderr), records };
}
