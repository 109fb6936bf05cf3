import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../../..");

// As in .gitignore, a name without a slash is ignored at any depth: without src/build/, the tests find no modules.
it("stryker.config.json ignores no file of src/", () => {
  const { ignorePatterns } = JSON.parse(readFileSync(join(root, "test/mutation/stryker.config.json"), "utf8")) as {
    readonly ignorePatterns: readonly string[];
  };
  const names = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).flatMap((path) => path.split(/[\\/]/));
  expect(ignorePatterns.filter((pattern) => names.includes(pattern))).toEqual([]);
});
