import { describe, expect, it } from "vitest";
import { formatLine } from "../../../src/terminal/terminal.ts";
import { formatWorkflowCommand } from "../../../src/terminal/workflow-command.ts";

describe("formatWorkflowCommand()", () => {
  it("escapes as GitHub documents it", () => {
    const command = { level: "error", properties: { file: "a,b:c%.xml", line: 4, title: "x" }, lines: ["100 %, a: b", "second"] } as const;
    expect(formatWorkflowCommand(command)).toBe("::error file=a%2Cb%3Ac%25.xml,line=4,title=x::100 %25, a: b%0Asecond");
    expect(formatWorkflowCommand({ level: "notice", properties: {}, lines: ["x"] })).toBe("::notice::x");
  });

  it("is one line, in which foreign text cannot begin another command", () => {
    const hostile = "a\n::error::forged\r::stop-commands::x\u001B[31m\u2028##[error]y";
    const line = formatLine({ level: "warning", properties: { title: hostile }, lines: [hostile, "::error::z"] }, process.stdout);
    expect(line).not.toMatch(/[\n\r\u001B\u2028]|##\[/);
    expect(line).toMatch(/^::warning title=a\\n%3A%3Aerror/);
    expect(line.match(/^::/gm)).toHaveLength(1);
  });
});
