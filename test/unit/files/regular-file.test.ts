import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readRegularFile } from "../../../src/files/regular-file.ts";

describe("readRegularFile()", () => {
  it("reads only files, also through links", () => {
    const folder = mkdtempSync(join(tmpdir(), "broadsheet-files-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const at = (name: string) => join(folder, name);
    writeFileSync(at("file"), "text");
    symlinkSync(at("file"), at("link"));
    execFileSync("mkfifo", [at("pipe")]);
    expect(readRegularFile(at("file")).toString()).toBe("text");
    expect(readRegularFile(at("link")).toString()).toBe("text");
    expect(() => readRegularFile(at("pipe"))).toThrow(/^Cannot read .*pipe: it is a pipe, not a file$/);
    expect(() => readRegularFile(folder)).toThrow(/: it is a folder, not a file$/);
    expect(() => readRegularFile("/dev/null")).toThrow(/: it is a device, not a file$/);
    expect(() => readRegularFile(at("none"))).toThrow(/: it does not exist/);
  });
});
