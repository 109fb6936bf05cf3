import { describe, expect, it } from "vitest";
import { jekyll } from "../../../../src/import/generators/jekyll.ts";
import { quartz } from "../../../../src/import/generators/quartz.ts";
import { open, planOf } from "./in-memory-site.ts";

describe("plan() writes the path of the old site before aliases", () => {
  const redirected = '---\ntitle: A\nredirect_from: [/old/, two.html, "https://example.org/x"]\n---\nx';
  const corrected = { redirect_from: ["/log/old/", "/log/two.html", "https://example.org/x"] };

  it("for redirect_from of Jekyll", () => {
    const site = open(jekyll, { "_config.yml": "baseurl: /log\n", "_posts/2024-01-02-a.md": redirected, "about.md": redirected });
    expect(planOf(site, "_posts/2024-01-02-a.md", redirected)).toMatchObject({ corrections: corrected });
    expect(planOf(site, "about.md", redirected)).toMatchObject({ corrections: corrected });
  });

  it("unless the old site was at the root", () => {
    const site = open(jekyll, { "_config.yml": "title: A\n", "_posts/2024-01-02-a.md": redirected });
    expect(planOf(site, "_posts/2024-01-02-a.md", redirected)).not.toMatchObject({ corrections: { redirect_from: expect.anything() } });
  });

  it.each([
    ["ann.example/garden", { aliases: ["/garden/Old-Name", "/garden/my/perm"] }],
    ["ann.example", { aliases: ["/Old-Name", "/my/perm"] }],
  ])("for aliases and the permalink of Quartz at %s", (baseUrl, corrections) => {
    const note = "---\naliases: [Old Name, a]\npermalink: /my/perm\ndate: 2024-01-02\n---\nx";
    const config = `export default { configuration: { baseUrl: "${baseUrl}" } }`;
    expect(planOf(open(quartz, { "quartz.config.ts": config, "content/a.md": note }), "content/a.md", note)).toMatchObject({ corrections });
  });

  // Before 4.5, Quartz joined the folder of a note and an alias.
  it.each([
    ["4.2.3", ["/Old", "/garden/near", "/my/perm", "/garden/beds/Old"]],
    ["4.4.0", ["/Old", "/garden/near", "/my/perm", "/garden/beds/Old"]],
    ["4.5.1", ["/Old", "/garden/near", "/my/perm"]],
    ["4.10.0", ["/Old", "/garden/near", "/my/perm"]],
    [undefined, ["/Old", "/garden/near", "/my/perm", "/garden/beds/Old"]],
  ])("for aliases of Quartz %s in a folder", (version, aliases) => {
    const note = "---\naliases: [Old, ../near]\npermalink: /my/perm\n---\nx";
    const files = {
      "quartz.config.ts": 'export default { configuration: { baseUrl: "ann.example" } }',
      "package.json": JSON.stringify({ name: "@jackyzha0/quartz", version }),
      "content/garden/beds/a.md": note,
    };
    const plan = planOf(open(quartz, files), "content/garden/beds/a.md", note);
    expect(plan).toMatchObject({ corrections: { aliases } });
  });
});
