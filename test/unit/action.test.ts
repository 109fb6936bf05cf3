import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { doctorOptions } from "../../src/cli/doctor-options.ts";
import { makeFolder } from "./cli/sample-folder.ts";

const root = resolve(import.meta.dirname, "../..");
const action = parse(readFileSync(join(root, ".github/actions/doctor/action.yml"), "utf8")) as {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly { readonly shell: string; readonly env: Readonly<Record<string, string>>; readonly run: string }[];
  };
};
const [step] = action.runs.steps;
const variableOf = (input: string) => `INPUT_${input.toUpperCase()}`;

/** Runs the script with an npx that prints its arguments, one in each line. */
function run(inputs: Readonly<Record<string, string>>): { readonly status: number | null; readonly lines: readonly string[] } {
  const folder = makeFolder({ npx: '#!/bin/sh\nfor argument; do printf "%s\\n" "$argument"; done\nexit 1\n' });
  chmodSync(join(folder, "npx"), 0o755);
  const all = Object.entries(action.inputs).map(([name, { default: value }]) => [variableOf(name), inputs[name] ?? value] as const);
  const env = { ...process.env, ...Object.fromEntries(all), PATH: `${folder}:${process.env["PATH"]}` };
  // As GitHub runs a step with `shell: bash`.
  const flags = ["--noprofile", "--norc", "-eo", "pipefail", "-c", step?.run ?? ""];
  const { status, stdout } = spawnSync("bash", flags, { cwd: folder, encoding: "utf8", env });
  return { status, lines: stdout.trimEnd().split("\n") };
}

describe("the action of the doctor", () => {
  it("is one bash step that quotes the variable of every input", () => {
    expect([action.runs.using, action.runs.steps.length, step?.shell]).toEqual(["composite", 1, "bash"]);
    expect(Object.keys(action.inputs)).toEqual(["url", "file", "as", "strict", "version"]);
    expect(step?.env).toEqual(Object.fromEntries(Object.keys(action.inputs).map((name) => [variableOf(name), `\${{ inputs.${name} }}`])));
    const script = step?.run ?? "";
    expect(script).not.toContain("${{"); // an expression would be replaced before bash reads the script
    for (const name of Object.keys(action.inputs)) expect(script.split(`$${variableOf(name)}`).length, name).toBeGreaterThan(1);
    const outsideQuotes = script.replace(/"[^"\n]*"/g, "");
    expect(outsideQuotes).not.toContain("$");
  });

  it.each([
    [{ url: "https://a.example/" }, ["--format", "github", "--", "https://a.example/"]],
    [{ url: "a.example", strict: "true" }, ["--format", "github", "--strict", "--", "a.example"]],
    [
      { file: "public/rss.xml", as: "https://a.example/rss.xml" },
      ["--format", "github", "--file=public/rss.xml", "--as=https://a.example/rss.xml"],
    ],
    [{ file: "my feeds/a b.xml", strict: "yes" }, ["--format", "github", "--file=my feeds/a b.xml"]],
    [{ url: '$(touch x) `id` "; exit 0; #' }, ["--format", "github", "--", '$(touch x) `id` "; exit 0; #']],
    [{ url: "--help" }, ["--format", "github", "--", "--help"]],
    [{ file: "-x" }, ["--format", "github", "--file=-x"]],
  ])("passes %j on, and its exit code", (inputs, expected) => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly version: string };
    expect(run(inputs)).toEqual({ status: 1, lines: ["--yes", `broadsheet@${version}`, "doctor", ...expected] });
  });

  it("passes the version on", () => {
    for (const version of ["9.9.9", "./broadsheet-9.9.9.tgz"])
      expect(run({ url: "a.example", version }).lines[1]).toBe(`broadsheet@${version}`);
  });
});

describe("the workflows of docs/doctor-anywhere.md", () => {
  const text = readFileSync(join(root, "docs/doctor-anywhere.md"), "utf8");
  const workflows = [...text.matchAll(/```yaml\n(?<yaml>[\s\S]*?)```/g)].map(({ groups }) => parse(groups?.["yaml"] ?? "") as Workflow);

  interface Workflow {
    readonly on: unknown;
    readonly jobs: Readonly<
      Record<string, { readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly with?: object }[] }>
    >;
  }

  it("use the current version and existing options", () => {
    const steps = workflows.flatMap(({ jobs }) => Object.values(jobs).flatMap((job) => job.steps));
    const commands = steps.map(({ run = "" }) => /^npx --yes broadsheet@(\S+) doctor (.*)/.exec(run)).filter((found) => found !== null);
    expect([workflows.length, commands.length]).toEqual([6, 5]);
    for (const [, version, rest = ""] of commands) {
      const { values } = parseArgs({ args: rest.split(" "), options: doctorOptions, allowPositionals: true });
      expect([version, values.format]).toEqual([action.inputs["version"]?.default, "github"]);
    }
    const uses = steps.filter((step) => step.uses?.includes("/.github/actions/doctor@"));
    expect(uses.map(({ with: inputs = {} }) => Object.keys(inputs))).toEqual([["url", "strict"]]);
  });
});
