import { existsSync, globSync, rmSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { Stryker } from "@stryker-mutator/core";
import { describeScores, scoresOf } from "./scores.ts";

type MutantResult = Awaited<ReturnType<Stryker["runMutationTest"]>>[number];

// npm run mutate [-- FOLDER|FILE…]: changes the code in every small way that there is, and tells which changes no test notices.
const root = resolve(import.meta.dirname, "../..");
process.chdir(root);

// What has no test of its own name, and what survives that, is tried on all of its folder and on the app.
const everything = (file: string) => [
  `test/unit/${file.split("/")[1]}/**/*.test.{ts,tsx}`,
  "test/unit/{app,bad-headers,bad-input,resources,manners*}.test.ts",
  "test/golden/*.test.ts",
];

const folders = process.argv.slice(2);
const files = (folders.length === 0 ? ["src/http", "src/feed", "src/content"] : folders)
  .flatMap((path) => (statSync(path).isFile() ? [path] : globSync(`${path}/**/*.{ts,tsx}`).sort()))
  .map((path) => path.replace(/^\.\//, ""));

const sandboxes = `build/mutation-${process.pid}`; // several runs may go on at a time
const results: MutantResult[] = [];
for (const file of files) {
  results.push(...(await mutateFile(file)));
  console.log(describeScores(scoresOf(results.filter(({ fileName }) => fileName.endsWith(file)))));
}
rmSync(sandboxes, { recursive: true, force: true });
console.log(`\n${describeScores(scoresOf(results))}`);

async function mutateFile(file: string): Promise<readonly MutantResult[]> {
  const own = file.replace(/^src\/(.*)\.tsx?$/, "test/unit/$1.test.ts");
  const first = existsSync(own) ? await run([file], [own]) : [];
  const survivors = first.filter(isAlive);
  if (existsSync(own) && survivors.length === 0) return first;
  // The lines on which they stand: others on the same ones come along, and are not counted twice.
  const lines = new Set(survivors.map(({ location: { start, end } }) => `${file}:${start.line}-${end.line}`));
  const second = await run(existsSync(own) ? [...lines] : [file], everything(file));
  if (!existsSync(own)) return second;
  const found = new Map(second.map((mutant) => [nameOf(mutant), mutant]));
  return first.map((mutant) => (isAlive(mutant) ? (found.get(nameOf(mutant)) ?? mutant) : mutant));
}

function isAlive({ status }: MutantResult): boolean {
  return status === "Survived" || status === "NoCoverage";
}

function nameOf({ location: { start, end }, mutatorName, replacement }: MutantResult): string {
  return JSON.stringify([start, end, mutatorName, replacement]);
}

async function run(mutate: readonly string[], tests: readonly string[]): Promise<readonly MutantResult[]> {
  process.env["MUTATION_TESTS"] = JSON.stringify(tests);
  // Its `tsconfigFile` is none: reading one asks for a compiler that TypeScript 7 has not.
  return new Stryker({ configFile: "test/mutation/stryker.config.json", mutate: [...mutate], tempDirName: sandboxes }).runMutationTest();
}
