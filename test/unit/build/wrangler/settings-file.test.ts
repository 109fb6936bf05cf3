import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings } from "../../../../src/build/wrangler/settings-file.ts";
import { readWranglerFile } from "../../../../src/build/wrangler/wrangler-file.ts";
import { formatDiagnostic } from "../../../../src/model/diagnostic.ts";
import { makeFolder, settings } from "../../cli/sample-folder.ts";

function read(toml: string, environment = "") {
  const folder = makeFolder({ "wrangler.toml": toml });
  const { locationOf: _, problems, ...rest } = readSettings(readWranglerFile(join(folder, "wrangler.toml")), environment);
  return { ...rest, problems: problems.map((problem) => formatDiagnostic(problem).replaceAll(`${folder}/`, "")) };
}

/** The settings with another line in them, which is the fifth. */
function problemsWith(line: string): string[] {
  return read(settings.replace(new RegExp(`^${line.split(" ")[0]} =.*\n`, "m"), "\n") + line).problems;
}

describe("readSettings()", () => {
  it("fills in defaults", () => {
    expect(read(settings)).toEqual({
      isReadable: true,
      settings: { title: "The Harbour Gazette", url: "https://example.com", author: { name: "The desk" } },
      valid: {
        title: "The Harbour Gazette",
        description: "",
        url: "https://example.com",
        language: "en",
        timezone: "UTC",
        author: { name: "The desk" },
        permalink: "/articles/:slug",
        limit: 20,
        content: "full",
        footer: "",
        maxAge: 3600,
        copyright: "",
        gzip: true,
        ids: "addresses",
        redirects: {},
        slugs: {},
        selections: {},
      },
      problems: [],
    });
  });

  it.each([
    ['title = "  A\\n B\\u0007 "', { title: "A B␇" }],
    ['description = "A & B"', { description: "A & B" }],
    ['url = "https://Example.com:443/"', { url: "https://example.com" }],
    ['url = ""', { url: "" }],
    ['language = "PT_br"', { language: "pt-BR" }],
    ['timezone = "Europe/Berlin"', { timezone: "Europe/Berlin" }],
    [
      'author = { name = "A", url = "https://a.example/", email = "a@a.example" }',
      { author: { name: "A", url: "https://a.example/", email: "a@a.example" } },
    ],
    ['permalink = "pretty"', { permalink: "/:categories/:year/:month/:day/:title/" }],
    ['permalink = ":year/:month/:day/:title/"', { permalink: "/:year/:month/:day/:title/" }],
    ['permalink = "/blog/:slugorfilename"', { permalink: "/blog/:slugorfilename" }],
    ['permalink = "/:i_month-:i_day/:title:output_ext"', { permalink: "/:i_month-:i_day/:title:output_ext" }],
    ['permalink = "/:year/:month/:day/:category/:slug/"', { permalink: "/:year/:month/:day/:category/:slug/" }],
    ['idBase = "https://first.example/blog"', { idBase: "https://first.example/blog" }],
    ["limit = 1000", { limit: 1000 }],
    ["maxAge = 0", { maxAge: 0 }],
    ['icon = "articles/icon.PNG"', { icon: "articles/icon.PNG" }],
    ['favicon = "icon.svg"', { favicon: "icon.svg" }],
    ['copyright = "© A"', { copyright: "© A" }],
    ['hub = "https://hub.example"', { hub: "https://hub.example/" }],
    ["gzip = false", { gzip: false }],
    ['redirects = { "/old" = "/new", "/away" = "https://a.example/" }', { redirects: { "/old": "/new", "/away": "https://a.example/" } }],
    ['slugs = { "C#" = "c-sharp" }', { slugs: { "C#": "c-sharp" } }],
    [
      'podcast = { category = "TV & Film", email = "a@a.example" }',
      { podcast: { category: ["TV & Film"], explicit: false, type: "episodic", email: "a@a.example" } },
    ],
  ])("accepts %s", (line, expected) => {
    const toml = settings.replace(new RegExp(`^${line.split(" ")[0]} =.*\n`, "m"), "") + line;
    expect(read(toml)).toMatchObject({ valid: expected, problems: [] });
  });

  it.each([
    ['title = " "', "title"],
    ["title = 5", "title"],
    ["description = []", "description"],
    ['url = "example.com"', "url"],
    ['url = "ftp://example.com"', "url"],
    ['url = "https://example.com/blog"', "url"],
    ['url = "https://user@example.com"', "url"],
    ['language = "a b"', "language"],
    ['timezone = "Mars/Olympus"', "timezone"],
    ['author = "Ada"', "author"],
    ['author = { name = "" }', "author.name"],
    ['author = { name = "A", url = "a.example" }', "author.url"],
    ['author = { name = "A", url = "javascript:alert(1)" }', "author.url"],
    ['author = { name = "A", email = "a" }', "author.email"],
    ['permalink = "articles/:slug"', "permalink"],
    ['permalink = "/articles"', "permalink"],
    ['permalink = "/:slug/:titel"', "permalink"],
    ['permalink = "/:year/:categories/"', "permalink"],
    ['permalink = "prettier"', "permalink"],
    ['permalink = "/:id/:slug"', "permalink"],
    ['permalink = "/:slugs"', "permalink"],
    ['permalink = "//:slug"', "permalink"],
    ['permalink = "/:slug?x"', "permalink"],
    ['idBase = "tag:x"', "idBase"],
    ["limit = 0", "limit"],
    ["limit = 1001", "limit"],
    ["limit = 2.5", "limit"],
    ["maxAge = -1", "maxAge"],
    ["maxAge = 86401", "maxAge"],
    ['maxAge = "1 hour"', "maxAge"],
    ['icon = "icon.svg"', "icon"],
    ['favicon = ""', "favicon"],
    ["copyright = true", "copyright"],
    ['hub = "hub.example"', "hub"],
    ['gzip = "no"', "gzip"],
    ['redirects = { "old" = "/new" }', "redirects.old"],
    ['redirects = { "//old" = "/new" }', "redirects.//old"],
    ['redirects = { "/old?p=1" = "/new" }', "redirects./old\\?p=1"],
    ['redirects = { "/old" = "" }', "redirects./old"],
    ['slugs = { "a b" = "a b" }', "slugs.a b"],
    ['slugs = { "a b" = "a/b" }', "slugs.a b"],
    ["podcast = true", "podcast"],
    ['podcast = { category = "Film", email = "a@a.example" }', "podcast.category"],
    ['podcast = { category = ["Arts", "Film"], email = "a@a.example" }', "podcast.category.1"],
    ['podcast = { category = "Arts", type = "daily", email = "a@a.example" }', "podcast.type"],
    ['podcast = { category = "Arts", explicit = 0, email = "a@a.example" }', "podcast.explicit"],
    ['podcast = { category = "Arts", email = "a" }', "podcast.email"],
  ])("rejects %s, with its location", (line, key) => {
    expect(problemsWith(line)).toEqual([expect.stringMatching(new RegExp(`^wrangler\\.toml:5:1 error Cannot use ${key} .*: .`))]);
  });

  it.each([
    ['titel = "x"', 'wrangler.toml:5:1 error Cannot use key "titel": it is not known; did you mean "title"?'],
    ["max_age = 5", 'wrangler.toml:5:1 error Cannot use key "max_age": it is not known; did you mean "maxAge"?'],
    ['lang = "en"', 'wrangler.toml:5:1 error Cannot use key "lang": it is not known; did you mean "language"?'],
    ['desc = "x"', 'wrangler.toml:5:1 error Cannot use key "desc": it is not known; did you mean "description"?'],
    ["zzzzzz = 5", 'wrangler.toml:5:1 error Cannot use key "zzzzzz": it is not known'],
    ['author = { name = "A", emial = "x" }', 'wrangler.toml:5:1 error Cannot use key "emial": it is not known; did you mean "email"?'],
  ])("suggests the right key for %s", (line, expected) => {
    expect(problemsWith(line)).toEqual([expected]);
  });

  it("explains the fault of an address in redirects", () => {
    expect(problemsWith('redirects = { "old" = "/new" }')[0]).toMatch(/: not a path that begins with \//);
  });

  it("reports all problems at once", () => {
    expect(read("[vars.SITE]\nlimit = 0\nurls = 'x'\n").problems.sort()).toEqual([
      'wrangler.toml:1:1 error Cannot find author: add author = { name = "Ada" }',
      'wrangler.toml:1:1 error Cannot find title: add title = "My site"',
      expect.stringMatching(/^wrangler\.toml:2:1 error Cannot use limit 0: /),
      'wrangler.toml:3:1 error Cannot use key "urls": it is not known; did you mean "url"?',
    ]);
  });

  it("locates a syntax error", () => {
    expect(read("[vars.SITE]\ntitle = Moon\n").problems).toEqual([
      expect.stringMatching(/^wrangler\.toml:2:9 error Cannot read wrangler\.toml: /),
    ]);
  });

  it.each([
    [
      "",
      1,
      "Cannot find [vars.SITE]: the file is empty; restore it, for example with git checkout wrangler.toml, or write a new one with npm run init",
    ],
    ['name = "x"\n', 1, "Cannot find [vars.SITE], the settings of the site: npm run init asks for them and writes them"],
    ['name = "x"\n[vars.site]\ntitle = "x"\n', 2, "Cannot find [vars.SITE]: write [vars.SITE] instead of [vars.site]"],
    ['name = "x"\n[vars.SIET]\ntitle = "x"\n', 2, "Cannot find [vars.SITE]: write [vars.SITE] instead of [vars.SIET]"],
    ["[Site]\nlimit = 1\n", 1, "Cannot find [vars.SITE]: write [vars.SITE] instead of [Site]"],
    ['name = "x"\n[vars]\ntitle = "x"\n', 2, "Cannot find [vars.SITE]: write [vars.SITE] instead of [vars]"],
    ['name = "x"\ntitle = "x"\n', 2, "Cannot find [vars.SITE]: write a line [vars.SITE] above the settings of the site"],
    ['[build]\ncommand = "x"\n', 1, "Cannot find [vars.SITE], the settings of the site: npm run init asks for them and writes them"],
    ['name = "x"\nvars = "SITE"\n', 2, 'Cannot use vars "SITE": write the settings below a line [vars.SITE]'],
    ['[vars]\nOTHER = 1\nSITE = "x"\n', 3, 'Cannot use vars.SITE "x": write the settings below a line [vars.SITE]'],
    ["[vars]\nSITE = []\n", 2, "Cannot use vars.SITE []: write the settings below a line [vars.SITE]"],
    ["vars.SITE = 5\n", 1, "Cannot use vars.SITE 5: write the settings below a line [vars.SITE]"],
    ["vars.SITE = 2024-11-06\n", 1, "Cannot use vars.SITE 2024-11-06: write the settings below a line [vars.SITE]"],
    ['\n[[vars.SITE]]\ntitle = "x"\n', 2, 'Cannot use vars.SITE [{ title = "x" }]: write the settings below a line [vars.SITE]'],
    ["[[vars]]\nSITE = true\n", 1, "Cannot use vars [{ SITE = true }]: write the settings below a line [vars.SITE]"],
  ])("names the missing table for %j", (toml, line, message) => {
    expect(read(toml).problems).toEqual([`wrangler.toml:${line}:1 error ${message}`]);
  });

  it.each([
    ['[env.staging.vars.site]\ntitle = "x"\n', "write [env.staging.vars.SITE] instead of [env.staging.vars.site]"],
    ['[env.staging]\ntitle = "x"\n', "write a line [env.staging.vars.SITE] above the settings of the site"],
  ])("finds misplaced settings of an environment: %j", (toml, advice) => {
    expect(read(toml, "staging").problems).toEqual([expect.stringContaining(`Cannot find [env.staging.vars.SITE]: ${advice}`)]);
  });

  it("reports a misspelled key once, and not also as missing", () => {
    expect(read('[vars.SITE]\ntital = "x"\nauthor = { nam = "A" }\n').problems.toSorted()).toEqual([
      'wrangler.toml:2:1 error Cannot use key "tital": it is not known; did you mean "title"?',
      'wrangler.toml:3:1 error Cannot use key "nam": it is not known; did you mean "name"?',
    ]);
  });

  const long = "x".repeat(5001);
  it.each([
    ['copyright = "L"', 'copyright "'],
    ['author = { name = "L" }', 'author.name "'],
    ['permalink = "/:slug/L"', 'permalink "/:slug/'],
    ['redirects = { "/a" = "/L" }', 'redirects./a "/'],
    ['redirects = { "/L" = "/a" }', "redirects./"],
    ['slugs = { "L" = "a" }', "slugs."],
    ['podcast = { category = "Arts", email = "L@a.example" }', 'podcast.email "'],
  ])("rejects a text of more than 5000 characters in %s, at its line, and shortens it", (line, shown) => {
    const [problem = ""] = problemsWith(line.replace("L", long));
    expect(problem).toMatch(
      /^wrangler\.toml:5:1 error Cannot use .{100,230}: .*(?:longer than 5000 characters; write less|not an e-mail address)/,
    );
    expect(problem).toContain(shown);
    expect(problemsWith(line.replace("L", "x".repeat(1000))).join()).not.toContain("longer than");
  });

  it("shows the beginning of a long value", () => {
    const [problem = ""] = problemsWith(`permalink = "/${"x".repeat(3000)} y"`);
    expect(problem).toMatch(/ Cannot use permalink "\/x{98}…: not a path such as /);
    expect(problemsWith(`${"x".repeat(3000)} = 1`)).toEqual([expect.stringMatching(/ Cannot use key "x{99}…: it is not known$/)]);
  });

  it("describes faults of TOML", () => {
    expect(read('[vars.SITE]\ntitle = "Moon\nlimit = 5\n').problems).toEqual([
      "wrangler.toml:2:14 error Cannot read wrangler.toml: a quote is not closed in this line",
    ]);
    expect(read("[vars.SITE]\ntitle = Moon\n").problems).toEqual([
      'wrangler.toml:2:9 error Cannot read wrangler.toml: a text is in quotes: write title = "Moon"',
    ]);
  });

  it("finds the table of an environment", () => {
    const toml = `${settings}\n[env.staging.vars.SITE]\ntitle = "Staging"\nauthor = { name = "A" }\nlimits = 3\n`;
    expect(read(toml.replace("limits = 3\n", ""), "staging").valid).toMatchObject({ title: "Staging", url: "" });
    expect(read(toml, "staging").problems).toEqual([
      'wrangler.toml:9:1 error Cannot use key "limits": it is not known; did you mean "limit"?',
    ]);
    expect(read(toml, "production").problems).toEqual([
      'wrangler.toml:1:1 error Cannot find the environment "production": wrangler.toml has staging; correct --env or CLOUDFLARE_ENV, or add [env.production.vars.SITE]',
    ]);
    expect(read(`${toml}[env.production]\n`, "production").problems).toEqual([
      "wrangler.toml:1:1 error Cannot find [env.production.vars.SITE]: wrangler gives an environment no vars but its own; copy the lines of [vars.SITE]",
    ]);
  });

  it("locates a key in a table of its own", () => {
    const toml = '[vars.SITE] # ours\ntitle = "A"\n\n[vars.SITE.author]\n  name = "A"\n  email = "A"\n\n[vars.OTHER]\nurl = 1\n';
    expect(read(toml).problems).toEqual([
      'wrangler.toml:6:3 error Cannot use author.email "A": not an e-mail address, such as "ada@example.com"',
    ]);
    expect(read(toml.replace('  name = "A"', "").replace('"A"\n\n[vars.O', '"a@a.example"\n\n[vars.O')).problems).toEqual([
      'wrangler.toml:4:1 error Cannot find author.name: add name = "Ada"',
    ]);
    expect(read('[vars.SITE]\ntitle = "A"\nauthor.name = ""\n').problems).toEqual([
      expect.stringMatching(/^wrangler\.toml:3:1 error Cannot use author\.name "": /),
    ]);
  });

  it("locates faults in the table of a podcast", () => {
    const toml = `${settings}\n[vars.SITE.podcast]\ncategory = "Technolgy"\n  catgory = "Arts"\nexplicit = "no"\n`;
    expect(read(toml).problems.sort()).toEqual([
      "wrangler.toml:6:1 error Cannot find podcast.email: directories write to the owner of a podcast; give it here or as author.email",
      'wrangler.toml:7:1 error Cannot use podcast.category "Technolgy": not a category of Apple Podcasts; did you mean "Technology"?',
      'wrangler.toml:8:3 error Cannot use key "catgory": it is not known; did you mean "category"?',
      expect.stringMatching(/^wrangler\.toml:9:1 error Cannot use podcast\.explicit "no": /),
    ]);
    expect(read(`${settings}[vars.SITE.podcast]\nemail = "a@a.example"\n`).problems).toEqual([
      'wrangler.toml:5:1 error Cannot find podcast.category: add category = "Technology"',
    ]);
  });

  it("uses the author's e-mail address for the owner of a podcast", () => {
    const toml = `[vars.SITE]\ntitle = "A"\nauthor = { name = "A", email = "a@a.example" }\n[vars.SITE.podcast]\ncategory = "Arts"\n`;
    expect(read(toml)).toMatchObject({ problems: [], valid: { podcast: { category: ["Arts"] } } });
    expect(read(toml.replace('"a@a.example"', '"a"')).problems).toEqual([
      'wrangler.toml:3:1 error Cannot use author.email "a": not an e-mail address, such as "ada@example.com"',
    ]);
  });

  it("locates an inline table", () => {
    expect(read('[vars]\nSITE = { title = "A", author = { name = "A" }, x = 1 }\n').problems).toEqual([
      expect.stringMatching(/^wrangler\.toml:2:1 error Cannot use key "x": it is not known/),
    ]);
  });
});
