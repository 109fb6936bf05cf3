import { describe, expect, it } from "vitest";
import { ofSvg } from "../../../../src/conformance/elements/html.ts";
import { RULES } from "../../../../src/conformance/rules/rules.ts";
import { adviceFor } from "../../../../src/doctor/advice/rule-advice.ts";
import { adviseIn } from "../../../../src/doctor/publishing-system/advise-in.ts";
import { checkTopics } from "../../../../src/doctor/publishing-system/check-topics.ts";
import { findSystem } from "../../../../src/doctor/publishing-system/find-system.ts";
import { hosts } from "../../../../src/doctor/publishing-system/hosts.ts";
import { knownSystems } from "../../../../src/doctor/publishing-system/known-systems.ts";
import { changesAlways, noLastModified, noLifetime, topicOf } from "../../../../src/doctor/publishing-system/topics.ts";

const rss = (generator: string) => `<rss><channel>${generator}<item><generator>Ghost</generator></item></channel></rss>`;
const find = (text: string, headers: Record<string, string> = {}) => findSystem({ kind: "rss", text }, new Headers(headers));

describe("findSystem()", () => {
  it.each([
    ["<generator>https://wordpress.org/?v=6.8</generator>", "WordPress"],
    ["<generator>Hugo</generator>", "Hugo"],
    ["<generator>Hugo -- gohugo.io</generator>", "Hugo"],
    ['<generator uri="https://jekyllrb.com/" version="4.3.3">Jekyll</generator>', "Jekyll"],
    ["<generator>Ghost 5.82</generator>", "Ghost"],
    ['<generator uri="https://hexo.io/">Hexo</generator>', "Hexo"],
    ['<atom:generator uri="https://www.getzola.org/">x</atom:generator>', "Zola"],
    ["<generator version='7.00' uri='http://www.blogger.com'>Blogger</generator>", "Blogger"],
    ["<generator><![CDATA[Substack]]></generator>", "Substack"],
    ["<generator>\n  Medium\n</generator>", "Medium"],
    ["<generator>Site-Server v@build.version@ (http://www.squarespace.com)</generator>", "Squarespace"],
    ["<generator>Mastodon v4.4.2</generator>", "Mastodon"],
    ["<generator>Anchor Podcasts</generator>", "Spotify for Creators"],
    ["<generator>Buzzsprout (https://www.buzzsprout.com)</generator>", "Buzzsprout"],
    ["<generator>Libsyn WebEngine 2.0</generator>", "Libsyn"],
    ["<generator>https://podbean.com/?v=5.5</generator>", "Podbean"],
    ["<generator>Transistor (https://transistor.fm)</generator>", "Transistor"],
    ["<generator>Anchored</generator>", undefined],
    ["<generator>My own script</generator>", undefined],
    ["<generator>Not Mediums</generator>", undefined],
    ["", undefined], // the element of an entry does not count
  ])("recognizes %s", (generator, expected) => {
    expect(find(rss(generator)).generator).toBe(expected);
  });

  it.each([
    [{ "x-generator": "Drupal 11 (https://www.drupal.org)" }, { generator: "Drupal" }],
    [{ "x-powered-by": "Medium" }, { generator: "Medium" }],
    [{ link: '<https://a.example/wp-json/>; rel="https://api.w.org/"' }, { generator: "WordPress" }],
    [{ "x-pingback": "https://a.example/xmlrpc.php" }, { generator: "WordPress" }],
    [{ "x-discourse-route": "list/latest" }, { generator: "Discourse" }],
    [{ server: "Mastodon" }, { generator: "Mastodon" }],
    [{ "powered-by": "Shopify" }, { generator: "Shopify" }],
    [{ server: "GitHub.com" }, { host: "GitHub Pages" }],
    [{ server: "nginx", "x-powered-by": "PHP/8.4" }, {}],
  ])("recognizes the headers %j", (headers, expected) => {
    expect(find(rss(""), headers)).toEqual(expected);
    expect(findSystem({ kind: "json", text: "<generator>Hugo</generator>" }, new Headers(headers))).toEqual(expected);
  });
});

