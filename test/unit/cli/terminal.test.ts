import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { listen } from "../doctor/feed-server.ts";
import { makeFolder, settings } from "./sample-folder.ts";

// Characters that a name or a text may contain, and their effect in a terminal or a CI system.
const hostile = [
  "esc\u001B[2J\u001B[31m",
  "osc\u001B]0;title\u0007",
  "link\u001B]8;;https:\\\\evil.example\u001B\\x",
  "c1\u009B2J\u0085",
  "forged\n::error file=x::forged",
  "cr\rgone",
  "rtl\u202Egnp.exe\u2066",
  "zero\u200Bwidth\u2060\uFEFF",
  "separator\u2028::warning::forged",
  "old ##[error]forged",
  "azure ##vso[task.complete]",
  "back\b\b\bspace\u007F",
];

async function run(command: string, folder: string, ...args: readonly string[]) {
  const program = resolve(import.meta.dirname, "../../../src/cli/run.js");
  const { CLOUDFLARE_ENV: _, ...env } = process.env;
  const child = spawn(process.execPath, [program, command, ...args], { cwd: folder, env: { ...env, NO_COLOR: "1" } });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const status = await new Promise((done) => child.on("close", done));
  return { status, output };
}

function expectPrintable(output: string, lines: RegExp): void {
  expect(output).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  for (const line of output.split("\n")) {
    expect(line).toMatch(lines);
    expect(line).not.toMatch(/^\s*::|##\w*\[/);
  }
}

// None of the names may have a slash.
const named = (text: string, ending: string) => `articles/${text.replaceAll("/", "_")}${ending}`;

describe("a command", () => {
  const problem = /^(?:articles\/.*:\d+:\d+ (?:error|warning) .*|Nothing compiled; \d+ errors?, \d+ warnings?|To go on .* --set-aside|)$/;

  it("prints names of files in one line each", async () => {
    const folder = makeFolder({ "wrangler.toml": settings, ...Object.fromEntries(hostile.map((text) => [named(text, ".md"), "Text"])) });
    const badName = Buffer.concat([Buffer.from(join(folder, "articles/")), Buffer.from([0x61, 0xff, 0x1b, 0xfe]), Buffer.from(".md")]);
    writeFileSync(badName, "Text");
    for (const command of ["check", "compile"]) {
      const { output, status } = await run(command, folder);
      expect(status).toBe(1);
      expect(output.split("\n").length).toBeGreaterThan(hostile.length);
      expectPrintable(output, problem);
    }
    const { output } = await run("check", folder, "--format", "json");
    expectPrintable(output, /.*/);
    const { problems } = JSON.parse(output) as { readonly problems: readonly { readonly file: string }[] };
    expect(problems.map(({ file }) => file)).toEqual(expect.arrayContaining(hostile.map((text) => named(text, ".md"))));
  });

  it("prints texts of articles in one line each", async () => {
    const articles = hostile.map((text, index) => {
      const value = JSON.stringify(text);
      return [
        `articles/${index}.md`,
        `---\ndate: ${value}\nslug: ${value}\n${JSON.stringify(`key ${text}`)}: 1\nlang: ${value}\n---\n![x](<${index}${text}>)`,
      ];
    });
    const folder = makeFolder({ "wrangler.toml": settings, ...Object.fromEntries(articles) });
    const { output } = await run("check", folder);
    expect(output.split("\n").length).toBeGreaterThan(2 * hostile.length);
    expectPrintable(output, problem);
  });

  it("prints settings and arguments in one line each", async () => {
    const redirects = hostile.map((text) => `${JSON.stringify(`/${text}`)} = "nowhere ${JSON.stringify(text).slice(1)}`).join("\n");
    const folder = makeFolder({ "wrangler.toml": `${settings}[vars.SITE.redirects]\n${redirects}\n`, "articles/2024-11-06-a.md": "Text" });
    expectPrintable((await run("check", folder)).output, /^(?:wrangler\.toml:.*|Nothing compiled.*|)$/);
    const target = hostile.slice(0, 9).join("").replaceAll("/", "");
    mkdirSync(join(folder, target, "x"), { recursive: true });
    expectPrintable((await run("export", folder, target)).output, /^(?:Cannot export into .*: it is not empty|)$/);
    for (const [command, ...args] of [
      ["check", "--format"],
      ["doctor", "--compare"],
      ["new", "--env"],
      ["import"],
      ["init", "--from"],
    ] as const)
      expectPrintable((await run(command, folder, ...args, hostile.join(""))).output, /.*/);
  }, 60_000);

  it("prints texts of feeds in one line each", async () => {
    const item = (text: string) => `<item><title>${text}</title><guid isPermaLink="${text}">${text}</guid><link>${text}</link></item>`;
    const legal = hostile.map((text) => text.replace(/[^\n\r\u0020-\uFFFD]/g, ""));
    const feed = `<rss version="2.0"><channel><title>${legal.join()}</title>${legal.map(item).join("")}</channel></rss>`;
    const origin = await listen((_request, response) => {
      response.setHeader("content-type", "text/xml");
      response.setHeader("etag", "a\u009B2J\u0085");
      response.end(feed);
    });
    const folder = makeFolder({ "wrangler.toml": settings, "feed.xml": feed });
    const table = await run("doctor", folder, origin);
    expect(table.output).toContain("InvalidBooleanAttribute");
    expectPrintable(table.output, /.*/);
    const json = await run("doctor", folder, origin, "--format", "json");
    expectPrintable(json.output, /.*/);
    expect(JSON.parse(json.output)).toMatchObject({ feeds: [expect.anything()] });
    const imported = await run("import", folder, "feed.xml", "--dry-run");
    expect(imported.output).toContain("need attention");
    expectPrintable(imported.output, /.*/);
  });
});
