import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { makeFolder } from "../sample-folder.ts";

// A program in place of wrangler. It fails as often as it is told, and then runs until it is killed. It counts its starts in a file.
const program = `
import { appendFileSync, readFileSync } from "node:fs";
const [, , , file, failures, address] = process.argv;
appendFileSync(file, "x");
if (readFileSync(file, "utf8").length <= Number(failures)) {
  console.error("✘ [ERROR] Address already in use (" + address + "). Please check that you are not already running a server");
  process.exitCode = 1;
} else {
  console.log("[wrangler:info] Ready on http://127.0.0.1:8787");
  setInterval(() => {}, 1000);
}
`;

const source = pathToFileURL(resolve(import.meta.dirname, "../../../../src/cli/start/wrangler-dev.ts")).href;

function startDev(failures: number, address: string) {
  const folder = makeFolder({ "program.mjs": program, starts: "" });
  const options = { args: [join(folder, "starts"), String(failures), address], program: [join(folder, "program.mjs")] };
  const script = `
    import { WranglerDev } from ${JSON.stringify(source)};
    const onReady = (origin) => { console.log(origin); process.exit(0); };
    new WranglerDev({ ...${JSON.stringify(options)}, env: process.env, onReady, onRefusal: () => false });`;
  const { status, stderr, stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
  return { status, stdout, stderr, starts: readFileSync(join(folder, "starts"), "utf8").length };
}

const inner = 'socket "direct:1:default"';

it.each([
  ["starts again if a port of its own was taken", 2, inner, { status: 0, stdout: "http://127.0.0.1:8787\n", starts: 3, stderr: "" }],
  ["gives up after three times", 9, inner, { status: 1, starts: 4, stderr: expect.stringContaining("Cannot listen on") }],
  [
    "does not start again if the port of the site is taken",
    9,
    "127.0.0.1:8787",
    { status: 1, starts: 1, stderr: expect.stringContaining("Cannot listen on 127.0.0.1:8787: another program uses it") },
  ],
] as const)("WranglerDev %s", (_criterion, failures, address, expected) => {
  expect(startDev(failures, address)).toMatchObject(expected);
});
