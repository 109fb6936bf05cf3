import { describe, expect, it } from "vitest";
import { sampleFile } from "../../../../src/build/wrangler/sample-file.ts";
import { parseWranglerFile, type WranglerFile } from "../../../../src/build/wrangler/wrangler-file.ts";
import { DevConfiguration, stopgapFile } from "../../../../src/cli/start/dev-configuration.ts";
import type { Diagnostic } from "../../../../src/model/diagnostic.ts";

const file = (text: string) => parseWranglerFile(text, "wrangler.toml");
const initial = stopgapFile("wrangler.toml", "");

/** Refuses files that contain "bad", and warns of those that contain "odd". */
function start() {
  const verified: string[] = [];
  const problem = (severity: Diagnostic["severity"], text: string): Diagnostic[] =>
    text.includes(severity === "error" ? "bad" : "odd") ? [{ file: "wrangler.toml", line: 1, column: 1, severity, message: severity }] : [];
  const configuration = new DevConfiguration(initial, "", async ({ text }: WranglerFile) => {
    verified.push(text);
    return [...problem("error", text), ...problem("warning", text)];
  });
  const offer = async (text: string) => (await configuration.offer(file(text))).map(({ message }) => message);
  return { configuration, offer, verified, current: () => configuration.current.text };
}

describe("DevConfiguration", () => {
  it("is the last file that wrangler accepts, or the lines of the project", async () => {
    const { current, offer } = start();
    expect(await offer('name = "bad"')).toEqual(["error"]);
    expect(current()).toBe(initial.text);
    expect(await offer('name = "odd"')).toEqual(["warning"]);
    expect(current()).toBe('name = "odd"');
    await offer('name = "bad"');
    expect(current()).toBe('name = "odd"');
    expect(await offer('name = "good"')).toEqual([]);
    expect(current()).toBe('name = "good"');
  });

  it("does not verify again after an edit of the settings, unless reported lines may have moved", async () => {
    const { current, offer, verified } = start();
    await offer('name = "a"\n[vars.SITE]\ntitle = "x"');
    await offer('name = "a"\n[vars.SITE]\ntitle = "y"');
    expect([verified.length, current()]).toEqual([1, 'name = "a"\n[vars.SITE]\ntitle = "y"']);
    await offer('name = "bad"');
    await offer('name = "bad"');
    expect(verified.length).toBe(2);
    await offer('# one\nname = "bad"');
    expect(verified.length).toBe(3);
  });

  it("verifies again after a text without quotes has become a date", async () => {
    const { offer, verified } = start();
    await offer('compatibility_date = "2026-10-01"');
    await offer("compatibility_date = 2026-10-01");
    expect(verified).toHaveLength(2);
  });

  it("returns to the last file that worked, and reports why", async () => {
    const { configuration, current, offer } = start();
    await offer('name = "a"');
    expect(configuration.confirm()).toBe(false);
    await offer('name = "a"\nmain = "b"');
    expect(configuration.refuse('No "main"')).toBe(true);
    expect(current()).toBe('name = "a"');
    expect([configuration.confirm(), configuration.confirm()]).toEqual([true, true]);
    expect(await configuration.offer(file('name = "a"\nmain = "b"'))).toEqual([
      { file: "wrangler.toml", line: 2, column: 1, severity: "error", message: 'Cannot run wrangler with this file: No "main"' },
    ]);
    expect(configuration.confirm()).toBe(false);
    expect(current()).toBe('name = "a"');
    expect(await offer('name = "c"')).toEqual([]);
    expect(current()).toBe('name = "c"');
  });

  it("changes its key only if a line that wrangler dev reads changes", async () => {
    const { configuration, offer } = start();
    const keys: string[] = [];
    for (const text of [
      'main = "a"\n[env.x]\nmain = "b"',
      'main = "a"\nname = "n"\nworkers_dev = true\n[vars.SITE]\ntitle = "x"\n[[routes]]\npattern = "a.example"\ncustom_domain = true',
      'main = "a"\n[observability]\nenabled = true\n[triggers]\ncrons = []',
      'main = "c"',
      'main = "c"\n[vars]\nA = 1',
    ]) {
      await offer(text);
      keys.push(configuration.key);
    }
    expect(keys.map((key) => keys.indexOf(key))).toEqual([0, 0, 0, 3, 4]);
  });

  it("has a different key if lines of its own environment change", async () => {
    const configuration = new DevConfiguration(stopgapFile("wrangler.toml", "x"), "x", async () => []);
    const before = configuration.key;
    await configuration.offer(file(`${configuration.current.text}[env.y.dev]\nport = 1\n[env.x]\nname = "n"`));
    expect(configuration.key).toBe(before);
    await configuration.offer(file(`${configuration.current.text}[env.x.dev]\nport = 1`));
    expect(configuration.key).not.toBe(before);
  });

  it("reports no fault of a file if wrangler cannot start with the previous one either", async () => {
    const { configuration, current, offer } = start();
    await offer('name = "a"');
    expect([configuration.refuse("x"), configuration.refuse("x")]).toEqual([true, false]);
    expect(await offer('name = "a"')).toEqual([]);
    expect(current()).toBe('name = "a"');
  });
});

describe("stopgapFile()", () => {
  it("has the key of the wrangler.toml of the project, and of each with another name, settings and routes", async () => {
    const { configuration, offer } = start();
    const before = configuration.key;
    const edited = sampleFile.replace(/^name = .*/, 'name = "moon"').replace(/^title = .*$/m, 'title = "Moon"');
    for (const text of [sampleFile, `${edited}\n[[routes]]\npattern = "moon.example"\ncustom_domain = true\n`]) {
      await offer(text);
      expect([configuration.current.text, configuration.key]).toEqual([text, before]);
    }
    for (const text of [
      sampleFile.replace("node src/cli/compile.ts", "npm run own"),
      sampleFile.replace("minify = true", "minify = false"),
    ]) {
      await offer(text);
      expect(configuration.key).not.toBe(before);
    }
  });

  it("has no build command, which would read the broken file", () => {
    expect(stopgapFile("wrangler.toml", "").top.build).toBeUndefined();
  });

  it("has the table of the environment", () => {
    expect(stopgapFile("wrangler.toml", "my env").top.env).toEqual({ "my env": { vars: { SITE: {} } } });
  });
});
