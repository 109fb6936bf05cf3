import { describe, expect, it } from "vitest";
import { RULES } from "../../../src/conformance/rules/rules.ts";
import { isOwnRule, severityOf } from "../../../src/conformance/severity.ts";

describe("severityOf()", () => {
  it.each([
    ["SAXError", "error"],
    ["InvalidRFC2822Date", "error"],
    ["JSON Feed 1.1 items", "error"],
    ["ContainsRelRef", "warning"],
    ["MissingGuid", "warning"],
    ["MissingDCLanguage", "note"],
    ["Broadsheet: one spelling of dates", "note"],
  ] as const)("returns for %s: %s", (rule, severity) => {
    expect(severityOf(rule)).toBe(severity);
  });
});

describe("severityOf() of a relative address", () => {
  it.each([
    ["<a> href", "warning"],
    ["<img> src", "warning"],
    ["<img> srcset", "note"],
    ["<video> src", "note"],
    ["<source> src", "note"],
    ["<area> href", "note"],
  ] as const)("%s: %s", (place, severity) => {
    expect(severityOf("ContainsRelRef", `/rss/channel/item/description ${place}`)).toBe(severity);
  });
});

describe("severityOf() of a number or a time that begins as one", () => {
  it.each([
    ["InvalidFloat", 'duration="00:01:03"', "warning"],
    ["InvalidFloat", 'bitrate="128 kbit/s"', "warning"],
    ["InvalidFloat", 'duration="PT3M"', "error"],
    ["InvalidFloat", 'duration="-1"', "error"],
    ["InvalidFloat", "12m", "error"], // an element, which the validator reads to its end
    ["InvalidNPTTime", 'time="12:5"', "warning"],
    ["InvalidNPTTime", 'time="noon"', "error"],
    ["InvalidPositiveInteger", 'height="720p"', "error"],
  ] as const)("%s, %s: %s", (rule, message, severity) => {
    expect(severityOf(rule, "/rss/channel/item/media:content", message)).toBe(severity);
  });
});

describe("severityOf() of a rule of JSON Feed", () => {
  it.each([
    ["home_page_url", "$", "missing", "note"],
    ["home_page_url", "$.home_page_url", '"undefined"', "error"],
    ["url", "$.items[1]", "missing", "note"],
    ["url", "$.items[1].url", '"/b"', "error"],
    ["url", "$.authors[0].url", '""', "note"],
    ["url", "$.items[1].attachments[0].url", '""', "error"],
    ["url", "$.items[1].attachments[0]", "missing", "error"],
    ["url", "$.hubs[0]", "missing", "error"],
    ["feed_url", "$", "fetched as https://a.example/", "note"],
    ["version", "$.version", "it is not the first key", "note"],
    ["version", "$.version", '"https://jsonfeed.org/version/2"', "error"],
    ["version", "$", "missing", "error"],
    ["extensions", "$", "generator", "note"],
  ] as const)("%s at %s: %s", (field, place, message, severity) => {
    expect(severityOf(`JSON Feed 1.1 ${field}`, place, message)).toBe(severity);
  });
});

describe("isOwnRule()", () => {
  it("returns true only for the rules of this project", () => {
    expect(RULES.filter(isOwnRule)).toHaveLength(8);
  });
});
