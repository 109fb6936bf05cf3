import { describe, expect, it } from "vitest";
import { findGeneratorSite } from "../../../src/import/generator-site.ts";

const site = (config: string) =>
  findGeneratorSite({ paths: ["_config.yml", "_posts/2024-01-02-moon.md"], read: (path) => (path === "_config.yml" ? config : undefined) });

describe("findGeneratorSite()", () => {
  it("reads the settings of a site", () => {
    expect(site("timezone: Europe/Berlin")).toMatchObject({ system: "jekyll", settings: { timezone: "Europe/Berlin" } });
  });

  it.each([
    ["tags", "!x "],
    ["anchors", "&a "],
    ["aliases", "*a "],
    ["lists", "["],
    ["comments", "# x\n"],
  ])("ignores 10 MB of %s as settings", (_name, piece) => {
    expect(site(piece.repeat(10_000_000 / piece.length))).toMatchObject({ system: "jekyll", settings: { permalink: "date" } });
  });
});
