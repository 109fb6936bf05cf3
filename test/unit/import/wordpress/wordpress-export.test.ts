import { describe, expect, it } from "vitest";
import { isWordpressExport, wordpressEntries } from "../../../../src/import/wordpress/wordpress-export.ts";
import { all, inChunks } from "../chunks.ts";
import { compileImported } from "../imported.ts";

const wxr = (items: string) => `<?xml version="1.0" encoding="UTF-8"?>
<!-- This is a WordPress eXtended RSS file -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Tide</title><link>https://old.example</link><language>en-US</language><wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login><![CDATA[ada]]></wp:author_login><wp:author_email>ada@old.example</wp:author_email><wp:author_display_name>Ada L.</wp:author_display_name></wp:author>
${items}</channel></rss>`;

const meta = (key: string, value: string) =>
  `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;
const post = (more = "", fields: Readonly<Record<string, string>> = {}) => {
  const all = { status: "publish", post_type: "post", post_date_gmt: "2012-05-04 10:00:00", ...fields };
  const elements = Object.entries(all).map(([name, value]) => `<wp:${name}><![CDATA[${value}]]></wp:${name}>`);
  return `<item><title><![CDATA[Fish &amp; chips]]></title><link>https://old.example/2012/05/fish/</link><guid isPermaLink="false">https://old.example/?p=12</guid>
    <pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate><content:encoded><![CDATA[Fresh.]]></content:encoded>${elements.join("")}${more}</item>`;
};
const picture = `<item><title>a</title><wp:post_id>13</wp:post_id><wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type>
  <wp:attachment_url>https://old.example/a.jpg</wp:attachment_url>${meta("_wp_attachment_image_alt", "An A")}</item>`;

async function read(text: string) {
  const notes: string[] = [];
  const entries = await all(wordpressEntries(inChunks(text), (note) => notes.push(note)));
  return { entries, notes };
}

describe("wordpressEntries() of an export", () => {
  it("offers the settings of the blog", async () => {
    const offered: unknown[] = [];
    const text = wxr(`<description>Fish &amp;amp; more</description>${post()}`);
    await all(
      wordpressEntries(
        inChunks(text),
        () => {},
        (old) => offered.push(old),
      ),
    );
    expect(offered).toEqual([{ title: "The Tide", description: "Fish & more", language: "en-US", url: "https://old.example" }]);
  });
});

