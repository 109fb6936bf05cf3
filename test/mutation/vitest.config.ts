import { defineConfig } from "vitest/config";

/** The tests that run for each mutant, which `mutate.ts` selects. */
export default defineConfig({
  test: {
    root: new URL("../..", import.meta.url).pathname,
    include: JSON.parse(process.env["MUTATION_TESTS"] ?? "[]") as string[],
    testTimeout: 60_000,
  },
});
