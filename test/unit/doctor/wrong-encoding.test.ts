import { describe, expect, it } from "vitest";
import { examineDocument } from "../../../src/doctor/examine-document.ts";
import { examineFeed } from "../../../src/doctor/examine-feed.ts";
import { complaints, goodJson, goodRss, network, now, startFeedServer } from "./feed-server.ts";

const url = "https://news.example/feed.xml";
const declaring = (encoding: string, text: string) => goodRss(url).replace("utf-8", encoding).replace("News", text);
const examine = (text: string, encoding: "utf-8" | "latin1" = "utf-8") => examineDocument(Buffer.from(text, encoding), url, now).findings;

describe("examineDocument() recognizes UTF-8 that is declared as", () => {
  it.each([
    ["iso-8859-1", "Caf\u00e9", "ISO-8859-1", '"\u00c3\u00a9" instead of "\u00e9"'],
    ["ISO-8859-1", "Gr\u00f6\u00dfe", "ISO-8859-1", 'instead of "\u00f6"'],
    ["windows-1252", "\u201cNews\u201d", "windows-1252", '"\u00e2\u20ac\u0153" instead of "\u201c"'],
    ["iso-8859-15", "5 \u20ac", "ISO-8859-15", 'instead of "\u20ac"'],
    ["windows-1251", "\u041d\u043e\u0432\u043e\u0441\u0442\u0438", "windows-1251", 'instead of "\u041d"'],
    ["koi8-r", "\u041d\u043e\u0432\u043e\u0441\u0442\u0438", "koi8-r", 'instead of "\u041d"'],
    ["us-ascii", "Caf\u00e9", "us-ascii", 'instead of "\u00e9"'],
    ["iso-8859-1", "\u65e5\u672c", "ISO-8859-1", 'instead of "\u65e5"'],
    ["iso-8859-1", "\u{1F600}", "ISO-8859-1", 'instead of "\u{1F600}"'],
  ])("%s, with %s", (encoding, text, name, loss) => {
    const findings = examine(declaring(encoding, text));
    const [finding] = findings.filter(({ severity }) => severity === "error");
    expect(finding).toMatchObject({
      check: "charset",
      message: expect.stringMatching(new RegExp(`^It declares ${name}, but it is written in UTF-8: readers show .*`, "i")),
      advice: 'Write encoding="utf-8" in the XML declaration, and leave the text as it is',
      evidence: expect.stringContaining(text),
      location: { line: 2 },
    });
    expect(finding?.message).toContain(loss);
    expect(findings.filter(({ check }) => check === "BadCharacters")).toEqual([]);
  });
});

describe("examineDocument() advises about", () => {
  const big = (text: string) => Buffer.from(text, "utf16le").swap16();
  const utf8 = "Save it as UTF-8, as it declares; in Windows PowerShell, write with Out-File -Encoding utf8 and not with >";
  const stringWriter = 'Write encoding="utf-8"; in .NET, do not write to a StringWriter, which always declares utf-16';

  it.each([
    ["UTF-16LE that declares utf-8", Buffer.from(`\uFEFF${declaring("utf-8", "News")}`, "utf16le"), utf8],
    ["UTF-16BE that declares UTF-8", big(`\uFEFF${declaring("UTF-8", "News")}`), utf8],
    ["UTF-16LE without a mark that declares utf-8", Buffer.from(declaring("utf-8", "News"), "utf16le"), utf8],
    [
      "UTF-16LE that declares Latin-1",
      Buffer.from(declaring("iso-8859-1", "News"), "utf16le"),
      'Write encoding="utf-16", or better save it as UTF-8',
    ],
    ["UTF-8 that declares utf-16", Buffer.from(declaring("utf-16", "News")), stringWriter],
    ["UTF-8 with a mark that declares Latin-1", Buffer.from(`\uFEFF${declaring("iso-8859-1", "News")}`), 'Write encoding="utf-8"'],
  ])("%s", (_name, bytes, advice) => {
    const [finding] = examineDocument(bytes, url, now).findings.filter(({ severity }) => severity === "error");
    expect(finding).toMatchObject({ check: "charset", advice });
  });
});

