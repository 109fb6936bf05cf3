import { describe, expect, it } from "vitest";
import { welcome } from "../../../../src/cli/start/welcome.ts";

describe("welcome()", () => {
  it("shows the addresses of the site", () => {
    expect(welcome("http://localhost:8787", undefined)).toEqual([
      "",
      "Broadsheet is running. Edit a file in articles/, and the page shows it. Ctrl+C stops it.",
      "",
      "  Preview    http://localhost:8787/",
      "  RSS        http://localhost:8787/rss.xml",
      "  Atom       http://localhost:8787/atom.xml",
      "  JSON Feed  http://localhost:8787/feed.json",
      "  All feeds  http://localhost:8787/feeds/",
      "",
    ]);
  });

  it.each([
    ["http://localhost:8788", undefined, true],
    ["http://localhost:41234", undefined, true],
    ["http://localhost:8080", "8080", false],
    ["http://localhost:41234", 0, false],
    ["http://localhost:8787", undefined, false],
  ])("explains the unusual port %s if the owner asked for %j", (origin, port, expected) => {
    const note = `Another program uses port 8787, so the site is at ${origin}`;
    expect(welcome(origin, port).includes(note)).toBe(expected);
  });
});
