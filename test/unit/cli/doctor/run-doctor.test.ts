import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type DoctorOptions, runDoctor } from "../../../../src/cli/doctor/run-doctor.ts";
import { goodRss, item, network as localNetwork, startFeedServer } from "../../doctor/feed-server.ts";
import { exitOf } from "../exit-of.ts";
import { collectPrinted } from "../printed.ts";
import { makeFolder } from "../sample-folder.ts";

const url = "https://news.example/rss.xml";
const network = {
  ...localNetwork,
  fetch: () => {
    throw new Error("a request was sent");
  },
};

/** Runs the doctor without the repository's own site. */
async function run(folder: string, options: Partial<DoctorOptions>, tools: object = {}) {
  const out: string[] = [];
  const all = { network, print: collectPrinted(out), workspace: folder, ...tools };
  const { status, stderr } = await exitOf(() => runDoctor({ urls: [], format: "text", strict: false, ...options }, all));
  return { status, stdout: out.join("\n"), stderr };
}

const wrongDay = goodRss(url, `\n${item("a", "Thu, 06 Nov 2024 12:00:00 GMT")}`);

describe("runDoctor() with --file", () => {
  it("sends no request, and names file, line and column", async () => {
    const folder = makeFolder({ "rss.xml": wrongDay });
    const file = join(folder, "rss.xml");
    const { status, stdout } = await run(folder, { file: [file], as: [url] });
    expect(status).toBe(1);
    expect(stdout).toMatch(new RegExp(`^${file}\\n {2}error {4}IncorrectDOW .*\\n +${file}:3:\\d+: /rss/channel/item/pubDate: `));
    expect(stdout).toMatch(
      /\n\n1 feed: 1 error, 0 warnings, 0 notes\nNext: Write the correct day of the week, or omit it \(IncorrectDOW, .*, line 3, \/rss\/channel\/item\/pubDate\)/,
    );
  });

  it("reports that a correct file needs no change", async () => {
    const folder = makeFolder({ "rss.xml": goodRss(url) });
    expect(await run(folder, { file: [join(folder, "rss.xml")], as: ["news.example/rss.xml"], strict: true })).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/\n1 feed: 0 errors, 0 warnings, 0 notes\nNothing has to be done\.$/),
    });
  });

  it("writes JSON", async () => {
    const folder = makeFolder({ "rss.xml": wrongDay.replace("</title>", "</title><generator>Hugo</generator>") });
    const file = join(folder, "rss.xml");
    expect(JSON.parse((await run(folder, { file: [file], format: "json" })).stdout)).toMatchObject({
      url: null,
      findings: [],
      feeds: [
        {
          ...{ url: null, file, format: "rss", system: "Hugo", entries: 1 },
          findings: expect.arrayContaining([
            expect.objectContaining({
              check: "IncorrectDOW",
              location: { line: 3, column: expect.any(Number) },
              systemAdvice: expect.any(String),
            }),
          ]),
        },
      ],
      comparison: null,
    });
  });

  it.each([
    ["an empty name", { file: [""] }, /^Cannot check a file: --file is empty/],
    ["a file and an address", { file: ["x"], urls: ["a.example"] }, /^Cannot check "a\.example" and a file: /],
    [
      "several files of a shell's pattern",
      { file: ["a.xml"], urls: ["b.xml", "c.xml"] },
      /^Cannot check "b\.xml" and a file: check one file at a time/,
    ],
    ["two files", { file: ["a.xml", "b.xml"] }, /^Cannot check more than one file at a time/],
    ["--as twice", { file: ["a.xml"], as: [url, url] }, /^Cannot use --as more than once/],
    ["--as with a path", { file: ["a.xml"], as: ["/feed.xml"] }, /^Cannot use --as "\/feed\.xml": write the whole address/],
    ["--as with a word", { file: ["a.xml"], as: ["notaurl"] }, /^Cannot use --as "notaurl": write the whole address/],
    [
      "a password",
      { urls: ["https://me:pass@news.example/rss.xml"] },
      /^Cannot check "https:\/\/…:…@news\.example\/rss\.xml": it contains a password/,
    ],
    ["--as alone", { as: [url] }, /^Cannot use --as without --file/],
    ["--as with something else", { file: ["x"], as: ["ftp://a"] }, /^Cannot check "ftp:\/\/a": it is not an http\(s\) address/],
    ["a file that is an address", { file: [url] }, /^Cannot check the file "https:.*": it is an address; write it without --file$/],
    ["a command", { urls: ["help"] }, /^Cannot check "help": write --help for the options/],
    ["nothing", {}, /^Cannot check a site: no URL was given; write npx broadsheet doctor https:\/\/example\.com$/],
    ["two addresses", { urls: ["a.example", "b.example"] }, /^Cannot check more than one address at a time: run the doctor once for each$/],
  ])("exits 2 for %s", async (_name, options, expected) => {
    expect(await run(makeFolder({}), options)).toEqual({ status: 2, stdout: "", stderr: expect.stringMatching(expected) });
  });

  it.each([
    ["no such file", "nothing.xml", /^Cannot read nothing\.xml: it does not exist/],
    ["a folder", ".", /^Cannot read \.: it is a folder, not a file/],
  ])("exits 1 for %s", async (_name, file, expected) => {
    expect(await run(makeFolder({}), { file: [file] })).toEqual({ status: 1, stdout: "", stderr: expect.stringMatching(expected) });
  });
});

