import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "smol-toml";
import { expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../../..");
const { alias } = parse(readFileSync(join(root, "wrangler.toml"), "utf8")) as { readonly alias: Readonly<Record<string, string>> };

/** What the packages are that the Worker has other modules for, as the command line resolves them. */
function resolved(names: readonly string[]): Readonly<Record<string, string>> {
  const program = `
    const { prepareModules } = await import("./src/cli/prepare-modules.ts");
    prepareModules();
    const names = ${JSON.stringify(names)};
    console.log(JSON.stringify(Object.fromEntries(names.map((name) => [name, import.meta.resolve(name)]))));`;
  const { stderr, stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], { cwd: root, encoding: "utf8" });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

it("prepareModules() puts in the place of packages what wrangler.toml does", () => {
  const packages = Object.entries(alias).filter(([name]) => !name.startsWith("compiled-content/"));
  const expected = packages.map(([name, path]) => [name, new URL(path, `file://${root}/`).href]);
  expect(expected).not.toEqual([]);
  expect(resolved(packages.map(([name]) => name))).toEqual(Object.fromEntries(expected));
});
