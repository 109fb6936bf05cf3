import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { makeFolder, settings } from "./sample-folder.ts";

const program = resolve(import.meta.dirname, "../../../src/cli/run.js");

/** Runs a command at a terminal of its own, waits for a question, and types. */
async function interrupt(folder: string, args: readonly string[], question: string, typed: string) {
  if (!existsSync("/usr/bin/script")) throw new Error("This test needs the program script: install util-linux (on Debian, bsdutils)");
  const command = [process.execPath, program, ...args].map((word) => `'${word}'`).join(" ");
  const child = spawn("/usr/bin/script", ["--quiet", "--return", "--command", command, "/dev/null"], {
    cwd: folder,
    env: { ...process.env, TERM: "dumb" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const ended = new Promise<number | null>((done) => child.on("close", done));
  await vi.waitFor(() => expect(output).toContain(question), { timeout: 20_000, interval: 50 });
  child.stdin.write(typed);
  return { code: await ended, output };
}

const ctrlC = "\u0003";

describe("Ctrl+C at a question", { timeout: 30_000 }, () => {
  it.each([
    ["the first question", ["init"], "Title of the site", ctrlC],
    ["a later question, after an answer", ["init", "--title", "My news"], "A sentence about it", `About moons\n${ctrlC}`],
    ["a half-written answer", ["init"], "Title of the site", `My ne${ctrlC}`],
  ])("stops init at %s, and writes nothing", async (_, args, question, typed) => {
    const folder = makeFolder({ "wrangler.toml": settings, "articles/2024-11-06-moon.md": "# Moon" });
    const { code, output } = await interrupt(folder, args, question, typed);
    expect(code).toBe(130);
    expect(output).not.toMatch(/^ +at |Error/m);
    expect(readFileSync(join(folder, "wrangler.toml"), "utf8")).toBe(settings);
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(["articles", "articles/2024-11-06-moon.md", "wrangler.toml"]);
  });

  it("stops import at the question for a date, and writes nothing", async () => {
    const folder = makeFolder({ "wrangler.toml": settings, "articles/2024-11-06-moon.md": "# Moon", "sun.txt": "Sun\n\nAll about it." });
    const { code, output } = await interrupt(folder, ["import", "sun.txt"], "published?", ctrlC);
    expect(code).toBe(130);
    expect(output).not.toMatch(/^ +at |Error/m);
    expect(readdirSync(join(folder, "articles"))).toEqual(["2024-11-06-moon.md"]);
    expect(readFileSync(join(folder, "wrangler.toml"), "utf8")).toBe(settings);
  });
});
