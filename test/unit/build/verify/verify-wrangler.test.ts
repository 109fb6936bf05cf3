import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { verifyWrangler, type WranglerNeeds } from "../../../../src/build/verify/verify-wrangler.ts";
import { verifyValues } from "../../../../src/build/wrangler/verify-values.ts";
import { parseWranglerFile } from "../../../../src/build/wrangler/wrangler-file.ts";
import { formatDiagnostic } from "../../../../src/model/diagnostic.ts";
import { makeFolder } from "../../cli/sample-folder.ts";

const own = readFileSync(resolve(import.meta.dirname, "../../../../wrangler.toml"), "utf8");
const needs: WranglerNeeds = { hasHub: true, unbundledArticles: 7, recordings: 0, development: false };

function reported(toml: string, environment = "", changes: Partial<WranglerNeeds> = {}): string[] {
  return verifyWrangler(parseWranglerFile(toml, "wrangler.toml"), environment, { ...needs, ...changes }).map(formatDiagnostic);
}
const without = (pattern: RegExp) => {
  expect(own).toMatch(pattern);
  return own.replace(pattern, "");
};

describe("verifyWrangler()", () => {
  it("accepts the file of the project", () => {
    expect(reported(own)).toEqual([]);
  });

  it("ignores the settings of a site in a folder without a Worker", () => {
    const file = parseWranglerFile('[vars.SITE]\ntitle = "x"\n', join(makeFolder({}), "wrangler.toml"));
    expect(verifyWrangler(file, "", needs)).toEqual([]);
  });

  it("skips no check if main is missing, next to the code of a Worker", () => {
    expect(reported('[vars.SITE]\ntitle = "x"\n')).toHaveLength(9);
  });

  it.each([
    [/^directory = .*\n/m, /:\d+:1 error Cannot find directory = "build\/public" in \[assets\]: icons and .*; add the line$/],
    [/^\[assets\]\n(?:.+\n)+/m, /:1:1 error Cannot find directory = /],
    [
      /^binding = "ASSETS"\n/m,
      /error Cannot find binding = "ASSETS" in \[assets\]: the Worker could not read the texts of 7 older articles; add/,
    ],
    [
      /^run_worker_first = .*\n/m,
      /error Cannot find run_worker_first = \["\/_contents\/\*"\] in \[assets\]: everybody could read the texts of 7/,
    ],
    [
      /^\[build\]\n(?:.+\n)+/m,
      /error Cannot find command = "node src\/cli\/compile.ts" in \[build\]: wrangler would deploy the previous build/,
    ],
    [/^\[version_metadata\]\n.+\n/m, /warning Cannot find binding = "VERSION" in \[version_metadata\]: Last-Modified would not change/],
    [/^\[cache\]\n.+\n/m, /warning Cannot find enabled = true in \[cache\]: each request would run the Worker/],
    [
      /^\[triggers\]\n.+\n/m,
      /warning Cannot find crons = \["\*\/5 \* \* \* \*"\] in \[triggers\]: the Worker would not ping SITE.hub for scheduled entries/,
    ],
  ])("reports that %s is missing", (pattern, expected) => {
    const found = reported(without(pattern));
    expect(found[0]).toMatch(expected);
    expect(reported(without(pattern), "", { development: true })[0]).toMatch(/ warning /);
  });

  // Nothing that readers or the owner see depends on the others: their defaults are the same, or the file contains only what the
  // dashboard shows, and how large and fast the script is.
  const optional = new Set(
    ...[["send_metrics", "minify", "keep_names", "upload_source_maps", "watch_dir", "html_handling", "not_found_handling"]],
  );
  const lines = own.split("\n").flatMap((line, index) => (/^[a-z_]+ = /.test(line) ? [[line, index] as const] : []));
  const settings = lines.slice(
    lines.findIndex(([line]) => line.startsWith("title")),
    lines.findIndex(([line]) => line.startsWith("command")),
  );
  const needed = lines.filter((line) => !settings.includes(line) && !optional.has(line[0].split(" = ")[0] ?? ""));

  it.each(needed)("reports the line %j of the project's own file if it is missing", (line, index) => {
    const text = own.split("\n").toSpliced(index, 1).join("\n");
    if (line === "enabled = true" && /\[observability\]\n$/.test(text)) return; // logs, which only the owner sees
    for (const environment of ["", "staging"]) {
      const staging = '[env.staging.vars.SITE]\ntitle = "x"\n[env.staging.version_metadata]\nbinding = "VERSION"\n';
      const file = parseWranglerFile(text + staging, resolve(import.meta.dirname, "../../../../wrangler.toml"));
      const problems = [...verifyWrangler(file, environment, needs), ...verifyValues(file, environment, Date.parse("2026-11-29"))];
      const isInherited = environment === "staging" && line === 'binding = "VERSION"'; // each environment has its own
      const shown = line.startsWith("name = ") ? 'name = "my-feeds"' : line.replace(/"$/, "");
      expect(problems.map(({ message }) => message)).toEqual(isInherited ? [] : [expect.stringContaining(`Cannot find ${shown}`)]);
    }
  });

  it("requires lines for audio and video files", () => {
    const lacking = without(/^(?:binding = "ASSETS"|run_worker_first = .*)\n/gm);
    expect(reported(lacking, "", { unbundledArticles: 0, recordings: 2 })).toEqual([
      expect.stringMatching(
        /error Cannot find binding = "ASSETS" in \[assets\]: the Worker could not read 2 recordings and transcripts; add/,
      ),
      expect.stringMatching(
        /error Cannot find run_worker_first = .*: everybody could read 2 recordings and transcripts, except those of drafts; add/,
      ),
    ]);
    expect(reported(lacking, "", { recordings: 1 })[0]).toContain("read the texts of 7 older articles and 1 recording or transcript;");
  });

  it.each([
    ["a hub", /^\[triggers\]\n.+\n/m, { hasHub: false }],
    ["older articles", /^(?:binding = "ASSETS"|run_worker_first = .*)\n/gm, { unbundledArticles: 0 }],
  ])("requires some lines only for %s", (_need, pattern, changes) => {
    expect(reported(without(pattern), "", changes)).toEqual([]);
  });

  it("accepts a Worker that runs first for every file, and an empty list of cron triggers", () => {
    expect(reported(own.replace(/^run_worker_first = .*$/m, "run_worker_first = true").replace(/^crons = .*$/m, "crons = []"))).toEqual([]);
  });

  it.each([
    ["the folder of another site", own.replace('"build/public"', '"public"'), /Cannot find directory/],
    ["another name for the files", own.replace('"ASSETS"', '"FILES"'), /Cannot find binding = "ASSETS"/],
    ["a public folder", own.replace(/^run_worker_first = .*$/m, "run_worker_first = false"), /Cannot find run_worker_first/],
    ["another private folder", own.replace("/_contents/", "/contents/"), /Cannot find run_worker_first/],
  ])("reports %s", (_criterion, toml, expected) => {
    expect(reported(toml)).toEqual([expect.stringMatching(expected)]);
  });

  it("applies the keys that an environment inherits", () => {
    const staging = `${own}[env.staging.build]\ncommand = "node src/cli/compile.ts --env staging"\n`;
    const bound = `${staging}[env.staging.version_metadata]\nbinding = "VERSION"\n`;
    expect(reported(bound, "staging")).toEqual([]);
    expect(reported(staging, "staging")).toEqual([
      expect.stringMatching(/warning Cannot find binding = "VERSION" in \[env\.staging\.version_metadata\]/),
    ]);
    expect(reported(`${bound}[env.staging.assets]\ndirectory = "build/public"\nbinding = "ASSETS"\n`, "staging")).toEqual([
      expect.stringMatching(/Cannot find run_worker_first .* in \[env\.staging\.assets\]/),
    ]);
  });

  it("reports a build command with a different environment, and prints the right one", () => {
    const bound = `${own}[env.staging.version_metadata]\nbinding = "VERSION"\n`;
    const line = 'command = "node src/cli/compile.ts --env staging"';
    expect(reported(bound, "staging")).toEqual([]); // npm run deploy names it
    const other = `${bound}[env.staging.build]\ncommand = "node src/cli/compile.ts --env stagings"\n`;
    expect(reported(other, "staging")).toEqual([expect.stringContaining(line)]);
    expect(reported(`${bound}[env.staging.build]\ncommand = "node src/cli/compile.ts -e staging && true"\n`, "staging")).toEqual([]);
  });
});
