import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder } from "../cli/sample-folder.ts";

const modules = JSON.stringify(join(import.meta.dirname, "../../../src/files"));

// Runs a body in two processes at the same time, with `id`: 0 or 1. Returns what each has printed.
async function runTwice(folder: string, body: string): Promise<string[]> {
  const script = `
    const [folder, id] = [${JSON.stringify(folder)}, Number(process.argv[1])];
    const { createFile } = await import(${modules} + "/create-file.ts");
    const { replaceFile } = await import(${modules} + "/replace-file.ts");
    const { FolderReplacement } = await import(${modules} + "/replace-folder.ts");
    process.stdout.write("r");
    process.stdin.once("data", () => { try { ${body}; process.stdout.write("done"); } catch (error) { process.stdout.write(String(error)); } process.exit(); });
  `;
  const children = ["0", "1"].map((id) => spawn(process.execPath, ["--input-type=module", "-e", script, id]));
  await Promise.all(children.map((child) => new Promise((resolve) => child.stdout.once("data", resolve))));
  const outputs = children.map(async (child) => (await child.stdout.toArray()).join(""));
  for (const child of children) child.stdin.end("go");
  return Promise.all(outputs);
}

describe("two commands at the same time", () => {
  it("create files in one folder", async () => {
    const folder = makeFolder({});
    const body = 'for (let n = 0; n < 400; n++) createFile(folder, id + "-" + n + ".md", "text")';
    expect(await runTwice(folder, body)).toEqual(["done", "done"]);
    expect(readdirSync(folder)).toHaveLength(800);
  });

  it("replace one file", async () => {
    const folder = makeFolder({ file: "old" });
    const body = 'for (let n = 0; n < 400; n++) replaceFile(folder + "/file", [Buffer.from("new " + id)])';
    expect(await runTwice(folder, body)).toEqual(["done", "done"]);
    expect([readdirSync(folder), readFileSync(join(folder, "file"), "utf8")]).toEqual([["file"], expect.stringMatching(/^new [01]$/)]);
  });

  it("replace one folder", async () => {
    const folder = makeFolder({ "public/old": "old" });
    const body =
      'for (let n = 0; n < 100; n++) { using f = new FolderReplacement(folder + "/public"); f.write("a/" + id, ""); f.commit(); }';
    expect(await runTwice(folder, body)).toEqual(["done", "done"]);
    expect([readdirSync(folder), readdirSync(join(folder, "public/a"))]).toEqual([["public"], [expect.stringMatching(/^[01]$/)]]);
  });
});
