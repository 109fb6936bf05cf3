import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { build } from "../../src/build/build.ts";
import { checkDocument } from "../../src/conformance/check.ts";
import { feedDocument } from "../../src/feed/feed-document.ts";
import { renderFeed } from "../../src/feed/render-feed.ts";
import { formatDiagnostic } from "../../src/model/diagnostic.ts";
import { newestPage } from "../../src/model/feed-page.ts";
import { formats } from "../../src/model/format.ts";
import { wholeSite } from "../../src/model/selection.ts";

// A small site on disk and the documents that it makes. To renew them after a change that is meant:
// UPDATE_GOLDEN=1 npm test -- and read the difference before it is committed.
const here = import.meta.dirname;
const now = Date.UTC(2025, 0, 1);
const result = await build({ config: join(here, "wrangler.toml"), environment: "", purpose: "deploy", now });

function expectGolden(name: string, actual: string): void {
  const file = join(here, name);
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(file, actual);
  expect(actual).toBe(readFileSync(file, "utf8"));
}

describe("the golden site", () => {
  it("reports the expected problems", () => {
    expectGolden("problems.txt", `${result.problems.map(formatDiagnostic).join("\n")}\n`);
  });

  it.each(formats)("renders the expected $name document, which obeys every rule", (format) => {
    if (result.content === undefined) throw new Error("Cannot compile the golden site");
    const { entries, site } = result.content;
    const document = renderFeed(format, feedDocument(site, newestPage({ selection: wholeSite, entries }, site.limit), format, entries));
    expectGolden(`golden${format.path.replace("/", "-")}`, `${document}\n`);
    const kind = format.name === "RSS" ? "rss" : format.name === "Atom" ? "atom" : "json";
    expect(checkDocument(kind, document, site.url + format.path, now)).toEqual([]);
  });
});
