import { describe, expect, it } from "vitest";
import { examineDocument } from "../../../src/doctor/examine-document.ts";
import { complaints, goodAtom, goodJson, goodRss, item, now } from "./feed-server.ts";

const url = "https://news.example/feed.xml";
const examine = (text: string | Uint8Array, address: string | undefined = url) =>
  examineDocument(typeof text === "string" ? new TextEncoder().encode(text) : text, address, now);

describe("examineDocument()", () => {
  it.each([
    ["RSS", goodRss(url)],
    ["Atom", goodAtom(url)],
    ["JSON Feed", goodJson(url)],
  ])("reports nothing for a correct %s, with and without its address", (_name, text) => {
    for (const address of [url, undefined]) {
      const { entries, findings } = examineDocument(new TextEncoder().encode(text), address, now);
      expect([complaints(findings), entries > 0]).toEqual([[], true]);
      expect(findings.some(({ check }) => check === "self link")).toBe(address !== undefined);
    }
  });

  it("counts empty entries, as the finding about them does", () => {
    const { entries, findings } = examine(goodRss(url, "<item></item><item></item>"));
    expect(entries).toBe(2);
    expect(findings.find(({ check }) => check === "readable")?.message).toContain("RSS 2.0, 2 entries");
    expect(findings.find(({ check }) => check === "entries")?.message).toContain("All its 2 entries are empty");
  });

  it("shows days in UTC, and says so", () => {
    const { findings } = examine(goodRss(url, item("a", "Wed, 06 Nov 2024 00:00:00 +0100")));
    expect(findings.find(({ check }) => check === "dates")?.message).toBe("From 2024-11-05 to 2024-11-05 (UTC)");
  });

  it.each(["&mdash;", "&amp;", "&#8212;", "&mdash"])("quotes %s in a title as it is written", (entity) => {
    const { findings } = examine(goodRss(url, item("a").replace("About a", `About a ${entity.replace("&", "&amp;")} b`)));
    expect(findings.find(({ check }) => check === "ContainsHTML")?.evidence).toContain(`: ${entity} in plain text`);
  });

  it("takes relative addresses that the validator does not look at for a note", () => {
    const relative = (html: string) => complaints(examine(goodRss(url, item("a").replace("&lt;p&gt;", `&lt;p&gt;${html}`))).findings);
    expect(relative('&lt;video src="a.mp4"&gt;&lt;/video&gt;')).toEqual(["note ContainsRelRef"]);
    expect(relative('&lt;img src="a.png" alt=""&gt;')).toEqual(["warning ContainsRelRef"]);
  });

  it.each(["/feed.xml", "feed.xml", url])("resolves a self link against xml:base: %s", (href) => {
    const based = goodRss(url).replace("<channel", '<channel xml:base="https://news.example/"');
    const text = based.replace(/<atom:link[^>]*>/, `<atom:link rel="self" href="${href}"/>`);
    expect(complaints(examine(text).findings)).toEqual([]);
    expect(complaints(examine(text.replace("https://news.example/", "/")).findings)).toEqual(href === url ? [] : ["warning self link"]);
  });

  it.each([
    [
      goodRss("https://a.example/f?a=1&amp;b"),
      "https://a.example/f?a=1&b",
      'Add <atom:link rel="self" type="application/rss+xml" href="https://a.example/f?a=1&amp;b"/> to <channel>',
    ],
    [
      goodRss(url).replace(/ xmlns:atom="[^"]*"/, ""),
      url,
      `Add <atom:link rel="self" type="application/rss+xml" href="${url}"/> to <channel> (declare xmlns:atom="http://www.w3.org/2005/Atom" in <rss>)`,
    ],
    [
      goodRss(url).replace("xmlns:atom", "xmlns:a10"),
      url,
      `Add <a10:link rel="self" type="application/rss+xml" href="${url}"/> to <channel>`,
    ],
    [goodAtom(url), url, `Add <link rel="self" type="application/atom+xml" href="${url}"/> to <feed>`],
    [
      goodAtom(url),
      "",
      'Add <link rel="self" type="application/atom+xml" href="…"/> to <feed>, with the address where readers will find the feed',
    ],
    [goodJson(url), url, `Add "feed_url": "${url}"`],
  ])("shows how to write a missing self link", (text, address, expected) => {
    const without = text.replace(/<(?:atom:)?link [^>]*rel="self"[^>]*>/, "").replace(/"feed_url":\s*"[^"]*",?/, "");
    const { findings } = examineDocument(new TextEncoder().encode(without), address || undefined, now);
    expect(findings.find(({ check }) => check === "self link")?.advice).toBe(expected);
  });

  it.each([
    ["the address of another feed", goodRss("https://news.example/other.xml"), ["warning self link"]],
    ["no self link", goodRss(url).replace(/<atom:link[^>]*>/, ""), ["warning self link"]],
    ["an id twice", goodRss(url, item("a") + item("a")), ["error ids"]],
    [
      "an id of Atom twice",
      goodAtom(url).replace(/<entry>[\s\S]*<\/entry>/, (entry) => entry + entry.replace("2024", "2023")),
      ["warning ids"],
    ],
    ["a date in the future", goodRss(url, item("a", "Fri, 08 Nov 2030 12:00:00 GMT")), ["warning dates"]],
    ["a wrong day", goodRss(url, item("a", "Thu, 06 Nov 2024 12:00:00 GMT")), ["error IncorrectDOW"]],
    ["a tag that is not closed", goodRss(url).replace("</language>", ""), ["error well-formed"]],
    ["an ampersand, which hides the entries", goodRss(url).replace("News", "Q & A"), ["error well-formed"]],
    ["no entries", goodRss(url, ""), ["warning entries"]],
    ["a web page", "<!doctype html><title>x</title>", ["error readable"]],
    ["nothing", "", ["error readable"]],
    ["JSON that is cut off", goodJson(url).slice(0, -20), ["error well-formed"]],
    ["Latin-1 that is declared as UTF-8", Buffer.from(goodRss(url).replace("News", "Caf\u00e9"), "latin1"), ["error charset"]],
    ["more than 20 MB", new Uint8Array(20_000_001), ["error size"]],
  ])("reports exactly the faults of %s", (_name, text, expected) => {
    expect(complaints(examine(text).findings).filter((line) => line !== "warning BadCharacters")).toEqual(expected);
  });

  it.each([
    ["RSS", '<rss version="2.0"><channel></channel></rss>', ["error MissingTitle", "error MissingLink", "error MissingDescription"]],
    ["Atom", '<feed xmlns="http://www.w3.org/2005/Atom"/>', ["error MissingElement"]],
    ["JSON Feed", '{"version":"https://jsonfeed.org/version/1.1"}', ["error JSON Feed 1.1 title", "error JSON Feed 1.1 items"]],
  ])("names the missing elements of an empty feed in %s", (_name, text, expected) => {
    expect(complaints(examine(text).findings).filter((line) => line.startsWith("error"))).toEqual(expected);
  });

  it.each([
    ["0.91", goodRss(url).replace('version="2.0"', 'version="0.91"')],
    ["0.92", goodRss(url).replace('version="2.0"', 'version="0.92"')],
    [
      "0.90",
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>t</title><link>https://news.example/</link><description>d</description></channel><item><title>a</title><link>https://news.example/a</link></item></rdf:RDF>',
    ],
  ])("does not miss ids and dates in RSS %s", (version, text) => {
    const { findings } = examine(text.replace(/<(guid|pubDate)>.*?<\/\1>/g, ""));
    expect(findings.filter(({ check }) => check === "ids" || check === "dates")).toMatchObject([
      { severity: "note", message: `RSS ${version} has no ids and no dates of entries: readers recognize an entry by its link` },
    ]);
    const one = text.replace("<guid>", "<guid>x").replace(/<(guid|pubDate)>h.*?<\/\1>/g, "");
    if (version !== "0.90") expect(complaints(examine(one).findings)).toContain("warning ids");
    const dated = text.replace(/<guid>.*?<\/guid>/g, "").replace(/<pubDate>.*?<\/pubDate>/, "");
    expect(complaints(examine(dated).findings)).not.toContain("warning dates");
  });

  it.each([
    ["2025-11-20", undefined],
    ["2023-11-20T08:00+09:00", undefined],
    ["Wed, 06 Nov 2024 12:00:00 GMT", "1 date is not in the form of W3CDTF"],
    ["2024-11-06 12:00:00", "1 date is not in the form of W3CDTF"],
    ["yesterday", "1 of 1 entry has an invalid date"],
  ])("checks the form of the date %s in RSS 1.0", (date, message) => {
    const text = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="${url}"><title>t</title><link>https://news.example/</link><description>d</description></channel><item rdf:about="https://news.example/a"><title>a</title><link>https://news.example/a</link><dc:date>${date}</dc:date></item></rdf:RDF>`;
    const found = examine(text).findings.filter(({ check, message: reason }) => check === "dates" && !reason.includes("future"));
    expect(found.filter(({ severity }) => severity === "warning").map(({ message: reason }) => reason)).toEqual(
      message === undefined ? [] : [expect.stringContaining(message)],
    );
  });

  it.each([
    ["RSS", goodRss(url, item("a", "Mi, 04 Nov 2026 08:11:40 +0000")), "InvalidRFC2822Date"],
    ["dc:date in RSS", goodRss(url, item("a", "x").replace(/pubDate/g, "dc:date")), "InvalidW3CDTFDate"],
    ["Atom", goodAtom(url).replace(/<(published|updated)>[^<]*/g, "<$1>gestern"), "InvalidRFC3339Date"],
    ["JSON Feed", goodJson(url).replace(/("date_published":)"[^"]*"/, '$1"gestern"'), "JSON Feed 1.1 date_published"],
  ])("leaves an invalid date in %s to the rules", (_name, text, rule) => {
    const { findings } = examine(text.replace("</title>", "</title><generator>WordPress</generator>"));
    expect(findings.filter(({ check }) => check === "dates")).toEqual([]);
    expect(findings.find(({ check }) => check === rule)?.severity).toBe("error");
  });

  it("reports entries without a date among others with an invalid one", () => {
    const items = [item("a", "Mi, 04 Nov 2026"), item("b").replace(/<pubDate>.*<\/pubDate>/, ""), item("c")].join("\n");
    expect(examine(goodRss(url, items)).findings.filter(({ check }) => check === "dates")).toMatchObject([
      { message: "1 of 3 entries has no date", evidence: 'entry 2, "About b"' },
    ]);
  });

  it("gives the advice about the form of dates where the rules are not checked", () => {
    const long = goodRss(url, item("a", "Mi, 04 Nov 2026")).replace("<description>", `<description>${"x".repeat(5_000_000)}`);
    const { findings } = examine(long.replace("</title>", "</title><generator>WordPress</generator>"));
    expect(findings.find(({ check }) => check === "dates")).toMatchObject({
      message: "1 of 1 entry has an invalid date",
      systemAdvice: expect.stringContaining("WordPress itself writes correct dates"),
    });
  });

  it("names the attribute with the id in RSS 1.0", () => {
    const text = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="${url}"><title>t</title><link>https://news.example/</link><description>d</description></channel><item><title>a</title><link>https://news.example/a</link></item></rdf:RDF>`;
    expect(examine(text).findings.find(({ check }) => check === "ids")?.advice).toContain("the attribute rdf:about");
  });

  it("does not count the entries of a document of which the parser reads a part", () => {
    const bare = `${item("a")}</item>${item("b")}`.replace(/<guid>.*?<\/guid>|<pubDate>.*?<\/pubDate>/g, "");
    expect(complaints(examine(goodRss(url, bare)).findings)).toEqual(["error well-formed"]);
    const whole = goodRss(url, item("Q & A")).replace(/<guid>.*?<\/guid>/, "");
    expect(complaints(examine(whole).findings)).toEqual(["error well-formed", "warning ids"]);
  });

  it("does not compare the address if it is unknown", () => {
    expect(complaints(examineDocument(new TextEncoder().encode(goodRss("https://b.example/")), undefined, now).findings)).toEqual([]);
    const without = goodRss(url).replace(/<atom:link[^>]*>/, "");
    expect(complaints(examineDocument(new TextEncoder().encode(without), undefined, now).findings)).toEqual(["warning self link"]);
  });

  it("locates a fault by line and column", () => {
    const text = goodRss(url, `\n${item("a")}\n  ${item("b", "Thu, 06 Nov 2024 12:00:00 GMT")}`);
    const { findings } = examine(text);
    const column = (text.split("\n")[3]?.indexOf("<pubDate>") ?? 0) + 1;
    expect(findings.find(({ check }) => check === "IncorrectDOW")?.location).toEqual({ line: 4, column });
    expect(
      examine(goodRss(url).replace("<title>News", "\n<title>Q & A")).findings.find(({ check }) => check === "well-formed")?.location?.line,
    ).toBeGreaterThan(1);
  });

  it.each([
    ["a byte of Latin-1", Buffer.from(goodRss(url).replace("News", "Caf\u00e9"), "latin1"), "the byte 0xE9", "It declares UTF-8, but"],
    [
      "a byte after valid replacement characters and a byte order mark",
      Buffer.concat([
        Buffer.from("\uFEFF"),
        Buffer.from(goodRss(url).replace("News", "\uFFFD\uFFFD Caf@")).map((byte) => (byte === 0x40 ? 0xe9 : byte)),
      ]),
      "the byte 0xE9",
      "It declares UTF-8, but",
    ],
    [
      "a byte without a declaration",
      Buffer.from(
        goodRss(url)
          .replace(/<\?xml.*\?>/, "<?xml version='1.0'?>")
          .replace("News", "Caf\u00e9"),
        "latin1",
      ),
      "the byte 0xE9",
      "It is not valid UTF-8, and declares no other",
    ],
  ])("finds %s", (_name, bytes, evidence, message) => {
    const text = new TextDecoder().decode(bytes).split("\n")[1] ?? "";
    const found = examine(bytes).findings.find(({ check }) => check === "charset");
    expect(found).toMatchObject({ evidence: expect.stringContaining(evidence), message: expect.stringContaining(message) });
    expect(found?.location).toEqual({ line: 2, column: text.indexOf("Caf") + 4 });
  });

  it.each([
    ["\n\n", "2 blank lines"],
    ["\uFEFF\uFEFF", "a second byte order mark"],
    ["\n\uFEFF", "white space before the byte order mark"],
  ])("names the characters before the declaration: %j", (before, evidence) => {
    const { findings } = examine(before + goodRss(url));
    const found = findings.filter(({ check }) => check === "well-formed");
    const evidenceAtStart = expect.stringMatching(new RegExp(`^${evidence}`));
    expect(found).toMatchObject([{ severity: "error", location: { line: 1, column: 1 }, evidence: evidenceAtStart }]);
    expect(found[0]?.advice).toContain("Remove everything before the XML declaration");
  });

  it.each([
    ["\n", "https://wordpress.org/?v=6.8", "WPBlankLine"],
    ["\n", "Jekyll v4.4.1", "well-formed"],
    ["\uFEFF\uFEFF", "https://wordpress.org/?v=6.8", "well-formed"],
  ])("names the rule for blank lines of WordPress as the validator: %j of %s", (before, generator, check) => {
    const document = goodRss(url).replace("<language>", `<generator>${generator}</generator><language>`);
    const { findings } = examine(before + document);
    expect(findings.filter(({ severity }) => severity === "error").map((each) => each.check)).toEqual([check]);
    expect(findings.some((each) => each.check === "well-formed" && each.severity === "ok")).toBe(false);
  });

  it.each(["&lt;?xml", "&#60;?xml", "&#x3C;?xml"])("has advice for a template that writes %s", (written) => {
    const [first] = examine(goodRss(url).replace("<?xml", written)).findings;
    expect(first).toMatchObject({ check: "well-formed", advice: expect.stringContaining("in Go, parse it with text/template") });
  });

  it.each([
    ['<!ENTITY who "&co; Ltd"><!ENTITY co "Kettle">', "Kettle Ltd"],
    ['<!ENTITY who "Q&amp;A"><!ENTITY co "">', "Q&A"],
    ['<!ENTITY who "1 &co;"><!ENTITY co "2 &who;">', "1 2"],
    [`<!ENTITY who "${"&co;".repeat(50)}"><!ENTITY co "${"&me;".repeat(50)}"><!ENTITY me "${"x".repeat(50)}">`, "x".repeat(100)],
  ])("expands entities within entities: %s", (declarations, text) => {
    const document = goodRss(url)
      .replace("<rss", `<!DOCTYPE rss [${declarations}]><rss`)
      .replace(/<language>.*<\/language>/, "<language>&who;</language>");
    const { findings } = examine(document);
    expect(findings.find(({ check }) => check === "InvalidLanguage")?.evidence).toMatch(new RegExp(`: ${text.slice(0, 20)}`));
    expect(findings.map(({ evidence }) => evidence).join()).not.toMatch(/&(?:co|who|amp);/);
  });

  it.each([
    ["ObscureEncoding", goodRss(url).replace('encoding="utf-8"', 'encoding="utf8"'), "warning", "<?xml"],
    ["UnknownEncoding", goodRss(url).replace('encoding="utf-8"', 'encoding="unicode"'), "error", "<?xml"],
    [
      "DeprecatedDTD",
      goodRss(url).replace(
        "<rss",
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">\n<rss',
      ),
      "error",
      "<!DOCTYPE",
    ],
  ])("locates %s", (check, text, severity, where) => {
    const line = text.slice(0, text.indexOf(where) + 1).split("\n").length;
    const { findings } = examine(text);
    expect(complaints(findings)).toEqual([`${severity} ${check}`]);
    expect(findings.find((finding) => finding.check === check)?.location).toEqual({ line, column: 1 });
  });

  it("reports another common encoding as a note", () => {
    const latin1 = goodRss(url).replace('encoding="utf-8"', 'encoding="ISO-8859-1"');
    expect(complaints(examine(Buffer.from(latin1, "latin1")).findings)).toEqual(["note charset"]);
  });

  it("locates the second value of a key", () => {
    const text = goodJson(url).replace('"items"', '\n"title":\n"Again","items"');
    expect(examine(text).findings.find(({ check }) => check === "RFC 8259 §4")).toMatchObject({
      severity: "warning",
      location: { line: text.slice(0, text.indexOf('"Again"')).split("\n").length, column: 1 },
      advice: "Write $.title once: readers use one of the values, and drop the other",
    });
  });

  it("accepts the update time of an Atom entry without a valid publication date", () => {
    const { findings } = examine(goodAtom(url).replace("</entry>", "<published>2024-13-01T00:00:00Z</published></entry>"));
    expect(complaints(findings)).toEqual(["error InvalidRFC3339Date"]);
  });

  it.each([
    ["ids in RSS", goodRss(url, `${item("a")}\n${item("a")}`), "ids", "\n<item>"],
    ["a wrong self link", goodRss("https://news.example/other.xml").replace("<atom:link", "\n<atom:link"), "self link", "<atom:link"],
    ["a second element", goodRss(url).replace("<language>", "<language>de</language>\n<language>"), "DuplicateElement", "\n<language>"],
  ])("locates %s", (_name, text, check, where) => {
    const { findings } = examine(text);
    const line = text.slice(0, text.indexOf(where) + 1).split("\n").length;
    expect(findings.find((finding) => finding.check === check)?.location?.line).toBe(line);
    expect(findings.filter(({ check, message }) => check === "rules" && message.startsWith("It follows the rules"))).toEqual([]);
  });

  it.each([
    [
      "self links of which one is right",
      goodRss(url).replace(/<atom:link[^>]*>/, '$&<atom:link rel="self" href="https://news.example/b"/>'),
      "self link",
      `Keep only the one to ${url}`,
    ],
    ["a next_url to itself", goodJson(url).replace("{", `{"next_url":"${url}",`), "archive", "omit it in the oldest document"],
    ["a date without a time", goodJson(url).replace("2024-11-06T12:00:00Z", "2024-11-06"), "JSON Feed 1.1 date_published", "RFC 3339"],
  ])("advises about %s", (_name, text, check, advice) => {
    expect(examine(text).findings.find((finding) => finding.check === check)?.advice).toContain(advice);
  });

  it("reports that a very long document is not checked", () => {
    const { findings } = examine(goodRss(url, item("a").replace("&lt;p&gt;", "x".repeat(5_000_000))));
    expect(complaints(findings)).toEqual(["error size", "note rules"]);
  });

  const declaredAs = (prefix: string, uri: string) =>
    goodRss(url).replace(new RegExp(`xmlns:${prefix}="[^"]*"`), `xmlns:${prefix}="${uri}"`);

  it.each([
    [
      "of a known prefix",
      declaredAs("dc", "https://purl.org/dc/elements/1.1/"),
      'Write xmlns:dc="http://purl.org/dc/elements/1.1/": readers ignore elements of another namespace',
    ],
    [
      "of Atom in RSS",
      declaredAs("atom", "http://www.w3.org/2005/atom"),
      'Write xmlns:atom="http://www.w3.org/2005/Atom": readers ignore elements of another namespace',
    ],
    [
      "with another prefix",
      goodRss(url).replace("<rss", '<rss xmlns:pod="https://www.itunes.com/dtds/podcast-1.0.dtd"'),
      "Write it exactly as specified: http://www.itunes.com/dtds/podcast-1.0.dtd",
    ],
    ["of an Atom feed", goodAtom(url).replace("2005/Atom", "2005/Atom/"), 'Write <feed xmlns="http://www.w3.org/2005/Atom">'],
  ])("suggests the namespace %s, and reports nothing else", (_name, text, advice) => {
    const found = examine(text).findings.filter(({ severity }) => severity !== "ok");
    expect(found.map(({ advice }) => advice)).toEqual([advice]);
  });

  it("reports HTML in plain text once", () => {
    const { findings } = examine(goodRss(url).replace("<title>News", "<title><![CDATA[<b>News</b>]]>"));
    expect(complaints(findings)).toEqual(["warning ContainsHTML"]);
  });

  it("ignores the content of an invalid element", () => {
    const { findings } = examine(goodRss(url, `${item("a").replace("</item>", '<project id="1">A</project><key/></item>')}`));
    expect(complaints(findings)).toEqual(["error UndefinedElement"]);
  });

  it("expects no self link in RSS 1.0", () => {
    const rdf =
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://a.example/"><title>A</title></channel><item rdf:about="https://a.example/1"><title>B</title></item></rdf:RDF>';
    expect(complaints(examine(rdf).findings)).not.toContain("warning self link");
  });

  const declaring = (encoding: string) => goodRss(url).replace(/encoding="[^"]*"/i, `encoding="${encoding}"`);
  const mark = Buffer.from([0xff, 0xfe]);

  it.each([
    ["UTF-8 that declares UTF-16", Buffer.from(declaring("utf-16")), /error .* declares utf-16, .* written in UTF-8/],
    ["UTF-8 that declares UCS-2", Buffer.from(declaring("ISO-10646-UCS-2")), /error .* written in UTF-8/],
    [
      "UTF-8 with a byte order mark that declares another encoding",
      Buffer.from(`\uFEFF${declaring("ISO-8859-1")}`),
      /error .* written in UTF-8/,
    ],
    ["UTF-16 that declares UTF-8", Buffer.concat([mark, Buffer.from(declaring("utf-8"), "utf16le")]), /error .* written in UTF-16LE/],
    ["UTF-16 without a mark that declares UTF-8", Buffer.from(declaring("utf-8"), "utf16le"), /error .* written in UTF-16LE/],
    ["UTF-16", Buffer.concat([mark, Buffer.from(declaring("utf-16"), "utf16le")]), /note It is UTF-16$/i],
    ["Latin-1", Buffer.from(declaring("ISO-8859-1").replace("News", "Caf\u00e9"), "latin1"), /note It is ISO-8859-1$/],
    ["windows-1252", Buffer.from(declaring("windows-1252").replace("News", "\u0092"), "latin1"), /note It is windows-1252$/],
    [
      "Latin-1 with characters of windows-1252",
      Buffer.from(declaring("iso-8859-1").replace("News", "\u0092"), "latin1"),
      /warning .*control characters in iso-8859-1.*0x92/i,
    ],
    [
      "ASCII with other characters",
      Buffer.from(declaring("us-ascii").replace("News", "Caf\u00e9"), "latin1"),
      /error It declares us-ascii, but contains bytes of another encoding/,
    ],
  ])("names the encoding of %s", (_name, bytes, expected) => {
    const { findings } = examine(bytes);
    const about = findings.filter(({ check }) => check === "charset" || check === "BadCharacters");
    expect(about.map(({ evidence = "", message, severity }) => `${severity} ${message} ${evidence}`.trim()).join("; ")).toMatch(expected);
    expect(about.some(({ message }) => message.includes("EncodingMismatch"))).toBe(false);
  });

  it.each([
    ["a warning of PHP", "<br />\n<b>Warning</b>: x<br />\n", 2, 4],
    ["a template", "{% if site %}\n", 2, 3],
    ["a template after comments", "<!-- a -->\n<?xml-stylesheet href='a'?>\n\n{% if site %}", 5, 5],
  ])("locates %s between the XML declaration and the feed", (_name, output, line, begin) => {
    for (const feed of [goodRss(url), goodAtom(url)]) {
      const [first, ...others] = examine(feed.replace("?>\n", `?>\n${output}`)).findings;
      expect(first).toMatchObject({ check: "well-formed", severity: "error", location: { line, column: 1 } });
      const sentence = `the feed begins on line ${begin} only; between the XML declaration and it, there is other output: "`;
      expect(first?.evidence).toContain(sentence);
      expect(first?.evidence).toMatch(/Warning<\/b>: x|\{% if site %\}"$/);
      expect(others).toEqual([]);
    }
  });

  it.each([
    ["is cut off", (text: string) => text.slice(0, -60)],
    ["has output before it", (text: string) => `<br />\n<b>Warning</b>: x<br />\n${text}`],
    ["has a wrong end tag", (text: string) => text.replace("</title>", "</titel>")],
  ])("names the system of a feed that %s", (_name, breakFeed) => {
    const feed = goodRss(url).replace("<language>", "<generator>https://wordpress.org/?v=6.8</generator><language>");
    const { findings, system } = examine(breakFeed(feed));
    expect(system).toBe("WordPress");
    expect(findings[0]).toMatchObject({ check: "well-formed", systemAdvice: expect.stringMatching(/^In WordPress: /) });
  });

  it("shows the title of a page", () => {
    expect(examine("<!doctype html><title>Fatal error</title>").findings[0]?.message).toBe(
      'It is not a feed: it is an error page, "Fatal error"',
    );
  });

  it("names the system, and its setting", () => {
    const { findings, system } = examine(goodRss("https://b.example/").replace("</title>", "</title><generator>Hugo</generator>"));
    expect(system).toBe("Hugo");
    expect(findings.find(({ check }) => check === "self link")?.systemAdvice).toMatch(/^In Hugo: .*baseURL/);
  });

  it.each(["Drupal", "Ghost 5.82", "Hexo", "https://wordpress.org/?v=6.8", "Medium"])(
    "gives advice about each fault in %s",
    (generator) => {
      const { findings } = examine(`<rss version="2.0"><channel><title>a &lt;/b></title><link>/</link><description>d</description>
      <generator>${generator}</generator><language>en_US</language><image><url>a.png</url></image><managingEditor>Bo</managingEditor>
      <item><title>a</title><pubDate>2026-05-11T12:00:00Z</pubDate><guid>1</guid><enclosure url="https://a.example/a.mp3" type="audio/mpeg"/>
      <description>&lt;a href="/b">b&lt;/a> &lt;script>c&lt;/script></description></item>
      <item><title>b</title></item></channel></rss>`);
      const faults = findings.filter(({ severity }) => severity === "error" || severity === "warning");
      expect(faults.length).toBeGreaterThan(10);
      expect(faults.filter(({ systemAdvice }) => systemAdvice === undefined)).toEqual([]);
    },
  );

  it.each([
    ["an error page", "<p>Try again later.</p>"],
    ["a web page", `<p>${"How Rust reports errors. ".repeat(60)}</p>`],
    ["a web page", `<p>${Array.from({ length: 400 }, (_, index) => `<b a${index}>`).join("")}</p>${"<p>x".repeat(3000)}`],
  ])("describes an error page as %s, depending on its text", (kind, text) => {
    const [first] = examine(`<!doctype html><title>Error handling</title>${text}`).findings;
    expect(`${first?.message} ${first?.evidence}`).toContain(`${kind}, "Error handling"`);
  });
});

describe("examineDocument() of a feed of comments without comments", () => {
  const wordpress = "</title><generator>https://wordpress.org/?v=6.8</generator>";
  const entries = (address: string, title: string) => {
    const text = goodRss(address, "").replace("News</title>", `${title}${wordpress}`);
    return examineDocument(new TextEncoder().encode(text), address, now).findings.filter(({ check }) => check === "entries");
  };

  it.each([
    ["https://news.example/comments/feed/", "News"],
    ["https://news.example/?feed=comments-rss2", "News"],
    ["https://news.example/feed.xml", "Comments for News"],
    ["https://news.example/2024/11/a/feed/", "Kommentare zu: Tee"],
  ])("is a note at %s, %s", (address, title) => {
    expect(entries(address, title)).toEqual([
      expect.objectContaining({ severity: "note", message: "It is a feed of comments, and there are none" }),
    ]);
    expect(entries(address, title)[0]?.systemAdvice).toBeUndefined();
  });

  it("is a warning for posts", () => {
    expect(entries("https://news.example/feed.xml", "Comments are free")).toMatchObject([
      { severity: "warning", systemAdvice: expect.stringContaining("Posts") },
    ]);
  });
});
