import { build } from "../build/build.ts";
import { exitOnFailure } from "../terminal/exit-on-failure.ts";
import { print } from "../terminal/terminal.ts";
import { exitCodes, readCommand, siteOptions, usageError } from "./command.ts";
import { describeCheck } from "./report/describe-check.ts";

exitOnFailure();
const command = {
  name: "check",
  purpose: "Compiles the articles without writing anything, and prints every problem.",
  options: {
    ...siteOptions,
    format: { type: "string", default: "text", value: "text|json", help: "how to print them (default: text)" },
    strict: { type: "boolean", default: false, help: "count warnings as problems" },
  },
  examples: ["", "--strict", "--format json", "--env staging"],
} as const;
const { values } = readCommand(command);
const { config, env: environment, format, strict } = values;
if (format !== "text" && format !== "json") usageError(command, `Cannot print ${JSON.stringify(format)}: --format is text or json`);

const now = Date.now();
const result = await build({ config, environment, development: false, isDeployment: false, exportSeverity: "warning", now });
print(...describeCheck(result, now, format));
const hasProblems = result.problems.some(({ severity }) => severity === "error" || strict);
process.exitCode = hasProblems ? exitCodes.problems : exitCodes.ok;