describe("runDoctor() with --format github", () => {
  it("writes annotations, the worst first, with paths from the repository", async () => {
    const folder = makeFolder({ "public/rss.xml": wrongDay.replace(/<language>.*<\/language>/, "").replace(url, "https://b.example/") });
    const { status, stdout } = await run(folder, { file: [join(folder, "public/rss.xml")], as: [url], format: "github" });
    const lines = stdout.split("\n");
    expect(status).toBe(1);
    expect(lines.map((line) => /^::(\w+) file=public\/rss\.xml,/.exec(line)?.[1])).toEqual(["error", "warning", "notice", ...Array(3)]);
    expect(lines[0]).toMatch(
      /^::error file=public\/rss\.xml,line=3,col=\d+,title=IncorrectDOW::The document .*%0A.*Thu, 06 Nov.*%0A→ Write the/,
    );
    expect(lines.slice(3)).toEqual(["", "1 feed: 1 error, 1 warning, 1 note", expect.stringMatching(/^Next: /)]);
  });

  it("writes an annotation if there is nothing to examine", async () => {
    const { status, stderr, stdout } = await run(makeFolder({}), { file: ["nothing.xml"], format: "github" });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Cannot read nothing\.xml: it does not exist/);
    expect(stdout).toBe(`::error title=doctor::${stderr}`);
  });

  it("appends a summary for the job, in which foreign text is escaped", async () => {
    const folder = makeFolder({ "summary.md": "Before\n", "rss.xml": wrongDay.replace("Thu,", "| `x` *y* &lt;img src=z&gt; [a](b) Thu,") });
    const summaryFile = join(folder, "summary.md");
    await run(folder, { file: [join(folder, "rss.xml")], as: [url], format: "github" }, { summaryFile });
    const summary = readFileSync(summaryFile, "utf8");
    expect(summary).toMatch(/^Before\n## Feed doctor\n\n\*\*1 feed: \d errors?, /);
    expect(summary).toMatch(/\n\| ❌ error \| InvalidRFC2822Date \| /);
    const row = summary.split("\n").find((line) => line.includes("InvalidRFC2822Date |")) ?? "";
    expect(row.split("|")).toHaveLength(5);
    expect(row.replaceAll("<br>", "")).not.toMatch(/[`*<>[\]]/);
    await run(folder, { file: [join(folder, "rss.xml")], format: "text" }, { summaryFile });
    expect(readFileSync(summaryFile, "utf8")).toBe(summary);
  });

  it("shows ten annotations of a level, and the rest in the summary", async () => {
    const folder = makeFolder({});
    const { annotationsOf } = await import("../../../../src/cli/doctor/annotations.ts");
    const { jobSummary } = await import("../../../../src/cli/doctor/job-summary.ts");
    const findings = ["note", "warning", "error", "ok"].flatMap((severity) =>
      Array.from({ length: 12 }, (_, index) => ({ check: `c${index}`, severity: severity as "note", message: `m${index}` })),
    );
    const annotations = annotationsOf([{ title: url, findings }], folder);
    expect(Object.entries(Object.groupBy(annotations, ({ level }) => level)).map(([level, list]) => [level, list.length])).toEqual([
      ["error", 10],
      ["warning", 10],
      ["notice", 10],
    ]);
    expect(annotations[0]).toEqual({ level: "error", properties: { title: `c0: ${url}` }, lines: ["m0"] });
    const summary = jobSummary({ url, findings: [], feeds: [{ url, findings, entries: 0 }] });
    expect(summary.match(/^\| ❌ error/gm)).toHaveLength(12);
    expect(summary).toContain("12 checks passed.");
  });

  it("keeps the summary below the limit of GitHub", async () => {
    const { jobSummary } = await import("../../../../src/cli/doctor/job-summary.ts");
    const long = "*".repeat(5000);
    const findings = Array.from({ length: 500 }, () => ({
      check: long,
      severity: "error" as const,
      message: long,
      evidence: `${long}!`,
      advice: long,
    }));
    const summary = jobSummary({ url, findings: [], feeds: Array.from({ length: 10 }, () => ({ url, findings, entries: 0 })) });
    expect(Buffer.byteLength(summary)).toBeLessThan(1_000_000);
  });

  it("reports a summary that cannot be written", async () => {
    const folder = makeFolder({ "rss.xml": goodRss(url) });
    mkdirSync(join(folder, "summary.md"));
    const options = { file: [join(folder, "rss.xml")], format: "github" };
    const { status, stderr } = await run(folder, options, { summaryFile: join(folder, "summary.md") });
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^Cannot write .*summary\.md/)]);
  });

  it("names the address if there is no file", async () => {
    const origin = await startFeedServer({ headers: { etag: undefined } });
    const { stdout } = await run(makeFolder({}), { urls: [`${origin}/feed.xml`], format: "github" }, { network: localNetwork });
    expect(stdout).toMatch(/^::warning title=validators%3A http%3A\/\/127\.0\.0\.1%3A\d+\/feed\.xml::There is no ETag%0A→ Send an ETag/);
  });
});