describe("findSystem() recognizes a system by its namespace", () => {
  it.each([
    ['xmlns:discourse="http://www.discourse.org/"', "Discourse"],
    ["xmlns:discourse='https://www.discourse.org/'", "Discourse"],
    ['xmlns:discourse="http://www.discourse.organic.example/"', undefined],
    ['xmlns:other="http://www.discourse.org/"', undefined],
    ['xmlns:s="http://jadedpixel.com/-/spec/shopify"', "Shopify"],
    ['xmlns:s="http://jadedpixel.com/-/spec/shop"', undefined],
  ])("%s", (declaration, expected) => {
    const text = `<rss version="2.0" ${declaration}><channel/></rss>`;
    expect(findSystem({ kind: "rss", text }).generator).toBe(expected);
  });
});

describe("adviseIn()", () => {
  const advise = (check: string, system: object, severity: "ok" | "note" | "error" = "error", evidence = "", message = "x") =>
    adviseIn(system, [{ check, severity, message, evidence }])[0]?.systemAdvice;

  it("adds the location of a setting", () => {
    expect(advise("self link", { generator: "Hugo" })).toBe("In Hugo: Set baseURL in hugo.toml to the public address");
    expect(advise("size", { generator: "Jekyll" })).toBe("In Jekyll: Set posts_limit under feed in _config.yml");
  });

  it.each([
    ["an empty author", "NotBlank", "Jekyll", "/feed/author/name: empty; also line 1, /feed/entry[1]/author/name", /author in _config/],
    ["no author", "MissingElement", "Jekyll", "/feed/entry[1]: author, in the entry or in the feed", /author in _config/],
    ["an author without a name", "MissingElement", "Eleventy", "/feed/author: name", /metadata\.author/],
    ["a post without a title", "NotBlank", "WordPress", "/rss/channel/item[2]/title: empty", /Give the post a title/],
    ["an entry without a title", "MissingElement", "Zola", "line 4, /feed/entry: title", /title in the front matter/],
    ["a site without a title", "NotBlank", "WordPress", "/rss/channel/title: empty", /Site Title/],
    ["an empty id", "NotBlank", "Jekyll", "/feed/entry/id: empty", /writes the address of each post/],
    ["another empty element", "NotBlank", "Jekyll", "/feed/entry/rights: empty", /^In Jekyll: If the entry and the settings are right: /],
    ["a post without a date", "MissingElement", "Hugo", "/rss/channel/item[1]: pubDate", /^In Hugo: Set date in the front matter/],
    ["HTML in a title of Atom", "NotHtml", "Hugo", "/feed/entry[1]/title: <t> is not an HTML element", /title in the front matter/],
    ["a script in a title of Atom", "SecurityRiskAttr", "Zola", "/feed/entry/title <a>: onclick", /title in the front matter/],
    [
      "a tag in a category",
      "ContainsHTML",
      "WordPress",
      "/rss/channel/item[1]/category[2]: &amp; in plain text",
      /^In WordPress: If the entry/,
    ],
    ["a tag in a name", "ContainsHTML", "Hugo", "/feed/entry/author/name: <b>", /^In Hugo: If the entry and the settings/],
    ["a guid with spaces", "InvalidUriChar", "Zola", "/feed/entry/id: a b", /base_url/],
    ["a post without a title in JSON", "JSON Feed 1.1 title", "Hugo", "$.items[0].title: 1", /title in the front matter/],
    ["a control character", "well-formed", "WordPress", "line 2: a character that XML forbids, U+000B", /delete the words around it/],
    [
      "a self link without the folder of the site",
      "self link",
      "Hugo",
      "https://a.example/index.xml, and not https://a.example/posts/index.xml",
      /baseURL/,
    ],
    [
      "a self link to another feed",
      "self link",
      "Hugo",
      "https://a.example/b/rss.xml, and not https://a.example/index.xml",
      /RSS template/,
    ],
    ["a self link with a query", "self link", "WordPress", "https://a.example/feed/?a=1, and not https://a.example/feed/", /deactivate/],
    ["a self link of another host", "self link", "WordPress", "http://b.example/feed/, and not https://a.example/feed/", /Site Address/],
    ["a missing nosniff", "nosniff", "WordPress", "", /security headers/],
    ["a missing nosniff of files", "nosniff", "Hugo", "", /Hugo only writes files/],
    ["]]> in a post of Jekyll", "well-formed", "Jekyll", "line 5: a CDATA section ends here, since its text", /Take \]\]> out of the post/],
    [
      "]]> in a post of WordPress",
      "well-formed",
      "WordPress",
      "line 5: a CDATA section ends here, since its text",
      /A plugin or the theme/,
    ],
    ["a post without a title on Blogger", "NotBlank", "Blogger", "/feed/entry/title: empty", /Give the post a title/],
    ["an empty description on Blogger", "NotBlank", "Blogger", "/feed/subtitle: empty", /Settings → Basic: Title and Description/],
    ["an empty title on Squarespace", "NotBlank", "Squarespace", "line 3, /rss/channel/title: empty", /in the settings of the site/],
    ["a podcast without a picture", "MissingItunesElement", "Substack", "/rss/channel: itunes:image", /settings of the podcast/],
    ["a podcast of a plugin", "InvalidItunesCategory", "WordPress", "/rss/channel/itunes:category: Art", /podcast plugin/],
    ["a podcast of a template", "MissingItunesElement", "Hugo", "/rss/channel: itunes:image", /the template of the feed in layouts/],
    ["a date of Atom", "InvalidRFC3339Date", "Hugo", "/feed/updated: 2024-11-06", /for Atom, "2006-01-02T15:04:05Z07:00"$/],
    ["a relative address", "InvalidFullLink", "Hugo", "/rss/channel/link: /blog/", /Set baseURL/],
    ["an address without a name", "InvalidFullLink", "Hugo", "/rss/channel/link: https:///blog/", /Set baseURL/],
    ["an address at localhost with a space", "InvalidFullLink", "Hugo", "/rss/channel/link: http://localhost:1313/a b", /Set baseURL/],
    ["an address with a space", "InvalidFullLink", "Hugo", "/rss/channel/item/link: https://a.example/a b", /^In Hugo: If the entry and/],
    ["the page of an author", "InvalidFullLink", "WordPress", "/feed/entry/author/uri: http://", /^In WordPress: If the entry and/],
    ["the length of an episode", "InvalidDuration", "Squarespace", "/rss/channel/item/itunes:duration: 45 min", /of the episode/],
    ["a character that was lost", "BadCharacters", "WordPress", "line 9, /rss/channel/item/title: U+FFFD", /write the characters again/],
    ["text that was encoded twice", "BadCharacters", "Hugo", "/feed/title: CafÃ© was encoded twice", /they were damaged before/],
    ["a C1 control", "BadCharacters", "Ghost", "line 9, /rss/channel/item/title: U+0085", /delete the words around it/],
    ["controls of a wrong encoding", "BadCharacters", "WordPress", "line 3: byte 0x93", /A plugin or the theme/],
    ["another syntax error", "well-formed", "WordPress", 'line 2: a bare ampersand in "a"', /A plugin or the theme/],
    ["HTML in the title of a link", "ContainsHTML", "Hugo", "/feed/entry/link: &amp in plain text", /plainify/],
  ])("gives advice about %s", (_name, check, generator, evidence, advice) => {
    expect(advise(check, { generator }, "error", evidence)).toMatch(advice);
  });

  it.each([
    ["/feed/entry[1]/link: &amp in plain text; also line 1, /feed/entry[2]/link", "note", "nothing has to be done"],
    ["/feed/entry[1]/link: &amp in plain text; also line 1, /feed/entry[1]/title", "warning", "strip_html"],
    ["/feed/entry[1]/title: &amp in plain text", "warning", "strip_html"],
  ])("knows what jekyll-feed itself writes: %s", (evidence, severity, advice) => {
    const finding = { check: "ContainsHTML", severity: "warning", message: "x", evidence } as const;
    expect(adviseIn({ generator: "Jekyll" }, [finding])).toMatchObject([{ severity, systemAdvice: expect.stringContaining(advice) }]);
    expect(adviseIn({ generator: "Hexo" }, [finding])).toMatchObject([{ severity: "warning" }]);
  });

  const html = "line 3, /rss/channel/item/content:encoded";

  it.each([
    ["MissingDCLanguage", "/rss/channel: language", "WordPress", /feed of comments has no <language>, and no setting adds it/],
    ["DangerousStyleAttr", `${html} <img>: max-height`, "WordPress", /WordPress itself writes styles for emoji.* nothing has to be done/],
    ["NotHtml", `${html}: <svg> ${ofSvg}; also <path> ${ofSvg}`, "WordPress", /Social Icons.* nothing has to be done/],
    ["DangerousStyleAttr", `${html} <video>: background: transparent url('/a.jpg')`, "Ghost", /own cards.* nothing has to be done/],
    ["NotHtml", `${html}: <svg> ${ofSvg}`, "Ghost", /own cards, such as video.* nothing has to be done/],
    ["SecurityRiskAttr", `${html} <img>: onerror`, "Ghost", /bookmark cards write onerror.* nothing has to be done/],
    ["NotHtml", `${html}: <svg> ${ofSvg}`, "Discourse", /Discourse itself writes SVG.* nothing has to be done/],
    ["ContainsRelRef", `${html} <use> href: #far-image`, "Discourse", /Discourse itself writes SVG.* nothing has to be done/],
    ["DangerousStyleAttr", `${html} <div>: --aspect-ratio`, "Discourse", /Discourse itself writes styles.* nothing has to be done/],
    ["NotHtml", `${html}: <svg> ${ofSvg}`, "Substack", /Substack itself writes SVG.* nothing has to be done/],
    ["DangerousStyleAttr", `${html} <img>: object-fit`, "Squarespace", /Squarespace itself writes styles.* nothing has to be done/],
    ["DangerousStyleAttr", `${html} <pre>: -moz-tab-size`, "Hugo", /^In Hugo: Set noClasses = false/],
    ["ContainsRelRef", `${html} <a> href: #fn:1`, "Jekyll", /Footnotes .* nothing has to be done .* absolute_url/],
    ["ContainsRelRef", `${html} <a> href: #fn:1`, "Hugo", /Footnotes .* nothing has to be done .* \.Permalink/],
  ])("says what the system itself writes: %s, %s in %s", (check, evidence, generator, expected) => {
    expect(advise(check, { generator }, "error", evidence)).toMatch(expected);
  });

  it.each([
    ["NotHtml", `${html}: <o:p> is not an HTML element`, "Ghost", /^In Ghost: Look at HTML cards/],
    ["SecurityRiskAttr", `${html} <p>: onclick`, "Ghost", /^In Ghost: Look at HTML cards/],
    ["SecurityRiskAttr", `${html} <img>: onerror`, "WordPress", /^In WordPress: Look at Custom HTML/],
    ["DangerousStyleAttr", `${html} <p>: position`, "Jekyll", /^In Jekyll: Look for raw HTML/],
    ["NotHtml", `${html}: <svg> ${ofSvg}`, "Jekyll", /^In Jekyll: Look for raw HTML/],
    ["ContainsRelRef", `${html} <a> href: /a#b`, "WordPress", /^In WordPress: Write full addresses/],
    ["ContainsRelRef", `${html} <img> src: #a`, "WordPress", /^In WordPress: Write full addresses/],
  ])("says what the author wrote: %s, %s in %s", (check, evidence, generator, expected) => {
    expect(advise(check, { generator }, "error", evidence)).toMatch(expected);
  });

  it("suggests a value for a guid", () => {
    expect(advise("InvalidHttpGUID", { generator: "Hugo" })).toMatch(/<guid>\{\{ \.Permalink \}\}<\/guid>.*isPermaLink="false"/);
    expect(advise("InvalidHttpGUID", { generator: "WordPress" })).toMatch(/^In WordPress: WordPress itself writes one guid.*deactivate/);
  });

  it.each([
    ["WordPress", /deactivate plugins and the theme/, /^Settings → General: WordPress Address/],
    ["Hugo", /RSS template in layouts\/ or in the theme/, /^Set baseURL/],
    ["Jekyll", /page\.url \| absolute_url/, /^Set url and baseurl/],
    ["Astro", /customData/, /^Set site in astro/],
    ["Drupal", /views-view-rss\.html\.twig/, /reverse_proxy/],
    ["Hexo", /feed\.template/, /^Set url/],
  ])("distinguishes a missing self link from a different one in %s", (generator, absent, different) => {
    const about = (message: string) => advise("self link", { generator }, "error", "", message)?.replace(`In ${generator}: `, "");
    expect(about("There is no self link (MissingAtomSelfLink)")).toMatch(absent);
    expect(about("There are 2")).toMatch(absent);
    expect(about("It differs from the address of the feed (SelfDoesntMatchLocation)")).toMatch(different);
    expect(about("It is not absolute (RelativeSelf)")).toMatch(different);
  });

  it("distinguishes a missing date from an invalid one", () => {
    expect(advise("dates", { generator: "Hugo" })).toBe("In Hugo: Set date in the front matter of the page");
    expect(advise("InvalidRFC2822Date", { generator: "Hugo" })).toMatch(/\.PublishDate\.Format .* in the RSS template/);
    expect(advise("InvalidRFC2822Date", { generator: "Jekyll" })).toMatch(/date_to_rfc822/);
    expect(advise("MissingElement", { generator: "Jekyll" }, "error", "/feed/entry[2]: updated")).toMatch(/Set date in the front matter/);
  });

  it.each([
    [
      "InvalidRFC2822Date",
      "/rss/channel/lastBuildDate: Wed, 30 Nov -0001 00:00:00 +0000",
      /^In WordPress: WordPress writes this for posts/,
    ],
    ["InvalidRFC2822Date", "line 3, /rss/channel/item/pubDate: ", /^In WordPress: WordPress writes this for posts/],
    ["InvalidRFC2822Date", "/rss/channel/item[1]/pubDate: ; also line 9, /rss/channel/item[2]/pubDate", /WordPress writes this for posts/],
    ["InvalidRFC3339Date", "/feed/entry/updated: -0001-11-30T00:00:00Z", /^In WordPress: WordPress writes this for posts/],
    ["InvalidRFC2822Date", "/rss/channel/item/pubDate: Wed, 06 Nov 2024 12:00 MEZ", /^In WordPress: WordPress itself writes correct dates/],
    ["InvalidRFC2822Date", "/rss/channel/item/pubDate: Wed, 06 Nov 2024 12:00:00 -00010", /WordPress itself writes correct dates/],
  ])("recognizes that WordPress has no date: %s in %j", (check, evidence, expected) => {
    expect(advise(check, { generator: "WordPress" }, "error", evidence)).toMatch(expected);
    expect(advise(check, { generator: "Jekyll" }, "error", evidence)).toMatch(/date_to_/);
  });

  it.each([
    ["The server declares UTF-8, and the document ISO-8859-1 (EncodingMismatch): programs", /sends application\/rss\+xml/],
    ['The server declares "utf8mb4", which is no encoding (UnknownEncoding): strict', /sends application\/rss\+xml/],
    ["The server declares UTF-16, but it is written in UTF-8: programs", /sends application\/rss\+xml/],
    ["The server declares UTF-8, but it contains bytes of another encoding", /A plugin or the theme/],
  ])("distinguishes the charset of the server from the document: %s", (message, expected) => {
    expect(advise("charset", { generator: "WordPress" }, "error", "", message)).toMatch(expected);
  });

  it("names plugins that set cookies in WordPress", () => {
    const started = "Clients may not store it: a session of PHP (session_start()) sends this";
    expect(advise("cookies", { generator: "WordPress" }, "note")).toMatch(/sets no cookie .*: deactivate plugins .* that does$/);
    expect(advise("freshness", { generator: "WordPress" }, "error", "", started)).toMatch(/sets no cookie/);
    expect(advise("freshness", { generator: "WordPress" })).toMatch(/plugins for caching/);
    expect(advise("cookies", { generator: "Drupal" }, "note")).toMatch(/Performance/);
    expect(advise("cookies", { generator: "Jekyll" }, "note")).toMatch(/only writes files/);
  });

  it.each([
    ["MissingAttribute", "/rss/channel/item[2]/enclosure: length", /three lines/],
    ["MissingAttribute", "line 7, /rss/channel/item/enclosure: length", /three lines/],
    ["MissingTitle", "/rss/channel/image: title", /Site Icon/],
    ["ImageLinkDoesntMatch", "/rss/channel/image/link: https://a.example/", /A plugin or the theme/],
    ["ImageTitleDoesntMatch", "/rss/channel/image/title: a", /A plugin or the theme/],
    ["InvalidFullLink", "/rss/channel/image/link: a", /Site Icon/],
    ["MissingAttribute", "/rss/channel/item/guid: /rss/channel/image", /A plugin or the theme/],
    ["MissingElement", "/rss/channel: title", /Site Title/],
  ])("looks at the element of %s in %s", (check, evidence, expected) => {
    expect(advise(check, { generator: "WordPress" }, "error", evidence)).toMatch(expected);
  });

  it("advises on redirects and robots.txt", () => {
    expect(advise("robots.txt", { generator: "Jekyll" }, "note")).toBe("In Jekyll: Correct robots.txt next to _config.yml");
    expect(advise("robots.txt", { generator: "Hugo", host: "Netlify" }, "note")).toMatch(/^In Hugo: .*static\/robots\.txt/);
    expect(advise("redirects", { generator: "WordPress" })).toMatch(/^In WordPress: Look at plugins for redirects/);
    expect(advise("redirects", { generator: "Hugo", host: "Netlify" })).toMatch(/^On Netlify: write redirects into the file _redirects/);
    expect(advise("redirects", { generator: "WordPress" }, "note", "", "It has moved permanently")).toBeUndefined();
  });

  it.each([
    ["WordPress", /^In WordPress: WordPress itself does not forbid feeds: look at a file robots\.txt .* Rank Math/],
    ["Discourse", /\/admin\/customize\/robots/],
    ["Drupal", /robots\.txt in the web root/],
    ["Blogger", /Settings → Crawlers and indexing → Custom robots\.txt/],
    ["Squarespace", /Settings → Crawlers/],
    ["Substack", /writes robots\.txt, and its authors cannot change it; report it to the support of Substack/],
  ])("names what decides robots.txt in %s", (generator, expected) => {
    expect(advise("robots.txt", { generator }, "note")).toMatch(expected);
  });

  const ignored = "It is ignored: a poll without news costs 48.2 kB";

  it.each([
    [
      { host: "Netlify" },
      "validators",
      noLastModified,
      /^On Netlify: it sends and compares only an ETag .* remove a Last-Modified from _headers/,
    ],
    [{ host: "Netlify", generator: "Hugo" }, "If-Modified-Since", ignored, /^On Netlify: it sends and compares only an ETag/],
    [{ host: "Vercel" }, "If-Modified-Since", ignored, /^On Vercel: .* remove a Last-Modified from vercel\.json/],
    [{ generator: "Blogger" }, "validators", noLastModified, /authors cannot change that/],
    [{ generator: "Substack" }, "If-Modified-Since", ignored, /authors cannot change that/],
    [{ generator: "Ghost" }, "validators", noLastModified, /^In Ghost: Ghost itself sends no Last-Modified, and no setting adds it/],
    [{ generator: "Mastodon" }, "validators", noLastModified, /no setting adds it/],
    [{ generator: "Discourse" }, "validators", noLastModified, /no setting adds it/],
  ])("notes what nobody can change on %j: %s", (system, check, message, expected) => {
    const finding = { check, severity: "warning", message, advice: "x" } as const;
    expect(adviseIn(system, [finding])).toMatchObject([{ severity: "note", systemAdvice: expect.stringMatching(expected) }]);
  });

  it.each([
    [
      { generator: "WordPress" },
      "freshness",
      `${noLifetime}: caches guess`,
      /^In WordPress: WordPress itself sends no Cache-Control for feeds/,
    ],
    [{ generator: "Jekyll" }, "freshness", `${noLifetime}: caches guess`, /only writes files/],
    [{ host: "Netlify" }, "freshness", `${noLifetime}: caches guess`, /^On Netlify: write headers into the file _headers/],
    [{ generator: "WordPress" }, "freshness", "It has no max-age: caches guess", /plugins for caching/],
    [{ host: "Vercel", generator: "WordPress" }, "two fetches", changesAlways, /^In WordPress: A plugin or the theme/],
    [{ host: "Netlify", generator: "Hugo" }, "two fetches", changesAlways, /^In Hugo: Hugo only writes files/],
    [{ host: "Netlify" }, "two fetches", "The same bytes get a different ETag", /^On Netlify: it makes the validators/],
    [{ host: "GitHub Pages" }, "If-Modified-Since", ignored, /its headers cannot be changed/],
    [{ generator: "WordPress" }, "validators", noLastModified, /WordPress itself sends validators/],
    [{ generator: "Hugo" }, "validators", noLastModified, /Hugo only writes files/],
    [{ host: "Netlify" }, "validators", "ETag and Last-Modified are both missing: every poll costs 48.2 kB", /edge functions/],
    [{ host: "Netlify" }, "If-None-Match", ignored, /^On Netlify: it makes the validators of files .* edge functions/],
    [{ host: "Vercel" }, "HEAD", "It is answered with 500", /middleware/],
    [{ host: "Netlify" }, "compression", "It is compressed for some clients without Vary: caches may send it to the others", /_headers/],
    [{ host: "Netlify", generator: "Hugo" }, "cookies", "It sets a cookie, which prevents caching", /split tests/],
    [{ host: "Netlify" }, "nosniff", "x", /_headers/],
  ])("warns of what can be changed on %j: %s", (system, check, message, expected) => {
    const finding = { check, severity: "warning", message, advice: "x" } as const;
    expect(adviseIn(system, [finding])).toMatchObject([{ severity: "warning", systemAdvice: expect.stringMatching(expected) }]);
  });

  it("prefers the service that sends the file for its headers", () => {
    expect(advise("content type", { generator: "Hugo", host: "GitHub Pages" })).toMatch(/^On GitHub Pages: .*\.rss/);
    expect(advise("freshness", { generator: "Hugo", host: "Netlify" })).toMatch(/^On Netlify: .*_headers/);
    expect(advise("self link", { generator: "Hugo", host: "Netlify" })).toMatch(/^In Hugo: /);
  });

  it.each([
    ["a check that passed", "self link", { generator: "Hugo" }, "ok"],
    ["an unknown system", "self link", {}, "error"],
    ["an unknown system on a host that sends files", "self link", { host: "Vercel" }, "error"],
    ["a check without advice", "rate limit", { generator: "Hugo" }, "error"],
    ["redirects without advice, which no template makes", "redirects", { generator: "Drupal" }, "error"],
    ["rules that are not checked", "rules", { generator: "Hugo" }, "note"],
  ] as const)("adds nothing for %s", (_name, check, system, severity) => {
    expect(advise(check, system, severity)).toBeUndefined();
  });

  it.each(Object.keys(knownSystems))("has advice in %s about each fault of a document and of its transfer", (generator) => {
    const rules = RULES.filter((rule) => advise(rule, { generator }) === undefined);
    const others = ["well-formed", "rules", "charset", "self link", "private links", "ids", "dates", "entries", "archive", "size"];
    const headers = ["content type", "freshness", "If-None-Match", "compression"];
    expect([...rules, ...[...others, ...headers].filter((check) => advise(check, { generator }) === undefined)]).toEqual([]);
  });

  it.each([
    ["InvalidLanguage", "Hugo", /languageCode in hugo\.toml/],
    ["InvalidLanguage", "Drupal", /Regional and language/],
    ["ContainsRelRef", "Ghost", /HTML and Markdown cards/],
    ["ContainsRelRef", "Hugo", /begin with \/ in escaped HTML .*, but not in CDATA/],
    ["ContainsHTML", "Hugo", /plainify/],
    ["SecurityRisk", "Drupal", /Text formats and editors/],
    ["SecurityRisk", "Substack", /embeds .* support of Substack/],
    ["EmailFormat", "WordPress", /dc:creator/],
    ["InvalidContact", "Astro", /author of items .* with xmlns: \{ dc: /],
    ["ids", "Zola", /base_url/],
    ["private links", "Medium", /domain in the settings of the site; if it is right, report it to the support of Medium/],
    ["private links", "Buzzsprout", /domain in the settings of the podcast/],
    ["UndefinedElement", "Spotify for Creators", /authors cannot change how; report it to the support of Spotify for Creators$/],
    ["NotHtml", "Buzzsprout", /pasted HTML in the episode/],
    ["freshness", "Hugo", /only writes files.*web server/],
    ["charset", "Jekyll", /template of its own/],
  ])("names the cause of %s in %s", (check, generator, expected) => {
    expect(advise(check, { generator })).toMatch(expected);
  });

  it.each([
    ["Jekyll", /time of day .* date: 2026-11-10 09:00:00 \+0000$/],
    ["Hugo", /time of day .* 2026-11-10T09:00:00Z$/],
    ["Eleventy", /time of day .* 2026-11-10T09:00:00Z$/],
    ["Zola", /time of day into date or updated .* 2026-11-10T09:00:00Z$/],
    ["Pelican", /time of day .* Date: 2026-11-10 09:00/],
    ["Hexo", /updated with a time of day .* \(2026-11-10 09:00:00\)/],
    ["Astro", /time of day .* pubDate/],
    ["WordPress", /times are those of the last edits/],
    ["Ghost", /Publish date .* another time/],
    ["Drupal", /Authored on .* another time/],
    ["Blogger", /another time of publication/],
  ])("names the dates of entries with one time in %s", (generator, expected) => {
    expect(advise("DuplicateUpdated", { generator })).toMatch(expected);
  });

  it("says nothing of the host about a document that differs with every request", () => {
    expect(advise("two fetches", { host: "Vercel" }, "error", "", changesAlways)).toBeUndefined();
  });

  it("calls nothing but the template wrong only if nothing else can be", () => {
    const rulesOfAuthors = RULES.filter((rule) => checkTopics.get(rule) !== "template");
    const untrue = Object.entries(knownSystems).flatMap(([generator, { advice }]) =>
      rulesOfAuthors.filter((rule) => advise(rule, { generator }) === `In ${generator}: ${advice.template}`),
    );
    expect(untrue).toEqual([]);
  });

  it("attributes the encoding of the header to the server", () => {
    const message = "The server and the document declare different encodings (EncodingMismatch)";
    expect(advise("charset", { generator: "Jekyll" }, "error", "", message)).toMatch(/web server/);
  });

  it("has sentences without a full stop", () => {
    const sentences = [...Object.values(knownSystems), ...Object.values(hosts)].flatMap(({ advice }) => Object.values(advice));
    expect(sentences.length).toBeGreaterThan(50);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Za-z][\s\S]{20,160}[^.]$/);
    expect(adviceFor("NotHtml")).not.toMatch(/\.$/);
  });
});

