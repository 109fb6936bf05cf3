import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { reasonNotToStart } from "../../../../src/cli/start/reason-not-to-start.ts";
import { makeFolder, settings } from "../sample-folder.ts";

const worker = { "src/worker.ts": "" };
const at = (files: Readonly<Record<string, string>>, name = "wrangler.toml") => join(makeFolder(files), name);

describe("reasonNotToStart()", () => {
  it.each([
    ["a file with settings", settings],
    ["a file that is not TOML", "[["],
    ["an empty file", ""],
    ["no file", undefined],
  ])("accepts %s, since an edit corrects it", (_criterion, text) => {
    const config = at({ ...worker, ...(text !== undefined && { "wrangler.toml": text }) });
    expect(reasonNotToStart({ config, env: "" })).toBeUndefined();
  });

  it.each([
    ["a folder without the Worker", {}, {}, /has no src\/worker\.ts; put/],
    ["an environment that is not in the file", worker, { env: "x" }, /environment "x"/],
  ])("refuses %s", (_criterion, files, options, expected) => {
    expect(reasonNotToStart({ config: at({ ...files, "wrangler.toml": settings }), env: "", ...options })).toMatch(expected);
  });

  it.each([
    ["with a name of its own", worker, "other.toml"],
    ["in another folder", {}, "wrangler.toml"],
  ])("throws for a missing file %s, which is probably a wrong path", (_criterion, files, name) => {
    expect(() => reasonNotToStart({ config: at(files, name), env: "" })).toThrow(/: it does not exist; run the command in the folder/);
  });
});
