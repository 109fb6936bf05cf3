import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const project = (name: string, include: string, timeout = 20_000) => ({
  extends: true as const,
  test: { name, include: [include], testTimeout: timeout, hookTimeout: timeout * 3 },
});

// The packages as users run them, without the assertions that some have for their own developers.
process.env["NODE_ENV"] = "production";

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    // A worker thread per core, which keeps the modules it has loaded: twice as fast as one that loads them again for each file.
    isolate: false,
    maxWorkers: availableParallelism(),
    projects: [
      project("unit", "test/unit/**/*.test.{ts,tsx}"),
      project("property", "test/property/**/*.test.ts", 60_000),
      project("golden", "test/golden/**/*.test.ts"),
      project("integration", "test/integration/**/*.test.ts", 60_000),
      project("browser", "test/browser/**/*.test.ts", 60_000),
      project("readers", "test/readers/**/*.test.ts", 60_000),
    ],
  },
});
