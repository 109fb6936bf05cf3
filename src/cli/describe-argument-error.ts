import { closestWord } from "../base/closest-word.ts";

/**
 * Describes an error of `parseArgs` in one sentence. Returns undefined for any other error.
 * @param run the command as people type it, such as `npm run check`
 * @param options the names of its options
 */
export function describeArgumentError(error: unknown, run: string, options: readonly string[]): string | undefined {
  const { code, message } = error as NodeJS.ErrnoException;
  const [, quoted = ""] = /'([^']*)'/.exec(message) ?? []; // '-e, --env <value>'
  const option = /--[^\s,]+/.exec(quoted)?.[0] ?? quoted;
  switch (code) {
    case "ERR_PARSE_ARGS_UNKNOWN_OPTION":
      return `Cannot use ${quoted}: ${run} has no such option${adviceFor(quoted, options)}`;
    case "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL":
      return `Cannot use ${JSON.stringify(quoted)}: ${run} takes only options, after "--", as in ${run} -- --help`;
    case "ERR_PARSE_ARGS_INVALID_OPTION_VALUE":
      return message.includes("does not take an argument")
        ? `Cannot use a value of ${option}: it takes no value; leave the value out`
        : `Cannot use ${option} without a value`;
    default:
      return undefined;
  }
}

function adviceFor(option: string, options: readonly string[]): string {
  const nearest = closestWord(option.replace(/^-+/, ""), options);
  return nearest === undefined || !option.startsWith("--") ? "" : `; did you mean --${nearest}?`;
}
