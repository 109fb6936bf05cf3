import { describe, expect, it } from "vitest";
import { examineDocument } from "../../../src/doctor/examine-document.ts";
import { complaints, goodAtom, goodJson, goodRss, item, now } from "./feed-server.ts";

const url = "https://news.example/feed.xml";
const examine = (text: string | Uint8Array, address: string | undefined = url) =>
  examineDocument(typeof text === "string" ? new TextEncoder().encode(text) : text, address, now);

describe("checkPrivateLinks()", () => {
  const atomEntry = (from: string, to: string) => goodAtom(url).replace(/(<entry>.*)$/, (entry) => entry.replace(from, to));
  const local = "http://localhost:4000/b";
  const linked = (name: string, link: string) => item(name).replace(/<link>[^<]*/, `\n<link>${link}`);

  it.each([
    ["the link of one item", goodRss(url, item("a") + linked("b", local)), ["warning private links"]],
    ["the link of one item in CDATA", goodRss(url, item("a") + linked("b", `<![CDATA[${local}]]>`)), ["warning private links"]],
    ["the links of all items", goodRss(url, linked("b", "http://192.168.1.2/b")), ["error private links"]],
    ["the links of all items, which are reserved names", goodRss(url, linked("b", "https://site.test/b")), ["error private links"]],
    ["the links of all items, which are names of a local network", goodRss(url, linked("b", "http://default/b")), ["error private links"]],
    ["the link of an Atom entry", atomEntry("<author>", `<link href="${local}"/><author>`), ["error private links"]],
    ["the url of an item of JSON Feed", goodJson(url).replaceAll("https://news.example/a", local), ["error private links"]],
    [
      "the link of the feed",
      goodRss(url).replace("<link>https://news.example/", "<link>http://localhost:1313/"),
      ["warning private links"],
    ],
    ["the text of an entry", goodRss(url, item("a").replace("&lt;p&gt;", `&lt;p&gt;${local} &lt;a href="${local}"&gt;x&lt;/a&gt;`)), []],
    [
      "an id",
      goodRss(
        url,
        item("a")
          .replace("<guid>", `<guid isPermaLink="false">${local}</guid><x:y xmlns:x="https://schema.org/">`)
          .replace("</guid><pubDate>", "</x:y><pubDate>"),
      ),
      [],
    ],
  ])("reports a private host of a public feed in %s", (_name, text, expected) => {
    expect(complaints(examine(text).findings)).toEqual(expected);
  });

  it("accepts private hosts in a feed that is not public", () => {
    const text = goodRss(url, linked("b", local)).replaceAll(url, "http://localhost:4000/feed.xml");
    expect(complaints(examine(text, "http://localhost:4000/feed.xml").findings)).toEqual([]);
    expect(complaints(examineDocument(new TextEncoder().encode(text), undefined, now).findings)).toEqual([]);
  });

  it("names the entry with the private link, and the setting of the system", () => {
    const text = goodRss(url, item("a") + linked("b", local)).replace("<language>", "<generator>Jekyll v4.3</generator><language>");
    expect(examine(text).findings.find(({ check }) => check === "private links")).toMatchObject({
      evidence: `entry 2, "About b": ${local}`,
      location: { line: 3 },
      systemAdvice: expect.stringContaining("JEKYLL_ENV=production"),
    });
  });
});
