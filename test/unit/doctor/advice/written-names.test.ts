import { describe, expect, it } from "vitest";
import { readWrittenNames, withWrittenNames } from "../../../../src/doctor/advice/written-names.ts";
import { examineDocument } from "../../../../src/doctor/examine-document.ts";

const atom = "http://www.w3.org/2005/Atom";
const dc = "http://purl.org/dc/elements/1.1/";

const rss = (attributes: string) => `<?xml version="1.0"?><rss version="2.0" ${attributes}><channel><item/></channel></rss>`;

describe("withWrittenNames()", () => {
  it.each([
    [rss(`xmlns:atom="${atom}"`), "Write <atom:link/>", "Write <atom:link/>"],
    [rss(`xmlns:a10='${atom}'`), "Write <atom:link/>", "Write <a10:link/>"],
    [rss(`xmlns:a10="${atom}" xmlns:atom = "${atom}"`), "Write <atom:link/>", "Write <atom:link/>"],
    [
      rss(`xmlns:a="${atom}"`),
      "Write <atom:author><atom:name>Ada</atom:name></atom:author>",
      "Write <a:author><a:name>Ada</a:name></a:author>",
    ],
    [rss(""), "Write a name in dc:creator", `Write a name in dc:creator (declare xmlns:dc="${dc}" in <rss>)`],
    [rss(`xmlns:dublin="${dc}"`), "Write a name in dc:creator", "Write a name in dublin:creator"],
    [
      rss("").replace("<item/>", `<item xmlns:d="${dc}"/>`),
      "Write a name in dc:creator",
      `Write a name in dc:creator (declare xmlns:dc="${dc}" in <rss>)`,
    ],
    [rss(""), `Write <atom:link> with xmlns:atom="${atom}"`, `Write <atom:link> with xmlns:atom="${atom}"`],
    [
      rss(""),
      "Write hours:minutes:seconds, tag:example.com,2024:name or xml:lang",
      "Write hours:minutes:seconds, tag:example.com,2024:name or xml:lang",
    ],
    [`<a:feed xmlns:a="${atom}"/>`, "Add <id> to <entry>, or to <feed>", "Add <a:id> to <a:entry>, or to <a:feed>"],
    [`<a:feed xmlns:a="${atom}"/>`, 'Write <link href="https://a.example/"/>', 'Write <a:link href="https://a.example/"/>'],
    [`<a:feed xmlns:a="${atom}"/>`, `Write <feed xmlns="${atom}">`, `Write <a:feed xmlns:a="${atom}">`],
    [`<a:feed xmlns:a="${atom}"/>`, "Put it into one <div>, and escape &lt;p&gt;", "Put it into one <div>, and escape &lt;p&gt;"],
    [`<feed xmlns="${atom}"/>`, "Add <id> to <entry>", "Add <id> to <entry>"],
  ])("in %s writes %s as %s", (document, advice, written) => {
    expect(withWrittenNames(advice, readWrittenNames(document))).toBe(written);
  });
});

const prefixed = `<?xml version="1.0" encoding="utf-8"?><a:feed xmlns:a="${atom}"><a:id>https://a.example/</a:id><a:title>A</a:title><a:updated>2024-11-06T12:00:00Z</a:updated><a:link rel="self">https://a.example/feed.xml</a:link><a:entry><a:title>B</a:title><a:updated>2024-11-06T12:00:00Z</a:updated><a:author>Ada</a:author><a:content>C</a:content></a:entry></a:feed>`;

const channel = (attributes: string, link: string) =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" ${attributes}><channel><title>A</title><link>https://a.example/</link><description>A</description>${link}<item><title>B</title><guid isPermaLink="false">b-b-b-b-b</guid><author>Ada</author></item></channel></rss>`;

describe("examineDocument() gives advice that can be followed word for word", () => {
  const adviceIn = (document: string, check: string) =>
    examineDocument(new TextEncoder().encode(document), undefined, Date.UTC(2024, 10, 7)).findings.find(
      (finding) => finding.check === check,
    )?.advice;

  it.each([
    [prefixed, "MissingHref", 'Write <a:link href="https://a.example/feed.xml" rel="self"/>'],
    [prefixed, "UnexpectedText", "Write <a:author><a:name>Ada</a:name></a:author>"],
    [prefixed, "AvoidNamespacePrefix", expect.stringContaining(`Write <feed xmlns="${atom}">, its elements without the prefix a`)],
    [
      channel(`xmlns:a10="${atom}"`, '<a10:link rel="self">https://a.example/feed.xml</a10:link>'),
      "MissingHref",
      'Write <a10:link href="https://a.example/feed.xml" rel="self"/>',
    ],
    [
      channel("", '<link rel="self" href="https://a.example/feed.xml"/>'),
      "UnexpectedAttribute",
      `Write <atom:link> instead of <link>: the link of RSS has no attributes (declare xmlns:atom="${atom}" in <rss>)`,
    ],
    [
      channel("", `<dc:date xmlns:dc="${dc}">2024-11-05</dc:date><x:date xmlns:x="${dc}">2024-11-06</x:date>`),
      "DuplicateElement",
      "Write <dc:date> once",
    ],
    [channel(`xmlns:dublin="${dc}"`, ""), "InvalidContact", "Write mail@example.com (Name), or only the name, in dublin:creator"],
  ])("in %s: %s", (document, check, advice) => {
    expect(adviceIn(document, check)).toEqual(advice);
  });

  it("and counts the violations in one place", () => {
    const document = channel("", "").replace(
      "<guid",
      "<description>&lt;foo&gt;&lt;/foo&gt;&lt;foo&gt;&lt;/foo&gt;&lt;foo&gt;&lt;/foo&gt;</description><guid",
    );
    const { findings } = examineDocument(new TextEncoder().encode(document), undefined, Date.UTC(2024, 10, 7));
    expect(findings.find(({ check }) => check === "NotHtml")?.message).toBe("The document breaks this rule 3 times, in the same place");
  });
});
