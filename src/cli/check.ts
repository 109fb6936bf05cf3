import { readArguments, siteOptions } from "./arguments.ts";
import { build } from "./build.ts";
import { describeCheck } from "./describe-check.ts";
import { exitOnFailure } from "./exit-on-failure.ts";

// Compiles without writing anything, and tells every problem.
exitOnFailure();
const { values } = readArguments({
  options: { ...siteOptions, format: { type: "string", default: "text" }, strict: { type: "boolean", default: false } },
});
const now = Date.now();
if (values.format !== "text" && values.format !== "json") {
  console.error(`Cannot write ${JSON.stringify(values.format)}: --format is text or json`);
  process.exitCode = 2;
} else {
  const result = await build({ config: values.config, environment: values.env, development: false, isDeployment: false, now });
  console.log(describeCheck(result, now, values.format));
  const isBad = result.problems.some(({ severity }) => severity === "error" || values.strict);
  process.exitCode = isBad ? 1 : 0;
}
