import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings } from "../../../src/build/wrangler/settings-file.ts";
import { parseWranglerFile } from "../../../src/build/wrangler/wrangler-file.ts";
import { defaultPermalinks } from "../../../src/import/default-permalinks.ts";
import { runHere } from "./run-here.ts";
import { makeFolder, settings } from "./sample-folder.ts";

const own = readFileSync(resolve(import.meta.dirname, "../../../wrangler.toml"), "utf8");
const good = "---\ndate: 2024-11-06\n---\nText";
const warned = "---\ndate: 2024-11-07\nmood: x\n---\nText";

const run = (command: string, folder: string, ...args: readonly string[]) =>
  runHere(command, ["--config", join(folder, "wrangler.toml"), ...args]);

function runProcess(input: string, command: string, folder: string, ...args: readonly string[]) {
  const program = resolve(import.meta.dirname, "../../../src/cli/run.js");
  const { CLOUDFLARE_ENV: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, command, "--config", join(folder, "wrangler.toml"), ...args], {
    encoding: "utf8",
    env,
    input,
  });
  return { status, stdout, stderr };
}

const siteOf = (articles: Readonly<Record<string, string>>) =>
  makeFolder({
    "wrangler.toml": settings,
    ...Object.fromEntries(Object.entries(articles).map(([name, text]) => [`articles/${name}`, text])),
  });

describe("npm run check", () => {
  it.each([
    ["0 without problems", { "a.md": good }, [], 0],
    ["0 with warnings", { "a.md": warned }, [], 0],
    ["1 with warnings and --strict", { "a.md": warned }, ["--strict"], 1],
    ["0 without warnings and with --strict", { "a.md": good }, ["--strict"], 0],
    ["1 with an error", { "a.md": "Text" }, [], 1],
    ["2 for an unknown option", { "a.md": good }, ["--formt", "json"], 2],
    ["2 for an unknown format", { "a.md": good }, ["--format", "xml"], 2],
  ])("exits %s, and writes nothing", async (_criterion, articles: Record<string, string>, args, expected) => {
    const folder = siteOf(articles);
    const { status, stderr } = await run("check", folder, ...args);
    expect(status).toBe(expected);
    expect(stderr.split("\n").length).toBe(expected === 2 ? 3 : 1); // a line that says it and one that names the help, and no stack
    expect(existsSync(join(folder, "build"))).toBe(false);
  });

  it("reports all problems at once, as the build does", async () => {
    const { stdout } = await run("check", siteOf({ "a.md": "Text", "b.md": warned, "c.md": "Text" }));
    expect(stdout).toMatch(
      /a\.md:1:1 error .*\n.*b\.md:3:1 warning .*\n.*c\.md:1:1 error .*\nNothing compiled; 2 errors, 1 warning\nTo go on without .* --set-aside\n$/,
    );
  });

  it("prints problems and entries as JSON", async () => {
    expect(JSON.parse((await run("check", siteOf({ "a.md": good, "b.md": warned }), "--format", "json")).stdout)).toEqual({
      problems: [{ file: "articles/b.md", line: 3, column: 1, severity: "warning", message: 'Cannot use key "mood": it is not known' }],
      entries: ["b", "a"].map((name) => ({
        source: `${name}.md`,
        url: `https://example.com/articles/${name}`,
        id: `https://example.com/articles/${name}`,
        published: expect.stringMatching(/^2024-11-0[67]T00:00:00\.\d{3}Z$/),
      })),
    });
    const linked = await run("check", siteOf({ "a.md": "Text", "b.md": `${good} [a](a.md)` }), "--format", "json");
    const keys = ["file", "line", "column", "severity", "message"];
    expect(JSON.parse(linked.stdout).problems.map(Object.keys)).toEqual([keys, keys]);
    expect(JSON.parse((await run("check", siteOf({ "a.md": "Text" }), "--format", "json")).stdout)).toMatchObject({
      problems: [{ severity: "error" }],
      entries: [],
    });
  });
});