describe("examineDocument() judges the byte order mark of UTF-16", () => {
  const encodings = {
    be: (text: string) => Buffer.from(text, "utf16le").swap16(),
    le: (text: string) => Buffer.from(text, "utf16le"),
  };
  const mark = "\uFEFF";
  const undeclared = goodRss(url).replace(' encoding="utf-8"', "");

  it.each([
    ["be", declaring("utf-16", "News"), "error"],
    ["be", declaring("UTF-16", "News"), "error"],
    ["be", undeclared, "error"],
    ["le", undeclared, "error"],
    ["be", mark + declaring("utf-16", "News"), "note"],
    ["le", mark + declaring("utf-16", "News"), "note"],
    ["le", declaring("utf-16", "News"), "note"],
    ["be", mark + undeclared, "note"],
    ["le", mark + undeclared, "note"],
    ["be", declaring("utf-16be", "News"), "note"],
    ["le", declaring("UTF-16LE", "News"), "note"],
  ] as const)("%s: %j", (order, text, severity) => {
    const { findings } = examineDocument(encodings[order](text), url, now);
    const found = findings.filter(({ check }) => check === "charset");
    expect(found.map((finding) => finding.severity)).toEqual([severity]);
    expect(found[0]?.message.includes("without a byte order mark")).toBe(severity === "error");
  });

  it("and accepts that the server names the order of the bytes", async () => {
    const headers = { "content-type": "application/rss+xml; charset=utf-16be" };
    const origin = await startFeedServer({ headers, document: () => encodings.be(undeclared) });
    const { findings } = await examineFeed(`${origin}/feed.xml`, network);
    expect(findings.find(({ check }) => check === "charset")).toMatchObject({ severity: "note", message: "It is UTF-16BE" });
  });
});

describe("examineDocument() reports a character that was lost", () => {
  const latin = (text: string) => examine(declaring("utf-8", text), "latin1");
  const named = (findings: readonly { readonly check: string }[]) => findings.map(({ check }) => check);

  it("only if it is in the document itself", () => {
    expect(named(latin("Caf\u00e9"))).toContain("charset");
    expect(named(latin("Caf\u00e9"))).not.toContain("BadCharacters");
    expect(named(latin("Caf\u00e9 &#xFFFD;"))).toContain("BadCharacters");
    expect(named(examine(declaring("utf-8", "Caf\uFFFD")))).toContain("BadCharacters");
    expect(named(examine(declaring("utf-8", "Caf&#65533;")))).toContain("BadCharacters");
  });
});

describe("examineDocument() believes the declaration", () => {
  it.each(["Caf\u00e9", "Gr\u00f6\u00dfe", "\u00c3 la carte"])("of Latin-1 with %s", (text) => {
    expect(complaints(examine(declaring("iso-8859-1", text), "latin1"))).toContain("note charset");
    expect(complaints(examine(declaring("iso-8859-1", text), "latin1"))).not.toContain("error charset");
  });

  it("of plain ASCII", () => {
    expect(complaints(examine(declaring("us-ascii", "News"))).filter((line) => line.endsWith("charset"))).toEqual([]);
    expect(complaints(examine(declaring("iso-8859-1", "News"))).filter((line) => line.endsWith("charset"))).toEqual(["note charset"]);
  });
});

describe("examineFeed() recognizes UTF-8", () => {
  it("that the server declares as another encoding", async () => {
    const document = (address: string) => goodRss(address).replace(' encoding="utf-8"', "").replace("News", "Caf\u00e9");
    const origin = await startFeedServer({ document, headers: { "content-type": "application/rss+xml; charset=iso-8859-1" } });
    const { findings } = await examineFeed(`${origin}/feed.xml`, network);
    expect(findings.filter(({ severity }) => severity === "error")).toMatchObject([
      {
        check: "charset",
        message: expect.stringMatching(/^The server declares ISO-8859-1, but it is written in UTF-8/),
        advice: "Send charset=utf-8 in Content-Type, and leave the text as it is",
      },
    ]);
  });

  it("of a JSON Feed, for which no charset counts", async () => {
    const document = (address: string) => goodJson(address).replace("News", "Caf\u00e9");
    const origin = await startFeedServer({ document, headers: { "content-type": "application/feed+json; charset=iso-8859-1" } });
    const { findings } = await examineFeed(`${origin}/feed.xml`, network);
    expect(complaints(findings)).toEqual(["warning charset"]);
  });
});

