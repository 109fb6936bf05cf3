import { parseArgs } from "node:util";

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

/** Reads the arguments. @throws for an unknown argument */
export function readOptions(args: readonly string[]): BenchOptions {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    allowNegative: true,
    options: {
      smoke: { type: "boolean", default: false },
      save: { type: "boolean", default: true },
      rounds: { type: "string" },
      seconds: { type: "string" },
      sizes: { type: "string" },
      subscribers: { type: "string" },
      only: { type: "string" },
      "max-age": { type: "string" },
      "articles-a-day": { type: "string" },
    },
  });
  const [name = "serving", ...others] = positionals;
  const mode = modes.find((known) => known === name);
  if (mode === undefined || others.length > 0)
    throw new Error(`Cannot run ${JSON.stringify(positionals.join(" "))}: name one of ${modes.join(", ")}`);
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
  if (!(value > 0)) throw new Error(`Cannot read ${JSON.stringify(text)}: it is not a number above zero`);
  return value;
}