describe("npm run new", () => {
  it("creates a draft, and prints the next step", async () => {
    const folder = siteOf({});
    const { status, stdout } = await run("new", folder, "A walk:", "to the lighthouse");
    expect(status).toBe(0);
    const [name = ""] = readdirSync(join(folder, "articles"));
    expect(name).toMatch(/^\d{4}-\d{2}-\d{2}-a-walk-to-the-lighthouse\.md$/);
    expect(readFileSync(join(folder, "articles", name), "utf8")).toMatch(/^---\ntitle: "A walk: to the lighthouse"\n/);
    expect(stdout).toContain(`articles/${name} is a draft`);
    expect((await run("check", folder, "--strict")).stdout).not.toContain(" error ");
  });

  it("never overwrites an article", async () => {
    const folder = siteOf({});
    await run("new", folder, "A walk");
    const before = readdirSync(join(folder, "articles")).map((name) => readFileSync(join(folder, "articles", name), "utf8"));
    const { status, stderr } = await run("new", folder, "A walk");
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^Cannot create articles\/.*-a-walk\.md: it exists already\n$/)]);
    expect(readdirSync(join(folder, "articles")).map((name) => readFileSync(join(folder, "articles", name), "utf8"))).toEqual(before);
  });

  it.each([
    ["without a title", [], 2, /^Cannot create an article without a title/],
    ["with settings that cannot be read", ["A"], 1, /Cannot find title/],
  ])("describes the fault %s", async (_criterion, args, code, expected) => {
    const folder = args.length === 0 ? siteOf({}) : makeFolder({ "wrangler.toml": "[vars.SITE]\n" });
    const { status, stderr } = await run("new", folder, ...args);
    expect([status, stderr]).toEqual([code, expect.stringMatching(expected)]);
  });
});

