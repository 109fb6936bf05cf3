import { build } from "../build/build.ts";
import { verifyAddress } from "../build/verify/verify-address.ts";
import { readSettings } from "../build/wrangler/settings-file.ts";
import { verifyConfiguration } from "../build/wrangler/verify-configuration.ts";
import { readWranglerFile } from "../build/wrangler/wrangler-file.ts";
import { compareDiagnostics } from "../model/diagnostic.ts";
import { UsageError } from "../terminal/command-error.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { exitOnFailure } from "../terminal/exit-on-failure.ts";
import { complain, print } from "../terminal/terminal.ts";
import { readCommand, siteOptions } from "./command.ts";
import { describeCheck, describeRest } from "./report/describe-check.ts";
import { setAside } from "./set-aside.ts";

exitOnFailure();
const { values } = readCommand({
  name: "check",
  purpose: "Compiles the articles and prints every problem. Without --set-aside it writes nothing.",
  options: {
    ...siteOptions,
    format: { type: "string", default: "text", value: "text|json", help: "how to print them (default: text)" },
    "set-aside": { type: "boolean", default: false, help: "move articles with errors into articles/_drafts/, with the reason in each" },
    strict: { type: "boolean", default: false, help: "count warnings as problems" },
  },
  examples: ["", "--strict", "--set-aside", "--format json", "--env staging"],
});
const { config, env: environment, format, strict } = values;
if (format !== "text" && format !== "json") throw new UsageError(`Cannot print ${JSON.stringify(format)}: --format is text or json`);

const now = Date.now();
/** Resolves when the command has ended. */
export const finished: Promise<void> = run(format);

async function run(outputFormat: "text" | "json"): Promise<void> {
  const check = () => build({ config, environment, purpose: "check", now });
  const wranglerFile = readWranglerFile(config);
  const configuring = verifyConfiguration(wranglerFile, environment, now); // meanwhile
  let result = await check();
  let moved: readonly string[] = [];
  if (values["set-aside"]) {
    const aside = setAside(config, result.problems);
    complain(...aside.lines);
    moved = aside.moved;
    result = await check();
  }
  result = {
    ...result,
    problems: [...result.problems, ...verifyAddress(readSettings(wranglerFile, environment)), ...(await configuring)].sort(
      compareDiagnostics,
    ),
  };
  if (values["set-aside"] && outputFormat === "text") print(...describeRest(result, moved, now));
  else print(...describeCheck(result, now, outputFormat));
  const hasProblems = result.problems.some(({ severity }) => severity === "error" || strict);
  process.exitCode = hasProblems ? exitCodes.problems : exitCodes.ok;
}
