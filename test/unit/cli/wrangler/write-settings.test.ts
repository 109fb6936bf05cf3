import { chmodSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings } from "../../../../src/build/wrangler/settings-file.ts";
import { readWranglerFile } from "../../../../src/build/wrangler/wrangler-file.ts";
import { writeSettings } from "../../../../src/cli/wrangler/write-settings.ts";
import { makeFolder } from "../sample-folder.ts";

const changes = { url: "https://example.com", idBase: "https://old.example" };
const table =
  'name = "blog" # keep\n\n[vars.SITE]\ntitle = "T" # keep\nurl = "" # replace\nauthor = { name = "A" }\n\n[build]\ncommand = "x"\n';

function write(toml: string, options: { readonly environment?: string; readonly isKept?: boolean } = {}) {
  const folder = makeFolder({ "wrangler.toml": toml });
  const config = join(folder, "wrangler.toml");
  const writeCopy = () => writeSettings(changes, { config, environment: "", isKept: true, ...options });
  return { config, write: writeCopy, keep: () => writeCopy().keep() };
}

describe("writeSettings()", () => {
  it("writes a copy, and wrangler.toml only after the deployment", () => {
    const { config, write: run } = write(table);
    const { config: copy, dispose, keep } = run();
    expect(readFileSync(config, "utf8")).toBe(table);
    expect(readSettings(readWranglerFile(copy), "").valid).toMatchObject(changes);
    expect(keep()).toMatch(/has url = "https:\/\/example\.com" and idBase = "https:\/\/old\.example" in \[vars\.SITE\] now$/);
    expect(readFileSync(config, "utf8")).toBe(
      table.replace('url = "" # replace', `url = "${changes.url}"`).replace("\n\n[build]", `\nidBase = "${changes.idBase}"\n\n[build]`),
    );
    dispose();
    expect(existsSync(copy)).toBe(false);
  });

  it.each(["\r\n", "\n"])("writes to the table of an environment, with line ends %j", (end) => {
    const toml = `${table}[env.staging.vars.SITE]\ntitle = "S"\nauthor = { name = "A" }\n`.replaceAll("\n", end);
    const { config, keep } = write(toml, { environment: "staging" });
    keep();
    expect(readSettings(readWranglerFile(config), "staging").valid).toMatchObject({ ...changes, title: "S" });
    expect(readSettings(readWranglerFile(config), "").valid).toMatchObject({ url: "", title: "T" });
  });

  it.each<readonly [string, (config: string) => void, RegExp]>([
    ["is read-only", (config) => chmodSync(config, 0o444), /^Cannot write to .*wrangler\.toml: it is read-only; for this deployment, /],
    [
      "was edited meanwhile",
      (config) => writeFileSync(config, `${table}# mine`),
      /wrangler\.toml was edited during the deployment; for this /,
    ],
    ["was deleted", (config) => rmSync(config), /^Cannot write to .*wrangler\.toml: it does not exist; for this deployment, /],
  ])("leaves wrangler.toml as it is if it %s", (_criterion, change, expected) => {
    const { config, write: run } = write(table);
    const { keep } = run();
    change(config);
    const before = existsSync(config) && readFileSync(config, "utf8");
    expect(keep()).toMatch(expected);
    expect(existsSync(config) && readFileSync(config, "utf8")).toBe(before);
  });

  it("leaves wrangler.toml as it is in CI, and says what to write", () => {
    const { config, keep } = write(table, { isKept: false });
    expect(keep()).toMatch(/wrangler\.toml is unchanged; for this deployment, \[vars\.SITE\] had url = .*: write them there/);
    expect(readFileSync(config, "utf8")).toBe(table);
  });

  it("writes to the target of a link", () => {
    const { config, keep } = write(table);
    const link = join(makeFolder({}), "wrangler.toml");
    symlinkSync(config, link);
    writeSettings(changes, { config: link, environment: "", isKept: true }).keep();
    expect(readSettings(readWranglerFile(config), "").valid).toMatchObject(changes);
    expect(keep).not.toThrow();
  });

  const site = 'SITE = { title = "T }", author = { name = "A" }, url = "" }';
  it.each([
    ["an inline table", "", `vars = { ${site} } # mine\n`],
    ["an inline table in a table", "", `[vars]\nA = "SITE"\n${site}\n[build]\n`],
    ["an inline table of an environment", "x", `[vars.SITE]\ntitle = "Top"\n[env.x.vars]\n${site}\n`],
    ["an inline table in the variables of an environment", "x", `[env.x]\r\nvars = { A = "b", ${site}, C = "d" }\r\n[env.y]\r\n`],
    ["a header with spaces", "", '[ vars . "SITE" ]\ntitle = "T }"\nauthor = { name = "A" }\n'],
  ])("writes to %s", (_criterion, environment, toml) => {
    const { config, keep } = write(toml, { environment });
    const before = readWranglerFile(config).text;
    keep();
    const { settings } = readSettings(readWranglerFile(config), environment);
    expect(settings).toEqual({ title: "T }", author: { name: "A" }, ...changes });
    const written = `SITE = { title = "T }", author = { name = "A" }, url = "${changes.url}", idBase = "${changes.idBase}" }`;
    if (before.includes(site)) expect(readFileSync(config, "utf8")).toBe(before.replace(site, written));
  });

  it.each([
    [
      "dotted keys",
      'name = "a"\n[vars]\nSITE.title = "T"\nSITE.author.name = "A"\n',
      "line 3 has settings of the site without a line [vars.SITE]",
    ],
    ["a value of several lines", '[vars.SITE]\nurl = """\n"""\n', "a setting below line 1, [vars.SITE], has several lines"],
  ])("does not edit %s, and prints the lines to write", (_criterion, toml, expected) => {
    const { config, write: run } = write(toml);
    expect(run).toThrow(expected);
    expect(run).toThrow(', and add url = "https://example.com" and idBase = "https://old.example"');
    expect(readFileSync(config, "utf8")).toBe(toml);
  });
});
