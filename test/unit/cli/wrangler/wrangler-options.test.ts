import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { quietly, wranglerProgram } from "../../../../src/build/wrangler/wrangler-program.ts";
import { faultOfValue, type WranglerOption, wranglerOptions } from "../../../../src/cli/wrangler/wrangler-options.ts";

// Of the commands themselves, or of no use in a folder with its own wrangler.toml.
const others = ["allow-new-ids", "config", "cwd", "dry-run", "env", "help", "install-skills", "preview", "temporary", "version"];

/** The options in the help of a wrangler command, with their kinds: `boolean`, `array`. */
function readHelp(command: string): Map<string, string> {
  const env = { ...process.env, ...quietly, FORCE_COLOR: "0" };
  const { stdout } = spawnSync(process.execPath, [...wranglerProgram, command, "--help"], { encoding: "utf8", env });
  const rows = stdout.split(/\n(?= {2,6}-)/).slice(1);
  return new Map(
    rows.flatMap((row) => {
      const [, kind = ""] = /\[(boolean|array|number|string|choices: [^\]]*)\]/.exec(row) ?? [];
      const [, names = ""] = /^((?:\s*-[\w-]+,?)+)/.exec(row) ?? [];
      return [...names.matchAll(/--([\w-]+)/g)].map(([, name = ""]): [string, string] => [name.replace(/^no-/, ""), kind]);
    }),
  );
}

function kindOf(option: WranglerOption): string {
  if (typeof option === "object") return `choices: ${option.map((word) => JSON.stringify(word)).join(", ")}`;
  return option === "list" ? "array" : option === "port" ? "number" : option;
}

describe("wranglerOptions", () => {
  it.each(["dev", "deploy"] as const)("has the options of wrangler %s", (command) => {
    const help = [...readHelp(command)].filter(([name]) => !others.includes(name)).sort();
    expect(help.length).toBeGreaterThan(20);
    const own = Object.entries(wranglerOptions[command]).map(([name, option]): [string, string] => [name, kindOf(option)]);
    expect(own.sort()).toEqual(help);
  });
});

describe("faultOfValue()", () => {
  it.each<readonly [string, WranglerOption, string, string | undefined]>([
    ["port", "port", "8080", undefined],
    ["port", "port", "0", undefined],
    ["port", "port", "-1", "write a number up to 65535, such as --port 8080"],
    ["port", "port", "70000", "write a number up to 65535, such as --port 8080"],
    ["port", "port", "", "write a number up to 65535, such as --port 8080"],
    ["old-asset-ttl", "number", "70000", undefined],
    ["log-level", ["info", "warn"], "warn", undefined],
    ["log-level", ["info", "warn"], "loud", "write --log-level info or --log-level warn"],
    ["name", "string", "x", undefined],
  ])("--%s as %j with %j: %s", (name, option, value, expected) => {
    expect(faultOfValue(name, option, value)).toBe(expected);
  });
});
