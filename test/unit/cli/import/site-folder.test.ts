import { truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openSite } from "../../../../src/cli/import/site-folder.ts";
import { makeFolder } from "../sample-folder.ts";

describe("openSite()", () => {
  it("reads only the beginning of a file that is larger than memory", () => {
    const folder = makeFolder({ "old/log.txt": "", "old/a.md": "Text" });
    truncateSync(join(folder, "old/log.txt"), 5 * 2 ** 30); // which takes no space
    const site = openSite(join(folder, "old"));
    expect([site?.read("log.txt")?.length, site?.read("a.md"), site?.read("b.md")]).toEqual([16 * 2 ** 20, "Text", undefined]);
  });
});
