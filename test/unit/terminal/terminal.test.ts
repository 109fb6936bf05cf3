import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { errorLines } from "../../../src/terminal/exit-on-failure.ts";
import { complain, formatLine, print, showProgress } from "../../../src/terminal/terminal.ts";

/** Records the text that is written to a stream from now on. */
function watch(stream: NodeJS.WriteStream): () => string {
  const write = vi.spyOn(stream, "write").mockReturnValue(true);
  return () => write.mock.calls.map(([chunk]) => String(chunk)).join("");
}

/** Lets a stream be a terminal for a test, or not. */
function setTerminal(stream: NodeJS.WriteStream, isTTY: boolean): void {
  const before = stream.isTTY;
  stream.isTTY = isTTY;
  onTestFinished(() => {
    stream.isTTY = before;
  });
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe("print() and complain()", () => {
  it("write each line as one line, whatever it contains", () => {
    const [out, bad] = [watch(process.stdout), watch(process.stderr)];
    print("articles/a\n::error::forged.md:1:1 error", "", "two");
    complain("\u001B[2Jgone");
    expect(out()).toBe("articles/a\\n::error::forged.md:1:1 error\n\ntwo\n");
    expect(bad()).toBe("\\u001b[2Jgone\n");
  });

  it("write nothing without lines", () => {
    const out = watch(process.stdout);
    print();
    expect(out()).toBe("");
  });
});

describe("formatLine()", () => {
  const line = { parts: ["  ", { style: "red", text: "err\u001B[0mor" }, " ::x"] } as const;

  it("keeps our own styles only", () => {
    vi.stubEnv("NO_COLOR", undefined);
    vi.stubEnv("FORCE_COLOR", "1");
    expect(formatLine(line, process.stdout)).toBe("  \u001B[31merr\\u001b[0mor\u001B[39m \\u003a:x");
  });

  it("omits styles with NO_COLOR", () => {
    vi.stubEnv("FORCE_COLOR", undefined);
    vi.stubEnv("NO_COLOR", "1");
    expect(formatLine(line, process.stdout)).toBe("  err\\u001b[0mor \\u003a:x");
  });
});

describe("showProgress()", () => {
  it("shows a line that the next printed line replaces", () => {
    const [out, bad] = [watch(process.stdout), watch(process.stderr)];
    setTerminal(process.stderr, true);
    showProgress("Reading a\u009B2J\nb");
    expect(bad()).toBe("\r\u001B[KReading a\\u009b2J\\nb");
    print("Done");
    expect([bad().slice(-4), out()]).toEqual(["\r\u001B[K", "Done\n"]);
  });

  it("shows nothing outside of a terminal", () => {
    const bad = watch(process.stderr);
    setTerminal(process.stderr, false);
    showProgress("Reading");
    expect(bad()).toBe("");
  });
});

describe("errorLines()", () => {
  it("returns the message as one line, the stack and the cause", () => {
    const error = new Error("Cannot read a\n::error::forged", { cause: new TypeError("no\u0007") });
    const [first, second, ...others] = errorLines(error);
    expect([first, second]).toEqual(["Error: Cannot read a\n::error::forged", expect.stringMatching(/^ {4}at /)]);
    expect(others).toContain("Cause: TypeError: no\u0007");
  });

  it("accepts values that are not errors", () => {
    expect(errorLines("stop")).toEqual(["stop"]);
  });
});