describe("npm run init", () => {
  const guide = readFileSync(resolve(import.meta.dirname, "../../../articles/writing-articles.md"), "utf8");
  const samples = { "articles/writing-articles.md": guide, "articles/mine.md": good };
  const settingsOf = (folder: string) =>
    readSettings(parseWranglerFile(readFileSync(join(folder, "wrangler.toml"), "utf8"), "wrangler.toml"), "").settings;

  it("writes the values of its options, and keeps the rest", async () => {
    const folder = makeFolder({ "wrangler.toml": `name = "x"\n${settings}limit = 5 # mine\n`, ...samples });
    const answers = ["--title", "Mine", "--url", "https://mine.example", "--author", "Ada", "--language", "de", "--from", "Jekyll"];
    const { status, stdout } = await run("init", folder, ...answers, "--timezone", "Europe/Berlin");
    expect([status, stdout]).toEqual([0, expect.stringContaining("docs/coming-from.md")]);
    expect(readFileSync(join(folder, "wrangler.toml"), "utf8")).toBe(
      'name = "x"\n[vars.SITE]\ntitle = "Mine"\nurl = "https://mine.example"\nauthor = { name = "Ada" }\nlimit = 5 # mine\nlanguage = "de"\ntimezone = "Europe/Berlin"\npermalink = "date"\n',
    );
    expect(readdirSync(join(folder, "articles")).sort()).toEqual(["mine.md", "writing-articles.md"]);
  });

  it.each([
    ["missing", {}],
    ["blank", { "wrangler.toml": "\n" }],
  ])("writes the file of the project with the answers if wrangler.toml is %s", async (state, files) => {
    const folder = makeFolder({ "src/worker.ts": "", ...samples, ...files });
    const { status, stdout } = await run("init", folder, "--title", "My blog", "--author", "Ada", "--timezone", "UTC");
    expect([status, /is missing: a new one will be written\. If your site is deployed already, restore/.test(stdout)]).toEqual([
      0,
      state === "missing",
    ]);
    expect(readFileSync(join(folder, "wrangler.toml"), "utf8")).toBe(
      own
        .replace(/^name = .*/, 'name = "my-blog"')
        .replace(/^title = .*/m, 'title = "My blog"')
        .replace(/^description = .*/m, 'description = ""')
        .replace(/^author = .*/m, 'author = { name = "Ada" }'),
    );
  });

  it("creates no file with another name", async () => {
    const folder = makeFolder({ "src/worker.ts": "" });
    const { status, stderr } = await runHere("init", ["--config", join(folder, "other.toml"), "--title", "A"]);
    expect([status, stderr]).toEqual([1, expect.stringContaining("it does not exist")]);
    expect(readdirSync(folder)).toEqual(["src"]);
  });

  it("writes to the target of a link named wrangler.toml, and keeps the link", async () => {
    const folder = makeFolder({ "settings/site.toml": settings, ...samples });
    symlinkSync("settings/site.toml", join(folder, "wrangler.toml"));
    expect((await run("init", folder, "--title", "Mine")).status).toBe(0);
    expect(readFileSync(join(folder, "settings/site.toml"), "utf8")).toContain('title = "Mine"');
    expect(lstatSync(join(folder, "wrangler.toml")).isSymbolicLink()).toBe(true);
  });

  it("removes only the sample articles", async () => {
    const folder = makeFolder({ "wrangler.toml": settings, ...samples });
    expect(await run("init", folder, "--samples", "remove")).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("Removed the sample articles: writing-articles.md."),
    });
    expect(readdirSync(join(folder, "articles"))).toEqual(["mine.md"]);
  });

  it("leaves a folder that git keeps if there are no other articles", async () => {
    const folder = makeFolder({ "wrangler.toml": settings, "articles/writing-articles.md": guide });
    expect((await run("init", folder, "--samples", "remove")).status).toBe(0);
    expect(readdirSync(join(folder, "articles"))).toEqual([".gitkeep"]);
  });

  it("keeps the sample articles that the author has changed, and names them", async () => {
    const changed = "2024-11-06-harris-concedes.txt";
    const folder = makeFolder({ "wrangler.toml": settings, ...samples, [`articles/${changed}`]: "My own words" });
    expect((await run("init", folder, "--samples", "remove")).stdout).toContain(
      `Removed the sample articles: writing-articles.md.\nKept the sample articles that you have changed: ${changed}.\n`,
    );
    expect(readdirSync(join(folder, "articles")).sort()).toEqual([changed, "mine.md"]);
    expect(readFileSync(join(folder, "articles", changed), "utf8")).toBe("My own words");
  });

  it.each([
    ["the sample's title", ["Broadsheet"], /^Cannot use "Broadsheet": it is the title of the sample site, .*\nNothing was written/, own],
    ["the sample's author", ["Mine", "", "", "The Broadsheet desk"], /^Cannot use .*the author of the sample site/, own],
    [
      "an answer",
      ["Mine", "", "", "Ada", "a b"],
      /^Cannot use language "a b".*\nNothing was written, since no other answer follows: Lang/,
      own,
    ],
    ["the last answer", ["Mine", "", "", "Ada", "", "", "geocities"], /^Cannot use .*\nNothing was written/, own],
    ["the word for the samples", ["Mine", "", "", "Ada", "", "", "", "burn"], /^Cannot use "burn": it is remove or keep\n$/, undefined],
  ])("fails if a pipe ends after %s that is rejected", (_criterion, lines, expected, toml) => {
    const folder = makeFolder({ "wrangler.toml": own, ...samples });
    const { status, stderr } = runProcess(`${lines.join("\n")}\n`, "init", folder);
    expect([status, stderr]).toEqual([1, expect.stringMatching(expected)]);
    if (toml !== undefined) expect(readFileSync(join(folder, "wrangler.toml"), "utf8")).toBe(toml);
    expect(readdirSync(join(folder, "articles"))).toHaveLength(2);
  });

  it("asks again for an address that is not public, and does not propose one from the file", () => {
    const folder = makeFolder({ "wrangler.toml": own.replace(/^url = .*$/m, 'url = "http://localhost:3000"') });
    const { status, stderr, stdout } = runProcess("Mine\n\n192.168.1.5\n\nAda\n", "init", folder);
    expect([status, stderr]).toEqual([
      0,
      expect.stringMatching(
        /^Cannot deploy for SITE\.url "https:\/\/192\.168\.1\.5": others cannot reach that host; write the public address .*\n$/,
      ),
    ]);
    expect(stdout).not.toContain("localhost");
    expect(settingsOf(folder)).toMatchObject({ url: "" });
  });

  it("reads answers from a pipe, and asks again after a wrong one", () => {
    const folder = makeFolder({ "wrangler.toml": own, ...samples });
    const lines = ["", " My Blog ", "", "moon.example", "Ada", "a b", "de", "Mars", "Europe/Berlin", "geocities", "hugo", "remove"];
    const { status, stderr, stdout } = runProcess(`${lines.join("\n")}\n`, "init", folder);
    expect([status, stderr.trim().split("\n")]).toEqual([
      0,
      [
        "Cannot continue without an answer",
        expect.stringMatching(/^Cannot use language "a b"/),
        expect.stringMatching(/^Cannot use timezone "Mars"/),
        expect.stringMatching(/^Cannot use "geocities" as the origin of the posts: write one of jekyll, .*; npm run import reads /),
      ],
    ]);
    expect(stdout).toMatch(/npm start shows the site\.\n$/);
    expect(settingsOf(folder)).toEqual({
      ...{ title: "My Blog", description: "", url: "https://moon.example", language: "de", timezone: "Europe/Berlin" },
      ...{ author: { name: "Ada" }, permalink: "/:sections/:slugorfilename/" },
    });
    expect(readFileSync(join(folder, "wrangler.toml"), "utf8")).toMatch(/^name = "my-blog"\n/);
    expect(readdirSync(join(folder, "articles"))).toEqual(["mine.md"]);
  });

  it("removes all texts of the sample site, even without answers", async () => {
    const folder = makeFolder({ "wrangler.toml": own });
    expect((await run("init", folder, "--title", "Zürich & I")).status).toBe(0);
    expect(settingsOf(folder)).toMatchObject({ title: "Zürich & I", description: "", author: { name: "Zürich & I" } });
    expect(readFileSync(join(folder, "wrangler.toml"), "utf8")).toMatch(
      /^name = "zurich-i"\n(?![\s\S]*(?:Broadsheet desk|News and notes))/,
    );
  });

  it.each([
    ["a url", own.replace(/^url = .*$/m, 'url = "https://broadsheet.ada.workers.dev"')],
    ["an idBase", own.replace(/^url = .*$/m, 'url = ""\nidBase = "https://broadsheet.ada.workers.dev"')],
    ["a url of an environment", `${own}\n[env.staging.vars.SITE]\nurl = "https://broadsheet-staging.ada.workers.dev"\n`],
    ["a title of its own", own.replace('title = "Broadsheet"', 'title = "Mine"')],
  ])("keeps the name of a Worker that has %s", async (_criterion, toml) => {
    const folder = makeFolder({ "wrangler.toml": toml });
    expect((await run("init", folder, "--title", "New title", "--author", "Ada")).status).toBe(0);
    expect(readFileSync(join(folder, "wrangler.toml"), "utf8")).toMatch(/^name = "broadsheet"\n/);
  });

  it("names the Worker for its address on workers.dev", async () => {
    const folder = makeFolder({ "wrangler.toml": own });
    expect((await run("init", folder, "--title", "New", "--url", "https://journal.ada.workers.dev")).status).toBe(0);
    expect(readFileSync(join(folder, "wrangler.toml"), "utf8")).toMatch(/^name = "journal"\n/);
  });

  it.each([
    ['"Also_Bad!"', "", "also-bad"],
    ["'Großes Blatt' # mine", "", "grosses-blatt"],
    ["5", "", "new"],
    [`"${"a".repeat(70)}"`, "", "a".repeat(54)],
    ['"Also_Bad!"', "https://journal.ada.workers.dev", "journal"],
  ])("replaces the name %s, which is invalid for a Worker", async (name, url, expected) => {
    const toml = `name = ${name}\r\n${settings.replace("https://example.com", url)}`;
    const folder = makeFolder({ "wrangler.toml": toml });
    const { status, stdout } = await run("init", folder, "--title", "New", "--author", "Ada");
    expect(readFileSync(join(folder, "wrangler.toml"), "utf8")).toMatch(new RegExp(`^name = "${expected}"\r\n\\[vars`));
    expect([status, stdout]).toEqual([0, expect.stringContaining(`The Worker is named "${expected}" now: it cannot have the name `)]);
  });

  it("keeps the byte order mark", async () => {
    const folder = makeFolder({ "wrangler.toml": `\uFEFF${settings}` });
    expect((await run("init", folder, "--title", "X", "--author", "Ada")).status).toBe(0);
    expect(readFileSync(join(folder, "wrangler.toml"), "utf8")).toMatch(/^\uFEFF\[vars\.SITE\]\ntitle = "X"\n/);
  });

  it.each(['"Grace Hopper"', '["Grace"]', "5", '{ nom = "Grace" }'])(
    "replaces an author that is not a table with a name: %s",
    async (author) => {
      const folder = makeFolder({ "wrangler.toml": settings.replace(/author = .*/, `author = ${author}`) });
      const { status, stderr } = await run("init", folder, "--title", "X", "--author", "Ada");
      const text = readFileSync(join(folder, "wrangler.toml"), "utf8");
      if (author.startsWith("{")) expect([status, stderr]).toEqual([1, expect.stringMatching(/wrangler\.toml:\d+:\d+ error .*nom/)]);
      else expect([status, stderr, text]).toEqual([0, "", expect.stringContaining('author = { name = "Ada" }')]);
    },
  );

  it("names the line of a setting that was already invalid", async () => {
    const folder = makeFolder({ "wrangler.toml": `${settings}limit = "many"\n` });
    const { status, stderr } = await run("init", folder, "--title", "X", "--author", "Ada");
    expect([status, stderr]).toEqual([1, expect.stringMatching(/wrangler\.toml:\d+:\d+ error .*limit/)]);
  });

  it("keeps Windows line endings", async () => {
    const folder = makeFolder({ "wrangler.toml": own.replaceAll("\n", "\r\n") });
    expect((await run("init", folder, "--title", "X", "--author", "Ada", "--from", "hugo")).status).toBe(0);
    const text = readFileSync(join(folder, "wrangler.toml"), "utf8");
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(text).toMatch(/^name = "x"\r\n/);
  });

  it.each([
    ["an address that is none", settings, ["--url", "ftp://mine.example"], /^Cannot use url "ftp:\/\/mine\.example"/],
    [
      "an address that others cannot reach",
      settings,
      ["--url", "http://localhost:3000"],
      /^Cannot deploy for SITE\.url "http:\/\/localhost:3000"/,
    ],
    ["a language that is none", settings, ["--language", "a b"], /^Cannot use language "a b"/],
    [
      "a system that it does not know",
      settings,
      ["--from", "geocities"],
      /^Cannot use "geocities" as the origin of the posts: write one of jekyll, .*; npm run import reads /,
    ],
    ["another word for the samples", settings, ["--samples", "burn"], /^Cannot use --samples "burn": it is remove or keep/],
  ])("rejects %s, and changes nothing", async (_criterion, toml, args, expected) => {
    const folder = makeFolder({ "wrangler.toml": toml, ...samples });
    const { status, stderr } = await run("init", folder, ...args);
    expect([status, stderr]).toEqual([2, expect.stringMatching(expected)]);
    expect(readFileSync(join(folder, "wrangler.toml"), "utf8")).toBe(toml);
    expect(readdirSync(join(folder, "articles"))).toHaveLength(2);
  });

  it("keeps the other fields of the author", async () => {
    const author = 'author = { name = "A", url = "https://a.example/", email = "a@a.example" }';
    const folder = makeFolder({ "wrangler.toml": settings.replace(/author = .*/, author) });
    await run("init", folder, "--author", "Ada");
    expect(readFileSync(join(folder, "wrangler.toml"), "utf8")).toContain(author.replace('"A"', '"Ada"'));
  });

  it("has a valid permalink pattern for every system", () => {
    for (const [system, permalink] of Object.entries(defaultPermalinks)) {
      const { problems } = readSettings(parseWranglerFile(`${settings}permalink = ${JSON.stringify(permalink)}\n`, "wrangler.toml"), "");
      expect([system, problems]).toEqual([system, []]);
      expect(readFileSync(resolve(import.meta.dirname, "../../../docs/coming-from.md"), "utf8")).toContain(`permalink = "${permalink}"`);
    }
  });
});

