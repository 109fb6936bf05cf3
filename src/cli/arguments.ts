import { type ParseArgsConfig, parseArgs } from "node:util";
import { complain } from "../terminal/terminal.ts";

/** The options by which every command finds the site. */
export const siteOptions = {
  env: { type: "string", short: "e", default: process.env["CLOUDFLARE_ENV"] ?? "" },
  config: { type: "string", short: "c", default: "wrangler.toml" },
} as const;

/** Parses the arguments of a command; ends it with a line that says what is wrong, and 2, where it cannot. */
export function readArguments<Config extends ParseArgsConfig>(config: Config): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!(error as NodeJS.ErrnoException).code?.startsWith("ERR_PARSE_ARGS_")) throw error;
    complain((error as Error).message);
    process.exit(2);
  }
}
