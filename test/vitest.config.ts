import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { defineConfig } from "vitest/config";

const project = (name: string, include: string, timeout = 20_000, isolate = true) => ({
  extends: true as const,
  test: { name, include: [include], testTimeout: timeout, hookTimeout: timeout * 3, isolate },
});

// The packages as users run them, without the assertions that some have for their own developers.
process.env["NODE_ENV"] = "production";

// The build command of a site is `node …`: the Node that runs the tests.
process.env["PATH"] = [dirname(process.execPath), process.env["PATH"]].join(delimiter);

// The processes of a test run share the compiled modules and the bundle of the Worker that one of them has made. The folder does not outlive
// the run: sites of tests are at new paths each time, so that it would only grow.
const shared = mkdtempSync(join(tmpdir(), "broadsheet-tests-"));
process.env["BROADSHEET_TESTS"] = shared;
process.env["NODE_COMPILE_CACHE"] = join(shared, "modules");
process.env["NODE_OPTIONS"] =
  `${process.env["NODE_OPTIONS"] ?? ""} --require=${JSON.stringify(join(import.meta.dirname, "code-cache.cjs"))}`;
process.once("exit", () => rmSync(shared, { recursive: true, force: true, maxRetries: 5 }));

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    maxWorkers: availableParallelism() + 1, // tests wait for processes, servers and files
    projects: [
      // Unit tests and laws share the modules that a worker has loaded, which halves their time.
      project("unit", "test/unit/**/*.test.{ts,tsx}", 60_000, false),
      project("property", "test/property/**/*.test.ts", 60_000, false),
      project("golden", "test/golden/**/*.test.ts"),
      project("integration", "test/integration/**/*.test.ts", 60_000),
      project("limits", "test/limits/**/*.test.ts", 600_000),
      project("browser", "test/browser/**/*.test.ts", 60_000),
      project("readers", "test/readers/**/*.test.ts", 60_000),
    ],
  },
});
