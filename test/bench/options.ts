import { readCommand } from "../../src/cli/command.ts";
import { UsageError } from "../../src/terminal/command-error.ts";

/** The modes of `npm run bench`. */
export const modes = ["serving", "compile", "scale", "report", "cost"] as const;

export type Mode = (typeof modes)[number];

/** The options of the user; the mode chooses those that are undefined. */
export interface BenchOptions {
  readonly mode: Mode;
  /** Runs for a few seconds, as a test. Saves nothing. */
  readonly smoke: boolean;
  readonly rounds?: number;
  /** Seconds of load in each round. */
  readonly seconds?: number;
  /** Numbers of articles, or of subscribers. */
  readonly sizes?: readonly number[];
  /** The only compilers to measure besides ours. */
  readonly only?: readonly string[];
  /** True if the result is written into docs/. */
  readonly save: boolean;
  /** For the cost: numbers that replace assumptions of the model. */
  readonly maxAge?: number;
  readonly articlesADay?: number;
}

const command = {
  name: "bench",
  positionals: `[${modes.join("|")}]`,
  purpose: "Compares this repository with others, and writes the results into docs/. The default is serving.",
  notes: ["docs/benchmarks.md and docs/cost.md explain what is measured."],
  allowNegative: true,
  options: {
    smoke: { type: "boolean", default: false, help: "run for a few seconds, as a test, and save nothing" },
    save: { type: "boolean", default: true, help: "write the results into docs/, or with --no-save not (default: write them)" },
    rounds: { type: "string", value: "N", help: "how often to measure" },
    seconds: { type: "string", value: "N", help: "the seconds of load in each round, for serving and scale" },
    sizes: { type: "string", value: "N,N", help: "the numbers of articles, for compile and scale" },
    only: { type: "string", value: "NAME,NAME", help: "the only other programs to measure, for compile" },
    subscribers: { type: "string", value: "N,N", help: "the numbers of subscribers, for cost" },
    "max-age": { type: "string", value: "SECONDS", help: "how long caches keep a document, for cost" },
    "articles-a-day": { type: "string", value: "N", help: "the number of new articles, for cost" },
  },
  examples: ["", "compile --sizes 100,1000 --only eleventy,hugo", "cost --subscribers 50000 --max-age 900"],
} as const;

/** Reads the arguments. With `--help` it prints the help and ends the process. @throws UsageError */
export function readOptions(args: readonly string[]): BenchOptions {
  const { positionals, values } = readCommand(command, args);
  const [name = "serving", ...others] = positionals;
  const mode = modes.find((known) => known === name);
  if (mode === undefined || others.length > 0)
    throw new UsageError(`Cannot run ${JSON.stringify(positionals.join(" "))}: name one of ${modes.join(", ")}`);
  const sizes = values.subscribers ?? values.sizes;
  return {
    mode,
    smoke: values.smoke,
    save: values.save && !values.smoke,
    ...optional("rounds", values.rounds, readNumber),
    ...optional("seconds", values.seconds, readNumber),
    ...optional("sizes", sizes, (text) => text.split(",").map(readNumber)),
    ...optional("only", values.only, (text) => text.split(",")),
    ...optional("maxAge", values["max-age"], readNumber),
    ...optional("articlesADay", values["articles-a-day"], readNumber),
  };
}

function optional<Key extends string, Value>(key: Key, text: string | undefined, read: (text: string) => Value): { [K in Key]?: Value } {
  return text === undefined ? {} : ({ [key]: read(text) } as { [K in Key]?: Value });
}

function readNumber(text: string): number {
  const value = Number(text.replaceAll("_", ""));
  if (!(value > 0)) throw new UsageError(`Cannot read ${JSON.stringify(text)}: it is not a number above zero`);
  return value;
}
