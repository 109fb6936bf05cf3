import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { generateArticles, slugOf } from "../articles/article.ts";
import { describeMachine, type Machine } from "../machine.ts";
import { writeArticles } from "../own-site.ts";
import { workFolder } from "../project.ts";
import { Measured, rotate } from "../rounds.ts";
import { type Summary, summarize, summarizeRatio } from "../statistics.ts";
import { type Compiler, prepareSite } from "./compilers.ts";
import { type CommandUsage, runMeasured } from "./run-measured.ts";
import { verifySite } from "./verify-site.ts";

/** The options of a measurement. */
export interface CompileOptions {
  readonly compilers: readonly Compiler[];
  readonly sizes: readonly number[];
  /** Returns the number of rounds for a number of articles. */
  readonly rounds: (articles: number) => number;
  readonly say: (line: string) => void;
}

/** The costs of compiling a site. */
export interface CompileResult {
  readonly machine: Machine;
  readonly articleLength: number;
  readonly compilers: readonly Pick<Compiler, "name" | "title" | "settings">[];
  readonly sizes: readonly SizeResult[];
}

export interface SizeResult {
  readonly articles: number;
  readonly rounds: number;
  readonly runs: readonly CompilerResult[];
}

export interface CompilerResult {
  readonly name: string;
  readonly cold: BuildCost;
  /** After an edit of one article. */
  readonly warm: BuildCost;
}

export interface BuildCost {
  readonly seconds: Summary;
  /** The ratio to ours, in the same round. */
  readonly ratio: Summary;
  readonly cpuSeconds: Summary;
  /** Bytes. */
  readonly peakMemory: Summary;
}

interface Round {
  readonly cold: CommandUsage;
  readonly warm: CommandUsage;
}

const articleLength = 6000;

// Milliseconds. No cache trusts the time of a file that was written just now, because the file may be written again at the same time.
const settling = 3000;

/** Measures all compilers with the same sites, one after the other, in rounds. */
export async function measureCompile({ compilers, rounds, say, sizes }: CompileOptions): Promise<CompileResult> {
  const versions = Object.fromEntries(compilers.map((compiler) => [compiler.name, compiler.version() ?? ""]));
  const machine = describeMachine(versions);
  const results: SizeResult[] = [];
  for (const articles of sizes) {
    const measured = new Measured<Round>();
    let number = 0;
    for (const order of rotate(compilers, rounds(articles))) {
      number++;
      for (const compiler of order) {
        const round = await buildTwice(compiler, articles, number);
        measured.add(compiler.name, round);
        const { cold, warm } = round;
        say(`${articles} articles, ${compiler.title}: ${cold.seconds.toFixed(2)} s cold, ${warm.seconds.toFixed(2)} s after an edit`);
      }
    }
    const costOf = (name: string, kind: keyof Round): BuildCost => ({
      seconds: summarize(measured.of(name).map((round) => round[kind].seconds)),
      ratio: summarizeRatio(
        measured.of(name).map((round) => round[kind].seconds),
        measured.of("ours").map((round) => round[kind].seconds),
      ),
      cpuSeconds: summarize(measured.of(name).map((round) => round[kind].cpuSeconds)),
      peakMemory: summarize(measured.of(name).map((round) => round[kind].peakMemory)),
    });
    const runs = compilers.map(({ name }) => ({ name, cold: costOf(name, "cold"), warm: costOf(name, "warm") }));
    results.push({ articles, rounds: number, runs });
  }
  return { machine, articleLength, compilers: compilers.map(({ name, settings, title }) => ({ name, settings, title })), sizes: results };
}

// Each round has different articles, so a cache by content, wherever it is, is empty in a cold build.
async function buildTwice(compiler: Compiler, articles: number, round: number): Promise<Round> {
  const folder = join(workFolder, `compile-${compiler.name}`);
  prepareSite(compiler, folder);
  const seed = articles * 100 + round;
  writeArticles(join(folder, compiler.articles), generateArticles(articles, articleLength, seed), join(folder, compiler.pictures));
  await setTimeout(settling);
  const cold = await buildWith("The first words");
  const warm = await buildWith("The words of an edit");
  return { cold, warm };

  // Edits the newest article, and builds.
  async function buildWith(start: string): Promise<CommandUsage> {
    const words = `${start} of round ${round}`;
    appendFileSync(join(folder, compiler.articles, `${slugOf(articles - 1)}.md`), `\n${words}.\n`);
    const usage = await runMeasured(compiler.command(folder));
    verifySite(compiler, folder, { articles, words });
    return usage;
  }
}
