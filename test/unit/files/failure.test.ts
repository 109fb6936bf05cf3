import { mkdirSync, readFileSync, readSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { attempt, describeFailure, describePrintedError, Failure } from "../../../src/files/failure.ts";
import { makeFolder } from "../cli/sample-folder.ts";

function errorOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("Cannot find an error");
}

function systemError(code: string, syscall: string, paths: { readonly path?: string; readonly dest?: string } = { path: "a" }): Error {
  return Object.assign(new Error(`${code}: message`), { code, errno: -1, syscall, ...paths });
}

describe("describeFailure()", () => {
  it.each([
    [systemError("ENOSPC", "open"), "Cannot use a: the disk is full; make room and run the command again"],
    [systemError("ENOSPC", "copyfile", { path: "a", dest: "b" }), "Cannot write b: the disk is full; make room and run the command again"],
    [systemError("EACCES", "scandir"), "Cannot read a: no permission; change its owner or mode, or run the command as another user"],
    [systemError("EROFS", "mkdir"), "Cannot write a: the file system is read-only; run the command where files may be written"],
    [systemError("EMFILE", "open"), "Cannot use a: too many files are open; raise the limit with ulimit -n"],
    [
      systemError("ENOSPC", "watch"),
      "Cannot watch a: the system watches no more files; raise fs.inotify.max_user_watches and max_user_instances",
    ],
    [systemError("ENOENT", "spawn git"), "Cannot use a: it does not exist; restore it, or correct the path"],
    [systemError("EXOTIC", "open"), "Cannot use a: EXOTIC: message"],
    [systemError("EXOTIC", "open", {}), "EXOTIC: message"],
    [new Failure("write", "a", "reason; remedy"), "Cannot write a: reason; remedy"],
  ])("names the fault, the path and the remedy: %o", (error, expected) => {
    expect(describeFailure(error)).toBe(expected);
  });

  it.each([[new TypeError("x is not a function")], [new Error("no code")], ["text"], [undefined]])(
    "returns undefined for a bug: %o",
    (error) => {
      expect(describeFailure(error)).toBeUndefined();
    },
  );

  it("describes errors of Node", async () => {
    const folder = makeFolder({ a: "" });
    expect(describeFailure(errorOf(() => readFileSync(`${folder}/b`)))).toBe(
      `Cannot use ${folder}/b: it does not exist; restore it, or correct the path`,
    );
    expect(describeFailure(errorOf(() => writeFileSync(`${folder}/a/b`, "")))).toBe(
      `Cannot use ${folder}/a/b: a part of its path is not a folder`,
    );
    const refused = await new Promise<unknown>((done) => connect({ host: "127.0.0.1", port: 1 }).on("error", done));
    expect(describeFailure(refused)).toBe("connect ECONNREFUSED 127.0.0.1:1");
  });
});

describe("attempt()", () => {
  it("adds the path to an error without one", () => {
    const act = () => attempt("read", "a.md", () => readSync(999, Buffer.alloc(1)));
    expect(act).toThrow(Failure);
    expect(act).toThrow(/^Cannot read a\.md: /);
    expect((errorOf(act) as Failure).cause).toMatchObject({ code: "EBADF" });
  });

  it("names a parent folder that is a file", () => {
    const folder = makeFolder({ a: "" });
    expect(() => attempt("write", `${folder}/a/b`, () => mkdirSync(`${folder}/a`))).toThrow(`Cannot write ${folder}/a: it exists already`);
    expect(() => attempt("write", `${folder}/a`, () => mkdirSync(`${folder}/a`))).toThrow(`Cannot write ${folder}/a: it exists already`);
    expect(() => attempt("write", "b", () => mkdirSync(`${folder}/a`))).toThrow("Cannot write b: it exists already");
  });

  it("returns the result of `act`, and rethrows every other error", () => {
    expect(attempt("read", "a", () => 1)).toBe(1);
    const other = new Failure("write", "b", "reason");
    for (const error of [other, new TypeError("x")]) {
      const act = () =>
        attempt("read", "a", () => {
          throw error;
        });
      expect(errorOf(act)).toBe(error);
    }
  });
});

describe("describePrintedError()", () => {
  it.each([
    ["ENOSPC: no space left on device, write", "Cannot write /tmp: the disk is full; make room and run the command again"],
    [
      "EACCES: permission denied, open '/a/b.js'",
      "Cannot write /a/b.js: no permission; change its owner or mode, or run the command as another user",
    ],
    ["Failed to write to output file: no space left on device", "Cannot write /tmp: the disk is full; make room and run the command again"],
    ["Authentication error [code: 10000]", undefined],
  ])("of %j", (text, sentence) => expect(describePrintedError(text, "/tmp")).toBe(sentence));
});