describe("examineFeed() compares the charset of the server with the document", () => {
  const undeclared = goodRss(url).replace(' encoding="utf-8"', "");
  const latin = (encoding: string, text: string) => Buffer.from(declaring(encoding, text), "latin1");
  const utf8 = (encoding: string, text: string) => Buffer.from(declaring(encoding, text));
  const marked = (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le");
  const written = (encoding: string, ...bytes: readonly number[]) => latin(encoding, String.fromCharCode(...bytes));
  const examineSent = async (charset: string, document: Uint8Array, type = "application/rss+xml") => {
    const headers = { "content-type": `${type}; charset=${charset}` };
    const origin = await startFeedServer({ headers, document: () => document });
    const { findings } = await examineFeed(`${origin}/feed.xml`, network);
    return findings.find(({ check }) => check === "charset");
  };

  it.each([
    ["utf-8", latin("ISO-8859-1", "Caf\u00e9"), "server", "the byte 0xE9"],
    ["utf-8", written("windows-1251", 0xe6), "server", "the byte 0xE6"],
    ["utf-8", written("shift_jis", 0x93, 0xfa), "server", "the byte 0x93"],
    ["windows-1252", utf8("utf-8", "\u201cNews\u201d"), "server", "the byte 0x9D"],
    ["windows-1251", utf8("utf-8", "\u0418"), "server", "the byte 0x98"],
    ["us-ascii", utf8("utf-8", "Caf\u00e9"), "server", "the byte 0xC3"],
    ["us-ascii", latin("iso-8859-1", "Caf\u00e9"), "server", "the byte 0xE9"],
    ["us-ascii", latin("windows-1252", "Caf\u00e9"), "server", "the byte 0xE9"],
    ["shift_jis", written("euc-jp", 0xc6, 0xfc, 0xcb, 0xdc), "server", "bytes that it does not contain"],
    ["utf-8", marked(declaring("utf-16", "News")), "server", "it does not begin with XML"],
    ["utf-8", Buffer.from(declaring("utf-16", "News"), "utf16le"), "server", "it does not begin with XML"],
    ["utf-16", utf8("utf-8", "News"), "server", "it does not begin with XML"],
    ["utf-16be", marked(declaring("utf-16", "News")), "server", "it does not begin with XML"],
    ["iso-8859-1", Buffer.from(`\uFEFF${undeclared}`), "server", "it does not begin with XML"],
    ["iso-8859-1", latin("utf-8", "Caf\u00e9"), "document", "the byte 0xE9"],
    ["iso-8859-1", latin("us-ascii", "Caf\u00e9"), "document", "the byte 0xE9"],
  ])("%s, case %#: an error if one of both makes it unreadable", async (charset, document, follower, evidence) => {
    const finding = await examineSent(charset, document);
    expect(finding).toMatchObject({
      severity: "error",
      evidence: expect.stringContaining(evidence),
      location: { line: expect.any(Number) },
    });
    expect(finding?.message).toMatch(/^The server declares .* \(EncodingMismatch\): programs that follow the /);
    expect(finding?.message).toContain(`that follow the ${follower} cannot decode it`);
  });

  it.each([
    ["utf-8", latin("ISO-8859-1", "News")],
    ["iso-8859-1", utf8("utf-8", "Caf\u00e9")],
    ["iso-8859-1", utf8("utf-8", "\u201cNews\u201d")],
    ["koi8-r", written("windows-1251", 0xe6)],
    ["iso-8859-1", written("windows-1252", 0x93)],
    ["windows-1252", latin("iso-8859-1", "Caf\u00e9")],
    ["us-ascii", utf8("utf-8", "News")],
  ])("%s, case %#: a warning if both can be decoded", async (charset, document) => {
    expect(await examineSent(charset, document)).toMatchObject({
      severity: "warning",
      message: expect.stringContaining("EncodingMismatch"),
    });
  });

  it.each([
    ["UTF-16", marked(declaring("utf-16", "News")), "It is UTF-16"],
    ["utf-16", marked(declaring("utf-16", "News")).swap16(), "It is UTF-16"],
    ["utf-16le", marked(declaring("utf-16", "News")), "It is UTF-16"],
    ["latin1", latin("ISO-8859-1", "Caf\u00e9"), "It is ISO-8859-1"],
    ["utf-8", Buffer.from(`\uFEFF${declaring("utf-8", "Caf\u00e9")}`), "UTF-8"],
    ["utf8", utf8("utf-8", "Caf\u00e9"), "UTF-8"],
  ])("%s, case %#: no warning about the same encoding", async (charset, document, message) => {
    expect(await examineSent(charset, document)).toMatchObject({ message });
  });

  it("names the remedy that is nearest", async () => {
    const both = "Write everything in UTF-8, and declare it in both places";
    const header = "Send charset=utf-8 in Content-Type";
    expect((await examineSent("utf-8", latin("ISO-8859-1", "Caf\u00e9")))?.advice).toBe(
      `${both}; until then, send charset=ISO-8859-1 in Content-Type`,
    );
    expect((await examineSent("us-ascii", utf8("utf-8", "Caf\u00e9")))?.advice).toBe(header);
    expect((await examineSent("iso-8859-1", latin("utf-8", "Caf\u00e9")))?.advice).toBe(both);
  });

  it("reports a charset that is no encoding", async () => {
    const message = 'The server declares "utf8mb4", which is no encoding (UnknownEncoding): strict programs refuse the document';
    const advice = "Send charset=utf-8 in Content-Type";
    expect(await examineSent("utf8mb4", utf8("utf-8", "News"))).toMatchObject({ severity: "error", message, advice });
    expect(await examineSent("utf8mb4", Buffer.from(undeclared))).toMatchObject({ severity: "error", advice });
  });

  it("judges a document without a declaration by the charset", async () => {
    expect(await examineSent("utf-16", Buffer.from(undeclared))).toMatchObject({
      severity: "error",
      message: "The server declares UTF-16, but it is written in UTF-8: programs that follow the server cannot decode it",
    });
    expect(await examineSent("utf-8", Buffer.from(undeclared.replace("News", "Caf\u00e9"), "latin1"))).toMatchObject({
      severity: "error",
      message: expect.stringMatching(/^The server declares UTF-8, but it contains bytes of another encoding/),
      advice: "Write all of it in UTF-8, as the server declares",
    });
  });

  it("accepts no bytes of a JSON Feed that are not UTF-8", async () => {
    const json = Buffer.from(goodJson(url).replace("News", "Caf\u00e9"), "latin1");
    expect(await examineSent("iso-8859-1", json, "application/feed+json")).toMatchObject({ severity: "error", location: { line: 1 } });
  });
});

describe("examineDocument() reports bytes that an encoding leaves undefined", () => {
  it.each([
    ["windows-1252", 0x81],
    ["windows-1252", 0x9d],
    ["windows-1251", 0x98],
    ["windows-1257", 0x81],
  ])("%s: %d", (encoding, byte) => {
    const { findings } = examineDocument(Buffer.from(declaring(encoding, `\u00e9${String.fromCharCode(byte)}`), "latin1"), url, now);
    expect(findings.find(({ check }) => check === "charset")).toMatchObject({ severity: "error", location: { line: 2 } });
  });
});

describe("examineDocument() recognizes a text that is cut within a character", () => {
  const feed = (text: Uint8Array) => {
    const [before = "", after = ""] = goodRss(url).split("News");
    return examineDocument(Buffer.concat([Buffer.from(before), text, Buffer.from(after)]), url, now).findings;
  };
  /** The beginning of a text in UTF-8, and what a template writes after it. */
  const cut = (text: string, bytes: number, rest: string) => Buffer.concat([Buffer.from(text).subarray(0, bytes), Buffer.from(rest)]);

  it.each([
    ["a letter", cut("Caf\u00e9", 4, " ...")],
    ["a letter after a capital one", cut("CAF\u00c9", 4, "\u2026")],
    ["a letter of Polish", cut("wio\u015bna", 4, "[...]")],
    ["a Cyrillic letter", cut("\u041d\u043e\u0432", 5, "")],
    ["a Chinese letter", cut("\u65e5\u672c", 4, "\u2026")],
    ["a Chinese letter, later", cut("\u65e5\u672c", 5, "...")],
    ["a quotation mark", cut("a \u201cb", 3, "...")],
    ["an emoji", cut("a \u{1F600}", 3, "...")],
    ["two texts", Buffer.concat([cut("Caf\u00e9", 4, " ... "), cut("sch\u00f6n", 4, " ...")])],
  ])("%s", (_name, text) => {
    const findings = feed(text);
    expect(complaints(findings)).toEqual(["error charset"]);
    expect(findings.find(({ check }) => check === "charset")).toMatchObject({
      message: expect.stringContaining("cut in the middle of a character"),
      advice: expect.stringContaining("mb_substr"),
      location: { line: 2 },
    });
  });

  it.each([
    ["Latin-1", Buffer.from("Caf\u00e9 am See", "latin1")],
    ["Latin-1 at the beginning", Buffer.from("\u00c4rger", "latin1")],
    ["Latin-1 in capital letters", Buffer.from("CAF\u00c9 ", "latin1")],
    ["Latin-1 after a cut text", Buffer.concat([cut("Caf\u00e9", 4, " ... "), Buffer.from("Gr\u00f6\u00dfe", "latin1")])],
    ["windows-1252", Buffer.from([0x93, 0x41, 0x94])],
    ["a lone continuation byte", Buffer.from([0x41, 0xa9, 0x20])],
  ])("but not %s", (_name, text) => {
    const [finding] = feed(text).filter(({ check }) => check === "charset");
    expect(finding?.message).toContain("bytes of another encoding");
  });
});