describe("npm run import", () => {
  it("writes the settings of an old site, and keeps comments and the owner's values", async () => {
    const old = resolve(import.meta.dirname, "../../fixtures/sites/jekyll");
    const toml =
      '# mine\n[vars.SITE]\ntitle = "Mine" # really\ntimezone = "UTC"\nauthor = { name = "The Broadsheet desk" }\n\n[build]\ncommand = "x"\n';
    const folder = makeFolder({ "wrangler.toml": toml });
    const { status, stdout } = await run("import", folder, old, "--write");
    expect([status, stdout]).toEqual([0, expect.stringContaining("Every address is the old one.")]);
    expect(stdout).toContain('Kept title = "Mine" of wrangler.toml; the old site had title = "Harbour notes"');
    const written = readFileSync(join(folder, "wrangler.toml"), "utf8");
    expect(written).toMatch(/^# mine\n\[vars\.SITE\]\ntitle = "Mine" # really\ntimezone = "UTC"\nauthor = \{ name = "Mira Holm"/);
    expect(written).toMatch(/ids = "jekyll-feed"\nlimit = 15\n\n\[vars\.SITE\.redirects\]\n"\/feed\.xml" = "\/atom\.xml"\n\n\[build\]/);
    expect((await run("import", folder, old, "--write")).stdout).not.toContain("Wrote");
  });
});

describe("every command", () => {
  const commands = ["check", "compile", "deploy", "doctor", "export", "import", "init", "new", "start"];

  it.each(commands)("%s prints its help, with options and examples", async (command) => {
    const { status, stderr, stdout } = await run(command, makeFolder({}), "--help");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(new RegExp(`^npm (?:run )?${command} -- `));
    expect(stdout).toMatch(/\n {2}-c, --config FILE +\S.*\n[\s\S]*\n {2}-h, --help +print this help\n/);
    expect(stdout).toMatch(new RegExp(`\nExamples:\n {2}npm (?:run )?${command}`));
    expect(stdout).toMatch(/\nExit codes: 0 done, 1 problems were found, 2 wrong arguments\n$/);
    expect(Math.max(...stdout.split("\n").map(({ length }) => length))).toBeLessThan(140);
  });

  it.each([
    ["check", ["--wrong"], /^Cannot use --wrong: npm run check has no such option\n/],
    ["check", ["--stritc"], /^Cannot use --stritc: npm run check has no such option; did you mean --strict\?\n/],
    ["check", ["extra"], /^Cannot use "extra": npm run check takes only options, after "--", as in /],
    ["check", ["--strict=yes"], /^Cannot use a value of --strict: it takes no value; leave the value out\n/],
    ["compile", ["-x"], /^Cannot use -x: npm run compile has no such option\n/],
    ["deploy", ["--env"], /^Cannot use --env without a value\n/],
    ["deploy", ["--dry-run", "--frob"], /^Cannot use --frob: npm run deploy has no such option\n/],
    ["deploy", ["--old-asset-ttl", "soon"], /^Cannot use --old-asset-ttl "soon": write a whole number, such as --old-asset-ttl 60\n/],
    ["deploy", ["src/worker.ts"], /^Cannot use "src\/worker\.ts": npm run deploy takes only options/],
    ["doctor", ["--format", "xml"], /^Cannot write "xml"/],
    ["doctor", ["a.example", "b.example"], /^Cannot check more than one address/],
    ["export", [], /^Cannot export: name one folder/],
    ["export", ["a", "b"], /^Cannot export: name one folder/],
    ["import", [], /^Cannot import: name a file, an address or a folder/],
    ["import", ["--wrong", "x"], /^Cannot use --wrong: npm run import has no such option\n/],
    ["init", ["--title"], /^Cannot use --title without a value\n/],
    ["init", ["--title", "--samples", "keep"], /^Cannot use --title without a value\n/],
    ["new", [], /^Cannot create an article without a title/],
    ["start", ["-e"], /^Cannot use --env without a value\n/],
    ["start", ["--frob"], /^Cannot use --frob: npm start has no such option\n/],
    ["start", ["--prot", "8080"], /^Cannot use --prot: npm start has no such option; did you mean --port\?\n/],
    ["start", ["--port", "abc"], /^Cannot use --port "abc": write a number up to 65535, such as --port 8080\n/],
    ["start", ["--port=65536"], /^Cannot use --port "65536": write a number up to 65535/],
    ["deploy", ["--name", "My Feeds!"], /^Cannot use --name "My Feeds!": use at most 63 .*, such as --name my-feeds\n/],
    ["import", ["a.txt", "--date", "soon"], /^Cannot use --date "soon": it is not a date such as 2024-11-06\n/],
    ["start", ["--remote"], /^Cannot start with --remote: the articles are on this machine; /],
    ["start", ["8080"], /^Cannot use "8080": npm start takes only options, after "--", as in npm start -- --help\n/],
    ["start", ["--local-protocol", "ftp"], /^Cannot use --local-protocol "ftp": write --local-protocol http or --local-protocol https\n/],
  ])("%s %j exits 2, and names its help", async (command, args, expected) => {
    const { status, stderr, stdout } = await run(command, siteOf({}), ...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(expected);
    expect(stderr).toContain(`${command === "start" ? "npm start" : `npm run ${command}`} -- --help prints how to use it\n`);
    expect(stderr.split("\n")).toHaveLength(3);
  });

  const toml = `main = "src/worker.ts"\n${settings}`;
  const site = { "src/worker.ts": "", "wrangler.toml": toml, "articles/2024-11-06-a.md": "# A" };
  const faults: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[], RegExp])[] = [
    ["a missing wrangler.toml", { "src/worker.ts": "" }, [], /Cannot read .*it does not exist; restore it, for example with git checkout/],
    ["an environment that the file does not have", site, ["-e", "nowhere"], /Cannot find the environment "nowhere"/],
    ["settings with an error", { ...site, "wrangler.toml": `${toml}limit = "x"\n` }, [], /Cannot use limit "x"/],
  ];
  const withArguments = { check: [], compile: [], deploy: ["--dry-run"], doctor: [], export: ["public"], import: ["x.txt"], new: ["A"] };
  it.each(
    faults.flatMap(([name, files, args, expected]) =>
      Object.entries(withArguments).map(([command, own]) => [command, name, files, [...own, ...args], expected] as const),
    ),
  )("%s exits 1 on %s, and shows the cause", async (command, _name, files, args, expected) => {
    const { status, stderr, stdout } = await run(command, makeFolder(files), ...args);
    expect(status).toBe(1);
    expect(stdout + stderr).toMatch(expected);
    expect(stdout + stderr).not.toMatch(/--help prints|SITE\.url is empty|\n {4}at /);
  });

  it.each([
    ["start", site, ["-e", "nowhere"], /^Cannot find the environment "nowhere"/],
    ["start", {}, [], /^Cannot read .*it does not exist; run the command in the folder of your site/],
    ["init", {}, ["--title", "A"], /^Cannot read .*it does not exist/],
    ["init", { "wrangler.toml": own }, [], /Cannot continue without an answer: Title of the site/],
    ["doctor", site, ["--file", "nothing.xml"], /^Cannot read nothing\.xml: it does not exist/],
    [
      "doctor",
      { ...site, "wrangler.toml": toml.replace(/^url = .*\n/m, "") },
      [],
      /^Cannot check a site: .*, and SITE\.url is empty; write npm run doctor -- https/,
    ],
    ["doctor", { ...site, "articles/a.md": "Text" }, [], /articles\/a\.md:1:1 error .*\n.*--no-compare/],
    ["import", site, ["nothing.xml"], /^nothing\.xml: Cannot find the file/],
    ["check", { ...site, "articles/a.md": "Text" }, [], /articles\/a\.md:1:1 error /],
  ])("%s exits 1 for faulty files, and shows the cause: %j %j", async (command, files, args, expected) => {
    const { status, stderr, stdout } = await run(command, makeFolder(files), ...args);
    expect([status, stdout + stderr]).toEqual([1, expect.stringMatching(expected)]);
    expect(stdout + stderr).not.toContain("--help prints");
  });

  it.each(["deploy", "export"])("%s reports that the settings are not next to a Worker", (command) => {
    const folder = makeFolder({ "wrangler.toml": `main = "src/worker.ts"\n${settings}` });
    const { status, stderr, stdout } = runProcess("", command, folder, ...(command === "export" ? ["public"] : ["--dry-run"]));
    expect(status).toBe(1);
    expect(stdout + stderr).toMatch(
      /Cannot find the code of the Worker: \S+ has no src\/worker\.ts; put its settings and articles\/ into a copy/,
    );
    expect(stdout + stderr).not.toContain("whoami");
    expect((stdout + stderr).trim().split("\n").length).toBeLessThan(4);
  });

  it.each(commands.filter((command) => command !== "init"))("%s reports an unknown environment", (command) => {
    const folder = makeFolder({ "wrangler.toml": `${settings}[env.staging.vars.SITE]\n`, "src/worker.ts": "" });
    const args = { export: ["public"], import: ["https://example.com"], new: ["A title"] }[command] ?? [];
    const { status, stderr, stdout } = runProcess("", command, folder, "--env", "nope", ...args);
    expect(status).toBe(1);
    expect(stdout + stderr).toMatch(/Cannot find the environment "nope": \S+wrangler\.toml has staging; correct --env or CLOUDFLARE_ENV/);
    expect((stdout + stderr).trim().split("\n").length).toBeLessThan(3);
  });
});
