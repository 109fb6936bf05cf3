import { defineConfig } from "vitest/config";

/** The tests that mutants are tried on, as `mutate.ts` chooses them. */
export default defineConfig({
  test: {
    root: new URL("../..", import.meta.url).pathname,
    include: JSON.parse(process.env["MUTATION_TESTS"] ?? "[]") as string[],
    testTimeout: 60_000,
  },
});
