import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageError } from "../terminal/command-error.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { nameHelp } from "../terminal/exit-on-failure.ts";
import { print } from "../terminal/terminal.ts";
import { describeArgumentError } from "./describe-argument-error.ts";
import { faultOfValue, type WranglerOption, wranglerOptions } from "./wrangler/wrangler-options.ts";

/** An option of a command, as `parseArgs` takes it, with its help. */
export type CommandOption = NonNullable<ParseArgsConfig["options"]>[string] & {
  /** One line without a full stop. */
  readonly help: string;
  /** The name of its value, such as `FILE`. */
  readonly value?: string;
};

type CommandOptions = Readonly<Record<string, CommandOption>>;

/** The arguments of a command, and its help. */
export interface Command<Options extends CommandOptions> {
  /** The npm script, such as `check`. */
  readonly name: string;
  /** The program, if it is not an npm script, such as `npx broadsheet doctor`. */
  readonly program?: string;
  /** The positional arguments in its help, such as `SOURCE…`; without them the command takes none. */
  readonly positionals?: string;
  /** Its purpose, in one sentence. */
  readonly purpose: string;
  readonly options: Options;
  /** Arguments that people use. */
  readonly examples: readonly string[];
  /** More lines of help. */
  readonly notes?: readonly string[];
  /** True if `--no-NAME` sets a boolean option to false. */
  readonly allowNegative?: boolean;
  /** The wrangler command whose options it passes on. */
  readonly wrangler?: "deploy" | "dev";
}

/** The environment variable that names wrangler.toml to the build that wrangler runs. */
export const configVariable = "BROADSHEET_CONFIG";

/** The environment variable that contains the dates of live documents as JSON, for the build that wrangler runs. */
export const liveDatesVariable = "BROADSHEET_LIVE_DATES";

/** The options that name the site. */
export const siteOptions = {
  config: {
    type: "string",
    short: "c",
    default: process.env[configVariable] ?? "wrangler.toml",
    value: "FILE",
    help: "the site's settings; articles/ is next to it (default: wrangler.toml)",
  },
  env: {
    type: "string",
    short: "e",
    default: process.env["CLOUDFLARE_ENV"] ?? "",
    value: "NAME",
    help: "a wrangler environment, such as staging",
  },
} as const satisfies CommandOptions;

const helpOption = { help: { type: "boolean", short: "h", help: "print this help" } } as const satisfies CommandOptions;

type Parsed<Options extends CommandOptions> = ReturnType<
  typeof parseArgs<{ readonly options: Options & typeof helpOption; readonly allowPositionals: true }>
>;

/**
 * Reads the arguments of a command. With `--help` it prints the help and ends the process.
 * @param args without Node and the program; the default is those of the process
 * @throws UsageError
 */
export function readCommand<const Options extends CommandOptions>(
  command: Command<Options>,
  args: readonly string[] = process.argv.slice(2),
): Parsed<Options> {
  nameHelp(helpLine(command));
  const options = { ...command.options, ...helpOption };
  const passedOn = command.wrangler === undefined ? {} : wranglerOptions[command.wrangler];
  const all = { ...Object.fromEntries(Object.entries(passedOn).map(([name, option]) => [name, configOf(option)])), ...options };
  try {
    const { allowNegative = command.wrangler !== undefined, positionals } = command;
    const allowPositionals = positionals !== undefined;
    const parsed = parseArgs({ args: [...args], options: all, allowNegative, allowPositionals }) as unknown as Parsed<Options>;
    verifyValues(parsed.values, passedOn);
    if ((parsed.values as ParsedValues)["help"] !== true) return parsed;
  } catch (error) {
    const sentence = describeArgumentError(error, runOf(command), Object.keys(all));
    if (sentence === undefined) throw error;
    throw new UsageError(sentence);
  }
  print(...describeCommand(command, options));
  process.exit(exitCodes.ok);
}

type ParsedValues = Readonly<Record<string, unknown>>;

function configOf(option: WranglerOption): NonNullable<ParseArgsConfig["options"]>[string] {
  return option === "boolean" ? { type: "boolean" } : { type: "string", multiple: option === "list" };
}

function verifyValues(values: ParsedValues, options: Readonly<Record<string, WranglerOption>>): void {
  for (const [name, option] of Object.entries(options)) {
    const value = values[name];
    const advice = typeof value === "string" ? faultOfValue(name, option, value) : undefined;
    if (advice !== undefined) throw new UsageError(`Cannot use --${name} ${JSON.stringify(value)}: ${advice}`);
  }
}

type Named = Pick<Command<CommandOptions>, "name" | "program">;

function helpLine(command: Named): string {
  return `${withArguments(command)} --help prints how to use it`;
}

// The command as people type it.
function runOf({ name, program }: Named): string {
  return program ?? (name === "start" ? "npm start" : `npm run ${name}`);
}

// npm passes on what follows the two hyphens.
function withArguments(command: Named): string {
  return command.program ?? `${runOf(command)} --`;
}

function describeCommand(command: Command<CommandOptions>, options: CommandOptions): string[] {
  const { examples, notes = [], positionals, purpose, wrangler } = command;
  const rows = Object.entries(options).map(([long, { help, short, value }]): [string, string] => [
    `${short === undefined ? "    " : `-${short}, `}--${long}${value === undefined ? "" : ` ${value}`}`,
    help,
  ]);
  const width = Math.max(...rows.map(([left]) => left.length));
  return [
    `${withArguments(command)} ${positionals === undefined ? "" : `${positionals} `}[options]`,
    "",
    purpose,
    ...notes,
    "",
    "Options:",
    ...rows.map(([left, help]) => `  ${left.padEnd(width)}  ${help}`),
    ...(wrangler === undefined ? [] : [`  Other options are those of wrangler ${wrangler}: npx wrangler ${wrangler} --help`]),
    "",
    "Examples:",
    ...examples.map((example) => `  ${example === "" ? runOf(command) : `${withArguments(command)} ${example}`}`),
    "",
    "Exit codes: 0 done, 1 problems were found, 2 wrong arguments",
  ];
}
