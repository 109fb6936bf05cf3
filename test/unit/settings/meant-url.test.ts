import { describe, expect, it } from "vitest";
import { describeIssues } from "../../../src/settings/describe-issues.ts";
import { meantUrls } from "../../../src/settings/meant-url.ts";
import { siteSchema } from "../../../src/settings/site-settings.ts";

/** Returns the message about a setting; undefined if it is valid. */
function problemOf(key: string, value: string): string | undefined {
  const settings = { title: "T", author: { name: "A" }, [key]: value };
  return describeIssues(siteSchema.safeParse(settings).error?.issues ?? [], settings)[0]?.message;
}

describe("advice about a URL", () => {
  it.each([
    ["moon.example"],
    ["moon.example/"],
    ["MOON.example"],
    ["//moon.example"],
    ["http//moon.example", "http"],
    ["http:/moon.example", "http"],
    ["https:moon.example"],
    ["https:/moon.example/"],
    ["https;//moon.example"],
    ["https:\\\\moon.example"],
    ["htps://moon.example"],
    ["ttps://moon.example"],
    ["://moon.example"],
    ["https://moon .example"],
    ["https:// moon.example"],
    ["<https://moon.example>"],
    ["https://https://moon.example"],
    ["https://moon.example,"],
  ])("is given once: %j", (value, scheme = "https") => {
    expect(problemOf("url", value)).toBe(`Cannot use url ${JSON.stringify(value)}: write url = "${scheme}://moon.example"`);
  });

  it.each([
    ["www.moon.example", "https://www.moon.example"],
    ["localhost:8787", "http://localhost:8787"],
    ["bücher.example", "https://xn--bcher-kva.example"],
  ])("keeps the host of %s", (value, expected) => {
    expect(problemOf("url", value)).toBe(`Cannot use url "${value}": write url = "${expected}"`);
  });

  it.each(["moon.example/blog", "//moon.example/blog", "https://moon.example/?x", "https://moon.example#x", "https://moon.example//"])(
    "reports that %s is more than an origin, and accepts it elsewhere",
    (value) => {
      expect(problemOf("url", value)).toBe(`Cannot use url "${value}": it is more than an origin; write url = "https://moon.example"`);
      if (!/^https:/.test(value))
        expect(problemOf("hub", value)).toBe(`Cannot use hub "${value}": write hub = "https://moon.example/blog"`);
    },
  );

  it.each([
    " https://moon.example ",
    "https://moon.example/",
    "HTTPS://MOON.EXAMPLE",
    "https://www.moon.example",
    "http://[::1]:8787",
    "https://a_b.example.",
  ])("is not given for %j", (value) => {
    expect(problemOf("url", value)).toBeUndefined();
  });

  it.each(["ftp://moon.example", "mailto:ada@moon.example", "/blog", "moon", "https://", "", "https://.example", "https://moon..example"])(
    "does not guess the meaning of %j",
    (value) => {
      expect(meantUrls(value)).toEqual([]);
    },
  );
});
