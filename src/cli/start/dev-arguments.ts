import { wranglerArguments } from "../wrangler/wrangler-arguments.ts";

/** The values in the arguments of `wrangler dev`. */
export interface DevArguments {
  /** The arguments of `npm start`. */
  readonly args: readonly string[];
  /** A wrangler environment; empty for the top level. */
  readonly environment: string;
  /** The address of the content server. */
  readonly contentUrl: string;
  /** The names of the site that `npm start` answers to. */
  readonly hosts: readonly string[];
}

/** Returns the arguments of `wrangler dev`, except its configuration. */
export function devArguments({ args, contentUrl, environment, hosts }: DevArguments): string[] {
  return [
    "--show-interactive-dev-session=false",
    "--test-scheduled", // silences a warning of wrangler that cron triggers do not run here
    "--infer-origin-from-routes=false", // else each request would seem to be for the host of the first route
    ...["--var", `DEVELOPMENT_CONTENT:${contentUrl}`, "--var", `DEVELOPMENT_HOSTS:${hosts.join()}`],
    ...(environment === "" ? [] : ["--env", environment]),
    ...wranglerArguments(args),
  ];
}