describe("checkTopics", () => {
  it("has a topic for every rule, so that a new one is assigned on purpose", () => {
    expect(RULES.filter((rule) => !checkTopics.has(rule))).toEqual([]);
  });

  it.each([
    ["DuplicateUpdated", "same time"],
    ["InvalidISO8601DateTime", "date form"],
    ["ItemMustContainTitleOrDescription", "entry title"],
    ["DuplicateEnclosure", "enclosure"],
    ["MissingTextualContent", "value"],
    ["InvalidUriChar", "value"],
    ["InvalidCoord", "value"],
    ["UnknownNamespace", "template"],
    ["MissingHref", "template"],
  ])("of %s is %s", (rule, topic) => {
    expect(checkTopics.get(rule)).toBe(topic);
  });
});

describe("topicOf()", () => {
  it.each([
    ["HEAD", "requests"],
    ["ContainsRelRef", "links"],
    ["IncorrectDOW", "date form"],
    ["MissingHref", "template"],
    ["JSON Feed 1.1 language", "language"],
    ["well-formed", "template"],
    ["JSON Feed 1.1 image", "value"],
    ["reachable", undefined],
  ])("of %s is %s", (check, expected) => {
    expect(topicOf({ check, severity: "error", message: "x" })).toBe(expected);
  });
});
