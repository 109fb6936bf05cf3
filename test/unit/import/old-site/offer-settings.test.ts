import { describe, expect, it } from "vitest";
import { offerSettings } from "../../../../src/import/offered-settings/offer-settings.ts";
import { sampleSettings } from "../../../../src/settings/sample-site.ts";

describe("offerSettings()", () => {
  it("offers settings that differ, and replaces those of the sample", () => {
    const old = { title: "Harbour", author: { name: "Mira" }, language: "de", timezone: "UTC", limit: 20, ids: "addresses" as const };
    const { missing, notes } = offerSettings(old, "pretty", sampleSettings);
    expect(missing).toEqual({ title: "Harbour", description: "", language: "de", author: { name: "Mira" }, permalink: "pretty" });
    expect(notes).toEqual(['Not in the old configuration, so the import chose them: description = ""; write your own']);
  });

  it("keeps the owner's settings, and names the old value", () => {
    const written = { title: "Mine", author: { name: "Me" }, url: "https://new.example", permalink: "/:slug/" };
    const { missing, notes } = offerSettings({ title: "Harbour", url: "https://old.example" }, "/:year/:slug/", written);
    expect(missing).toEqual({ idBase: "https://old.example" });
    expect(notes).toHaveLength(3);
    expect(notes.join()).toContain('Kept permalink = "/:slug/" of wrangler.toml; the old site had permalink = "/:year/:slug/"');
  });

  it.each([
    ["limit", { limit: 5000 }, /limit 5000: write 1000 or less/],
    ["timezone", { timezone: "Mars/Olympus" }, /timezone "Mars\/Olympus"/],
    ["language", { language: "english please" }, /language "english please"/],
    ["url", { unusedUrl: "{{ env.URL }}" }, /^The old value is not used\. Cannot use url "\{\{ env\.URL \}\}": not an absolute/],
  ])("never offers an invalid %s, and says why", (key, old, expected) => {
    const { missing, notes } = offerSettings(old, undefined, sampleSettings);
    expect(missing).not.toHaveProperty(key);
    expect(notes.join()).toMatch(expected);
  });

  it("says nothing about an unusable url if there is another one", () => {
    const notes = [
      ...offerSettings({ unusedUrl: "moon", url: "https://moon.blog" }, undefined, sampleSettings).notes,
      ...offerSettings({ unusedUrl: "moon" }, undefined, { ...sampleSettings, url: "https://mine.example" }).notes,
    ];
    expect(notes.filter((note) => note.startsWith("The old value"))).toEqual([]);
  });

  it("keeps the name of an author with an unusable address", () => {
    const { missing } = offerSettings({ author: { name: "Mira", email: "mira at harbour", url: "/about" } }, undefined, sampleSettings);
    expect(missing).toMatchObject({ author: { name: "Mira" } });
  });

  it.each([
    [{ title: "Harbour" }, { author: "Ann" }, { author: { name: "Ann" } }],
    [{ title: "Harbour" }, {}, { author: { name: "Harbour" } }],
    [{ url: "https://old.example" }, { name: "blog" }, { title: "old.example", author: { name: "old.example" } }],
    [{}, { name: "blog" }, { title: "blog", author: { name: "blog" } }],
    [{}, { name: "blog", author: "Ann" }, { title: "blog", author: { name: "Ann" } }],
  ])("never keeps the sample's values: %j with %j", (old, known, expected) => {
    expect(offerSettings(old, undefined, sampleSettings, known).missing).toEqual({ ...old, ...expected, description: "" });
  });

  it.each([
    [{ title: "My Site", description: "Dinosaurs are cool", url: "https://your-docusaurus-site.example.com" }, {}],
    [{ title: "My Docs", language: "de" }, { language: "de" }],
    [{ title: "🪴 Quartz 4", url: "https://quartz.jzhao.xyz", language: "de" }, { language: "de" }],
    [{ title: "Your awesome title", description: "Write an awesome description for your new site here. You can" }, {}],
    [
      { title: "Harbour", author: { name: "Your Name Here" } },
      { title: "Harbour", author: { name: "Harbour" } },
    ],
    [
      { title: "Harbour", url: "https://www.yourdomain.tld" },
      { title: "Harbour", author: { name: "Harbour" } },
    ],
    [{ title: "Gatsby Starter Blog", author: { name: "Kyle Mathews" } }, {}],
  ])("omits values of a starter, and names them: %j", (old, expected) => {
    const { missing, notes } = offerSettings(old, undefined, sampleSettings, { name: "blog" });
    const chosen = "title" in expected ? {} : { title: "blog", author: { name: "blog" } };
    expect(missing).toEqual({ description: "", ...chosen, ...expected });
    expect(notes[0]).toMatch(/^Not used, since they are values of a starter that were never replaced: \w+ = .*; write your own$/);
  });

  it.each([
    "https://gatsby-starter-blog-demo.netlify.com",
    "https://gatsby-starter-blog-demo.netlify.app",
    "https://example.com",
    "http://www.example.org:8080",
    "https://blog.example.net",
    "https://mysite.test",
    "https://your-domain.tld",
    "https://domain.tld",
    "https://yoursite.com",
    "https://your-blog.netlify.app",
    "https://yourusername.github.io",
    "https://username.github.io",
  ])("never makes %s the URL, the title or the author of a site", (url) => {
    const { missing, notes } = offerSettings({ url }, undefined, sampleSettings, { name: "blog" });
    expect(missing).toEqual({ title: "blog", description: "", author: { name: "blog" } });
    expect(notes[0]).toContain(`values of a starter that were never replaced: url = "${url}"`);
  });

  it.each(["url", "unusedUrl"])("names a URL that others cannot reach: %s", (key) => {
    const { missing, notes } = offerSettings({ [key]: "http://localhost:8080" }, undefined, sampleSettings, { name: "blog" });
    expect(missing).toEqual({ title: "blog", description: "", author: { name: "blog" } });
    const line = 'url = "http://localhost:8080"';
    expect(notes[0]).toBe(`The old value is not used. Only this computer or its network can reach ${line}: write the URL of the site`);
  });

  it.each(["https://lab.example", "https://example.community", "https://my-example.com", "https://yourdomainname.io", "https://yours.com"])(
    "keeps the URL %s",
    (url) => {
      expect(offerSettings({ url }, undefined, sampleSettings).missing).toMatchObject({ url });
    },
  );

  it("keeps the address of an author without a name of his own, and drops one of a starter", () => {
    const author = { name: "Your Name", email: "ann@lee.example" };
    const { missing } = offerSettings({ title: "Lab", author }, undefined, sampleSettings, { author: "Ann" });
    expect(missing).toMatchObject({ author: { name: "Ann", email: "ann@lee.example" } });
    for (const email of ["joe@demo.site", "example@domain.com", "your-email@example.com", "yourname@mail.example", "n.tesla@example.com"]) {
      for (const name of ["Your Name", "Ann"]) {
        const offered = offerSettings({ title: "Lab", author: { name, email } }, undefined, sampleSettings, { author: "Ann" });
        expect(offered.missing["author"]).toEqual({ name: "Ann" });
        expect(offered.notes.join()).toContain(email);
      }
    }
  });

  it("writes no undefined part of an author", () => {
    const author = { name: "John Doe", email: undefined, url: undefined };
    const { notes } = offerSettings({ author }, undefined, {});
    expect(notes[0]).toContain('replaced: author = { name = "John Doe" }; write your own');
  });

  it("keeps the author of a starter on a site of his own", () => {
    const old = { title: "Bricolage", author: { name: "Kyle Mathews" } };
    expect(offerSettings(old, undefined, sampleSettings).missing).toMatchObject(old);
  });

  it("keeps titles that only resemble those of starters", () => {
    const old = { title: "My Site about boats", url: "https://docs.quartz.jzhao.example" };
    expect(offerSettings(old, undefined, sampleSettings).missing).toMatchObject(old);
  });

  it("gives a site in use no description and limit of another site", () => {
    const written = { title: "Mine", description: "", author: { name: "Me" } };
    const old = { description: "Theirs", limit: 7, language: "de" };
    const { missing, notes } = offerSettings(old, undefined, written, { hasOthers: true });
    expect(missing).toEqual({ language: "de" });
    expect(notes).toEqual(['description = "Theirs"', "limit = 7"].map((line) => `Not used, since it would be of your whole site: ${line}`));
    expect(offerSettings(old, undefined, written).missing).toEqual(old);
  });

  it("keeps values of the owner that differ from the sample's", () => {
    const written = { title: "Mine", description: "My words", author: { name: "Me" } };
    expect(offerSettings({}, undefined, written, { author: "Ann", name: "blog" })).toMatchObject({ missing: {}, notes: [] });
  });
});
