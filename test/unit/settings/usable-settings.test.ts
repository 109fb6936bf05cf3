import { describe, expect, it } from "vitest";
import { siteSchema } from "../../../src/settings/site-settings.ts";
import { usableSettings } from "../../../src/settings/usable-settings.ts";

const good = { title: "News", author: { name: "Ada" }, limit: 5, language: "de" };

describe("usableSettings()", () => {
  it("returns valid settings unchanged", () => {
    expect(usableSettings(good)).toEqual(siteSchema.parse(good));
  });

  it.each([
    ["an unknown key", { ...good, colour: "red" }, good],
    ["a wrong type", { ...good, limit: "ten" }, { ...good, limit: 20 }],
    ["a wrong value in a table", { ...good, redirects: { "/a": "", old: "/b" } }, good],
    ["a missing title", { ...good, title: undefined }, { ...good, title: "Untitled" }],
    ["an author that is not a table", { ...good, author: "Ada" }, { ...good, author: { name: "Unnamed" } }],
    ["several faults", { title: 5, url: "x", timezone: "Mars", foo: 1 }, { title: "Untitled", author: { name: "Unnamed" } }],
    ["podcast settings without an address", { ...good, podcast: { category: "Arts", image: "x" } }, good],
  ])("uses the default of a setting with a fault: %s", (_, settings, expected) => {
    expect(usableSettings(settings)).toEqual(siteSchema.parse(expected));
  });

  it.each([undefined, null, 5, "x", []])("returns the defaults for %j", (settings) => {
    expect(usableSettings(settings)).toMatchObject({ title: "Untitled", limit: 20 });
  });
});