describe("wordpressEntries()", () => {
  it("shows the captions of a gallery", async () => {
    const gallery = post().replace("Fresh.", '[gallery ids="13"]');
    const captioned = picture.replace("</item>", "<excerpt:encoded><![CDATA[The quay]]></excerpt:encoded></item>");
    const { entries } = await read(wxr(gallery + captioned));
    expect(entries[0]?.content).toContain('alt="An A">\n<figcaption>The quay</figcaption>');
  });

  it.each([
    ["_yoast_wpseo_meta-robots-noindex", "1", true],
    ["_yoast_wpseo_meta-robots-noindex", "2", undefined],
    ["_yoast_wpseo_meta-robots-nofollow", "1", undefined],
    ["_seopress_robots_index", "yes", true],
    ["rank_math_robots", 'a:2:{i:0;s:7:"noindex";i:1;s:8:"nofollow";}', true],
    ["rank_math_robots", 'a:1:{i:0;s:5:"index";}', undefined],
  ])("keeps a post from search engines if a plugin did, by %s = %s", async (key, value, noindex) => {
    const { entries } = await read(wxr(post(meta(key, value))));
    expect(entries[0]?.noindex).toBe(noindex);
    expect((await compileImported(entries))[0]?.excludedFrom).toBe(noindex ? "search engines" : undefined);
  });

  it.each([
    ["_yoast_wpseo_canonical", "https://elsewhere.example/a/", 1],
    ["_yoast_wpseo_canonical", "https://www.old.example/a/", 0],
    ["_yoast_wpseo_canonical", "http://old.example/", 0],
    ["_yoast_wpseo_canonical", "https://old.example.net/a", 1],
    ["_yoast_wpseo_canonical", "", 0],
    ["_seopress_robots_canonical", "https://elsewhere.example/a/", 1],
    ["rank_math_canonical_url", "https://elsewhere.example/a/", 1],
    ["other_canonical", "https://elsewhere.example/a/", 0],
  ])("names a canonical URL on another site: %s = %s", async (key, value, count) => {
    const { entries } = await read(wxr(post(meta(key, value))));
    expect(entries[0]?.notes).toHaveLength(count);
    for (const note of entries[0]?.notes ?? [])
      expect(note).toContain(`Its canonical URL was left out, since each page here is the original: name ${value}`);
  });

  describe("converts the footnotes of the block editor", () => {
    const reference = (id: string) => `<sup data-fn="${id}" class="fn"><a href="#${id}" id="${id}-link">1</a></sup>`;
    const field = meta("footnotes", String.raw`[{"content":"Checked by <em>Jo<\/em>.","id":"6b5a-1"},{"content":"Secret","id":"ab12"}]`);
    const readText = async (text: string, more = field) => (await read(wxr(post(more).replace("Fresh.", text)))).entries;

    it("to a list with links both ways, in place of their block", async () => {
      const entries = await readText(`<p>Fine.${reference("6b5a-1")}</p>\n\n<!-- wp:footnotes /-->\n\n<p>End ${reference("ab12")}</p>`);
      expect(entries[0]?.notes).toEqual([]);
      expect(entries[0]?.content?.replace(/\n+/g, "")).toContain(
        '</p><ol><li id="6b5a-1">Checked by <em>Jo</em>. <a href="#6b5a-1-link">↩︎</a></li><li id="ab12">Secret <a href="#ab12-link">↩︎</a></li></ol><p>End',
      );
      const [entry] = await compileImported(entries);
      expect(entry?.content).toMatch(
        /<a href="\S+#(\S+6b5a-1)" id="(\S+6b5a-1-link)">1<\/a>[\s\S]*<li id="\1">Checked by <em>Jo<\/em>. <a href="\S+#\2">/,
      );
    });

    it("without those of hidden parts", async () => {
      const hidden = `<!-- wp:members/content --><p>Hidden ${reference("ab12")}</p><!-- /wp:members/content -->`;
      const [entry] = await readText(`<!-- wp:paragraph --><p>Fine.${reference("6b5a-1")}</p>${hidden}<!-- wp:footnotes /-->`);
      expect(entry?.content).toContain("Checked by");
      expect(entry?.content).not.toContain("Secret");
    });

    it.each(["", meta("footnotes", "[{]"), meta("footnotes", '[{"id":1}]')])(
      "and reports those that the export does not have: %j",
      async (more) => {
        const [entry] = await readText("<p>Fine.</p><!-- wp:footnotes /-->", more);
        expect(entry?.notes).toEqual(["Removed from its text, since only WordPress can render it: wp:footnotes"]);
      },
    );
  });

  it("parses all fields of a post", async () => {
    const more = `<dc:creator>ada</dc:creator><excerpt:encoded><![CDATA[An <b>excerpt</b>.]]></excerpt:encoded>
      <wp:post_modified_gmt>2013-01-02 03:04:05</wp:post_modified_gmt>
      <category domain="category" nicename="food"><![CDATA[Food &amp; drink]]></category><category domain="post_tag">sea</category>
      <category domain="post_format">Aside</category>${meta("_thumbnail_id", "13")}${meta("_wp_old_slug", "fisch")}
      ${meta("enclosure", 'https://old.example/a.mp3\n1234\naudio/mpeg\na:1:{s:8:"duration";s:8:"01:12:05";}')}`;
    const { entries, notes } = await read(wxr(post(more) + picture));
    expect(notes).toEqual(["Skipped, since they are not articles: 1 × attachment"]);
    expect(entries).toMatchObject([
      {
        id: "https://old.example/?p=12",
        title: "Fish & chips",
        link: "https://old.example/2012/05/fish/",
        published: "2012-05-04 10:00:00Z",
        updated: "2013-01-02 03:04:05Z",
        authors: [{ name: "Ada L." }],
        categories: ["Food & drink", "sea"],
        summary: "An excerpt.",
        content: "<p>Fresh.</p>",
        image: { url: "https://old.example/a.jpg", alt: "An A" },
        enclosure: { url: "https://old.example/a.mp3", length: 1234, type: "audio/mpeg", duration: 4325 },
        aliases: ["https://old.example/2012/05/fisch/"],
        language: "en-US",
        draft: false,
        notes: [],
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain("ada@");
    expect(await compileImported(entries)).toMatchObject([
      { id: "https://old.example/?p=12", path: "/2012/05/fish/", aliases: ["/2012/05/fisch/"], published: Date.UTC(2012, 4, 4, 10) },
    ]);
  });

  it.each([
    ["draft", { status: "draft", post_date_gmt: "0000-00-00 00:00:00", post_date: "2021-01-01 12:00:00" }, "2021-01-01 12:00:00", []],
    ["pending", { status: "pending" }, "2012-05-04 10:00:00Z", []],
    ["private", { status: "private" }, "2012-05-04 10:00:00Z", ["It was private: it was kept as a draft"]],
    ["password", { post_password: "x" }, "2012-05-04 10:00:00Z", [expect.stringContaining("protected by a password")]],
    ["private page", { post_type: "page", status: "private" }, "2012-05-04 10:00:00Z", ["It was private: it was kept as a draft"]],
    ["other type", { post_type: "recipe" }, "2012-05-04 10:00:00Z", [expect.stringContaining("of the type recipe")]],
    ["without a date", { status: "draft", post_date_gmt: "0000-00-00 00:00:00" }, undefined, []],
  ])("keeps posts that were not in the feed as drafts: %s", async (_name, fields, published, notes) => {
    const { entries } = await read(wxr(post("", fields)));
    expect(entries).toMatchObject([{ draft: true, notes }]);
    expect(entries[0]?.published).toBe(published);
  });

  it.each([
    ["_jetpack_newsletter_access", "paid_subscribers"],
    ["_jetpack_newsletter_access", "subscribers"],
    ["_members_access_role", "subscriber"],
    ["rcp_subscription_level", "a:1:{i:0;i:1;}"],
    ["rcp_access_level", "2"],
    ["_wpmem_block", "1"],
    ["um_content_restriction", 'a:2:{s:26:"_um_custom_access_settings";b:1;s:14:"_um_accessible";i:2;}'],
    ["passster_activate_protection", "1"],
    ["patreon-level", "5"],
    ["pms-content-restrict-user-status", "loggedin"],
    ["_jetpack_memberships_contains_paid_content", "1"],
    ["members_only", "yes"],
    ["_is_premium", "1"],
  ])("keeps a post that a plugin restricted as a draft: %s = %s", async (key, value) => {
    const { entries } = await read(wxr(post(meta("x", "1") + meta(key, value))));
    expect(entries).toMatchObject([{ draft: true, content: "<p>Fresh.</p>", notes: [expect.stringContaining(`its field ${key}`)] }]);
  });

  it.each([
    ["_jetpack_newsletter_access", "everybody"],
    ["_jetpack_newsletter_access", ""],
    ["rcp_user_level", "All"],
    ["rcp_access_level", "0"],
    ["rcp_subscription_level", "a:0:{}"],
    ["_wpmem_block", "0"],
    ["um_content_restriction", 'a:2:{s:26:"_um_custom_access_settings";b:0;s:14:"_um_accessible";i:0;}'],
    ["patreon-level", "0"],
    ["ihc_mb_who", "unreg,3"],
    ["members_only", "no"],
  ])("publishes a post that a plugin left public: %s = %s", async (key, value) => {
    expect((await read(wxr(post(meta(key, value))))).entries).toMatchObject([{ draft: false, notes: [] }]);
  });

  it("publishes the text before the paywall of a post for subscribers", async () => {
    const fields = meta("_jetpack_newsletter_access", "subscribers") + meta("_jetpack_memberships_contains_paywalled_content", "1");
    const walled = post(fields).replace("Fresh.", "<p>Fresh.</p><!-- wp:jetpack/paywall /-->SECRET");
    const { entries } = await read(wxr(walled));
    expect(entries).toMatchObject([{ draft: false, content: "<p>Fresh.</p>", notes: [expect.stringContaining('"SECRET"')] }]);
  });

  it("keeps a post of which visitors saw nothing as a draft", async () => {
    const { entries } = await read(wxr(post().replace("Fresh.", "[restrict]Fresh.[/restrict]")));
    expect(entries).toMatchObject([{ draft: true, content: "<p>Fresh.</p>" }]);
  });

  const rule = (type: string, content: string, status = "publish") =>
    post(meta("_mepr_rules_type", type) + meta("_mepr_rules_content", content), { post_type: "memberpressrule", status });
  it.each([
    ["all", ""],
    ["all_post", ""],
    ["single_post", "12"],
    ["category", "news"],
  ])("keeps a post that a rule of MemberPress restricted as a draft: %s %s", async (type, content) => {
    const restricted = post('<category domain="category" nicename="news">News</category>', { post_id: "12" });
    const { entries } = await read(wxr(restricted + rule(type, content)));
    expect(entries).toMatchObject([{ draft: true, notes: [expect.stringContaining("A rule of MemberPress")] }]);
  });

  it.each([
    ["single_post", "13", "publish"],
    ["all_page", "", "publish"],
    ["category", "sea", "publish"],
    ["all", "", "draft"],
  ])("publishes a post without a rule of MemberPress: %s %s, %s", async (...values) => {
    const { entries, notes } = await read(wxr(post("", { post_id: "12" }) + rule(...values)));
    expect(entries).toMatchObject([{ draft: false, notes: [] }]);
    expect(notes).toEqual([`Skipped, since they are not articles: 1 × memberpressrule`]);
  });

  it("names rules of MemberPress that it cannot apply", async () => {
    expect((await read(wxr(post() + rule("custom", "^/a")))).notes[0]).toContain("these rules of MemberPress kept for members");
  });

  it("inserts reusable blocks", async () => {
    const reusable = (id: string, text: string, fields = {}) =>
      post("", { post_type: "wp_block", post_id: id, ...fields }).replace("Fresh.", text);
    const references = ["77", "78", "79", "80"].map((id) => `<!-- wp:block {"ref":${id}} /-->`).join("");
    const text = `<p>a</p>${references}<!-- wp:block {"ref":77,"metadata":{"blockVisibility":false}} /-->`;
    const blocks = [
      reusable("77", '<p>b</p><!-- wp:block {"ref":78} /-->'),
      reusable("78", '<p>c [restrict]SECRET[/restrict]</p><!-- wp:block {"ref":77} /-->'),
      reusable("79", "<p>SECRET</p>", { status: "draft" }),
    ];
    const { entries } = await read(wxr(post().replace("Fresh.", text) + blocks.join("")));
    expect(entries[0]?.content).toBe("<p>a</p><p>b</p><p>c </p><p>c </p><p>b</p>");
    expect(entries[0]?.notes).toEqual([
      "Left out, since the old site may have shown it only to some readers, such as members: wp:block, [restrict] (2 times)",
      "Removed from its text, since only WordPress can render it: wp:block (4 times)",
    ]);
  });

  it("inserts reusable blocks that contain each other many times in linear time", async () => {
    const many = (id: number) =>
      post("", { post_type: "wp_block", post_id: `${id}` }).replace("Fresh.", `x<!-- wp:block {"ref":${id + 1}} /-->`.repeat(50));
    const { entries } = await read(wxr(post().replace("Fresh.", '<!-- wp:block {"ref":1} /-->') + [1, 2, 3, 4, 5, 6].map(many).join("")));
    expect(entries[0]?.content.match(/x/g)?.length).toBeLessThan(60_000);
  });

  it("shows no excerpt and no recording of a hidden part", async () => {
    const more = `<excerpt:encoded><![CDATA[An [restrict]SECRET[/restrict]excerpt]]></excerpt:encoded>${meta("enclosure", "https://old.example/a.mp3\n1\naudio/mpeg")}`;
    const { entries } = await read(wxr(post(more).replace("Fresh.", "Fresh. [restrict]https://old.example/a.mp3[/restrict]")));
    expect(entries).toMatchObject([{ summary: "An excerpt", enclosure: undefined, draft: false }]);
  });

  it("converts a page to an unlisted entry", async () => {
    const { entries } = await read(wxr(post("", { post_type: "page" })));
    expect(entries).toMatchObject([{ draft: false, unlisted: true, notes: [] }]);
    expect(await compileImported(entries)).toMatchObject([{ unlisted: true }]);
  });

  it("publishes a scheduled post at its time", async () => {
    const { entries } = await read(wxr(post("", { status: "future", post_date_gmt: "2030-05-04 10:00:00" })));
    expect(entries).toMatchObject([{ draft: false, published: "2030-05-04 10:00:00Z" }]);
  });

  it("counts skipped elements and comments", async () => {
    const others = ["revision", "nav_menu_item", "wp_template", "acf-field"].map((post_type) => post("", { post_type })).join("");
    const { entries, notes } = await read(wxr(others + post("", { status: "trash" }) + post("<wp:comment/><wp:comment/>")));
    expect(entries).toHaveLength(1);
    expect(notes).toEqual([
      "Skipped, since they are not articles: 1 × revision, 1 × nav_menu_item, 1 × wp_template, 1 × acf-field, 1 × trash, 2 × comment",
    ]);
  });

  it("continues after a syntax error, with a note", async () => {
    const broken = wxr(`${post()}<item><title>A & B &nbsp; \u0008</title></b></item>${post()}`);
    const { entries, notes } = await read(broken);
    expect(entries).toHaveLength(3);
    expect(notes).toEqual([expect.stringMatching(/^Some of it may be missing: it is not well-formed XML \(line \d+/)]);
  });

  it("keeps the text of a feed that only declares the namespace", async () => {
    const { entries } = await read(wxr("<item><title>A</title><guid>1</guid><description>All of the text.</description></item>"));
    expect(entries).toMatchObject([{ content: expect.stringContaining("All of the text.") }]);
  });

  it("reports a truncated export", async () => {
    const whole = wxr(post() + post());
    const { entries, notes } = await read(whole.slice(0, whole.lastIndexOf("<content:encoded>")));
    expect(entries).toHaveLength(1);
    expect(notes).toHaveLength(1);
  });
});

describe("isWordpressExport()", () => {
  it("recognizes only exports, by their namespace", () => {
    expect(isWordpressExport(wxr(""))).toBe(true);
    expect(isWordpressExport('<rss version="2.0"><channel/></rss>')).toBe(false);
    expect(isWordpressExport("<p>xmlns:wp='http://wordpress.org/export/1.2/'</p>")).toBe(false);
  });
});
