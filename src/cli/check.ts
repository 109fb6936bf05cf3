import { build } from "../build/build.ts";
import { exitOnFailure } from "../terminal/exit-on-failure.ts";
import { complain, print } from "../terminal/terminal.ts";
import { readArguments, siteOptions } from "./arguments.ts";
import { describeCheck } from "./report/describe-check.ts";

// Compiles without writing anything, and tells every problem.
exitOnFailure();
const { values } = readArguments({
  options: { ...siteOptions, format: { type: "string", default: "text" }, strict: { type: "boolean", default: false } },
});
const now = Date.now();
if (values.format !== "text" && values.format !== "json") {
  complain(`Cannot write ${JSON.stringify(values.format)}: --format is text or json`);
  process.exitCode = 2;
} else {
  const result = await build({
    config: values.config,
    environment: values.env,
    development: false,
    isDeployment: false,
    exportSeverity: "warning",
    now,
  });
  print(...describeCheck(result, now, values.format));
  const isBad = result.problems.some(({ severity }) => severity === "error" || values.strict);
  process.exitCode = isBad ? 1 : 0;
}
