import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import type { CompiledEntry } from "../../model/entry.ts";
import type { Problem } from "../../model/diagnostic.ts";
import { chunkLimits, countBundled } from "../../store/chunk-contents.ts";
import { chunkFolder } from "../../store/stored-content.ts";
import { storedEntry } from "../cache/encoded-entry.ts";

/** Measured: docs/scaling.md says what a Worker with such an index takes to start, and how much memory. */
export const maxIndexCharacters = 16_000_000;

const binding = "ASSETS";
const pattern = `${chunkFolder}*`;

/**
 * Tells what keeps a large site from being served: an index that no Worker can hold, or settings of wrangler.toml by which
 * the Worker could not read the older contents, or everybody could.
 */
export function verifyStorage(entries: readonly CompiledEntry[], config: string, environment: string): Problem[] {
  const forms = entries.map(storedEntry);
  const characters = forms.reduce((total, { fieldsLength }) => total + fieldsLength, 0);
  const older =
    entries.length -
    countBundled(
      forms.map(({ length }) => length),
      chunkLimits.bundled,
    );
  const faults = [
    ...(characters <= maxIndexCharacters ? [] : [tooMany(entries.length, characters)]),
    ...(older === 0
      ? []
      : assetFaults(config, environment).map((fault) => `Cannot keep the texts of ${older} articles beside the Worker: ${fault}`)),
  ];
  const line =
    readFileSync(config, "utf8")
      .split("\n")
      .findIndex((text) => text.trim().startsWith("[assets]")) + 1;
  return faults.map((message) => ({ file: config, line: Math.max(1, line), column: 1, severity: "error", message }));
}

function tooMany(count: number, characters: number): string {
  const [size, limit] = [characters, maxIndexCharacters].map((number) => Math.round(number / 1_000_000));
  return `Cannot serve ${count} articles from one Worker: what it has to know of them is ${size} MB, and ${limit} MB is what it can hold; move the older ones to a site of their own, as docs/scaling.md says`;
}

interface Assets {
  readonly binding?: unknown;
  readonly run_worker_first?: unknown;
}

function assetFaults(config: string, environment: string): string[] {
  const { assets: common, env } = parse(readFileSync(config, "utf8")) as { assets?: Assets; env?: Record<string, { assets?: Assets }> };
  const { binding: name, run_worker_first: first } = env?.[environment]?.assets ?? common ?? {};
  const isKept = first === true || (Array.isArray(first) && first.includes(pattern));
  return [
    ...(name === binding ? [] : [`the Worker finds them by binding = "${binding}" in [assets]; add that line`]),
    ...(isKept ? [] : [`the public is kept from them by run_worker_first = ["${pattern}"] in [assets]; add that line`]),
  ];
}
