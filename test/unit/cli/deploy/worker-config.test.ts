import { describe, expect, it } from "vitest";
import { parseWranglerFile } from "../../../../src/build/wrangler/wrangler-file.ts";
import { readWorkerConfig, verifyName, type WorkerOverrides } from "../../../../src/cli/deploy/worker-config.ts";

const domain = (pattern: string) => `{ pattern = "${pattern}", custom_domain = true }`;

const read = (toml: string, environment: string, overrides: WorkerOverrides) =>
  readWorkerConfig(parseWranglerFile(toml, "wrangler.toml"), environment, overrides);

describe("readWorkerConfig()", () => {
  it.each([
    ["the top level", 'name = "blog"', "", "blog"],
    ["an environment", 'name = "blog"\n[env.staging]', "staging", "blog-staging"],
    ["an environment with a name", 'name = "blog"\n[env.staging]\nname = "next"', "staging", "next"],
    ["no name", "", "", undefined],
    ["a name of a wrong type", "name = 5", "staging", undefined],
    ["no name in an environment", "[env.staging]", "staging", undefined],
  ])("finds the name of %s", (_criterion, toml, environment, expected) => {
    expect(read(toml, environment, { env: {} }).name).toBe(expected);
  });

  it("prefers the name of the command line, then that of a CI system", () => {
    expect(read('name = "blog"', "", { name: "other", env: {} }).name).toBe("other");
    expect(read('name = "blog"', "", { name: "other", env: { WRANGLER_CI_OVERRIDE_NAME: "third" } }).name).toBe("third");
  });

  it("prefers the account of the file", () => {
    const env = { CLOUDFLARE_ACCOUNT_ID: "two" };
    expect(read('account_id = "one"', "", { env }).accountId).toBe("one");
    expect(read('account_id = "one"\n[env.a]\naccount_id = "three"', "a", { env }).accountId).toBe("three");
    expect(read("", "", { env }).accountId).toBe("two");
    expect(read("", "", { env: { CLOUDFLARE_ACCOUNT_ID: "" } }).accountId).toBeUndefined();
  });

  it.each<readonly [string, string, string, readonly string[], boolean]>([
    ["no route", "", "", [], true],
    ["routes of wrong types", 'routes = "a.example"\nroute = 5', "", [], false],
    ["a domain of a wrong type", "routes = [5, true, [1], { pattern = 5, custom_domain = true }]", "", [], false],
    ["workers_dev of a wrong type", 'workers_dev = "no"', "", [], true],
    ["a domain", `routes = [${domain("a.example")}]`, "", ["a.example"], false],
    ["a domain in capitals", `routes = [${domain("Mühle.Example")}]`, "", ["xn--mhle-0ra.example"], false],
    ["one route", `route = ${domain("a.example")}`, "", ["a.example"], false],
    ["a table", '[[routes]]\npattern = "a.example"\ncustom_domain = true', "", ["a.example"], false],
    ["a pattern, which is not an address", 'routes = ["a.example/*"]', "", [], false],
    ["a route in a zone", 'routes = [{ pattern = "a.example/*", zone_name = "a.example" }]', "", [], false],
    ["a domain that is switched off", 'routes = [{ pattern = "a.example", custom_domain = true, enabled = false }]', "", [], false],
    ["a domain, and workers.dev", `workers_dev = true\nroutes = [${domain("a.example")}]`, "", ["a.example"], true],
    ["no workers.dev", "workers_dev = false", "", [], false],
    ["an inherited domain", `routes = [${domain("a.example")}]\n[env.b]`, "b", ["a.example"], false],
    ["a domain of its own", `routes = [${domain("a.example")}]\n[env.b]\nroutes = [${domain("b.example")}]`, "b", ["b.example"], false],
    ["no inherited domain", `routes = [${domain("a.example")}]\n[env.b]\nroutes = []`, "b", [], true],
    ["the domain of another environment", `[env.b]\nroutes = [${domain("b.example")}]`, "", [], true],
  ])("finds the addresses of a Worker with %s", (_criterion, toml, environment, customDomains, usesWorkersDev) => {
    const config = read(toml, environment, { env: {} });
    expect(config).toMatchObject({ customDomains, usesWorkersDev });
    expect(config.hasRoutes || customDomains.length === 0).toBe(true);
  });

  it("takes a route of the command line into account", () => {
    const changes = { hasRoutes: true, usesWorkersDev: false };
    expect(read("", "", { hasRoute: true, env: {} })).toMatchObject(changes);
    expect(read("workers_dev = true", "", { hasRoute: true, env: {} })).toMatchObject({ ...changes, usesWorkersDev: true });
  });

  it.each([
    ["", "", false],
    ["workers_dev = false", "", true],
    ["workers_dev = true\n[env.b]", "b", true],
    ["[env.b]\nworkers_dev = false", "b", true],
    ["[env.b]\nworkers_dev = false", "", false],
    ['workers_dev = "no"', "", false],
  ])("says whether a line decides about workers.dev: %j, %j", (toml, environment, writesWorkersDev) => {
    expect(read(toml, environment, { env: {} })).toMatchObject({ writesWorkersDev });
  });

  it("names the table with the settings of the environment", () => {
    expect(read("", "", { env: {} }).settingsTable).toBe("[vars.SITE]");
    expect(read("[env.b]", "b", { env: {} }).settingsTable).toBe("[env.b.vars.SITE]");
  });
});

describe("verifyName()", () => {
  it.each(["my-feeds", "feeds_2", "a".repeat(63)])("accepts the name %j", (name) => {
    expect(verifyName(read("", "", { name, env: {} }), "wrangler.toml").name).toBe(name);
  });

  it.each(["Also_Bad!", "my feeds", "-a", "a.b", "é", "a".repeat(64)])("rejects the name %j, before it is part of an address", (name) => {
    expect(() => verifyName(read("", "", { name, env: {} }), "wrangler.toml")).toThrow(`name ${JSON.stringify(name)}: use at most 63`);
  });

  it("reports a missing name", () => {
    expect(() => verifyName(read("", "", { env: {} }), "other.toml")).toThrow('write name = "my-feeds" at the top of other.toml');
  });
});
