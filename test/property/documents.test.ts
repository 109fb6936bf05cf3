import { describe, expect, it } from "vitest";
import { checkDocument } from "../../src/conformance/check.ts";
import { childOf, parseXml, type XmlElement } from "../../src/conformance/xml.ts";
import { replaceUnwelcomeCharacters } from "../../src/content/characters.ts";
import { compile } from "../../src/content/compile.ts";
import { parseHtml, toHtml } from "../../src/content/html.ts";
import { sanitizeHtml } from "../../src/content/sanitize-html.ts";
import type { Site } from "../../src/site.ts";
import fc from "../fast-check.ts";
import { renderSamples, sampleEntry, sampleSite } from "../samples.ts";
import { anyArticles, anyText } from "./arbitrary-articles.ts";

const now = Date.UTC(2025, 0, 1);
const options = { site: sampleSite, media: { publish: () => undefined, durationOf: async () => undefined }, development: false, now };

const podcast: Site["podcast"] = { category: ["TV & Film > Film Reviews"], explicit: false, type: "episodic" };

// What an author may choose all the same: an id that is not canonical, a title about </p>, an enclosure that is no episode.
const chosen =
  /^(?:NonCanonicalURI|Contains(?:Undeclared)?HTML|NotSufficientlyUnique|UnsupportedItunesFormat|JSON Feed 1.1 (?:title|summary|tags|name))$/;

/** Text that says what every character of it is, and so comes back from a document as it went in. */
const goodText = anyText.map((text) => replaceUnwelcomeCharacters(text, () => {}));
const plainText = goodText.map((text) => text.replace(/\s+/g, " ").trim());

describe("whatever the articles contain", () => {
  it("compiling tells problems and throws nothing, and the documents obey every rule", async () => {
    await fc.assert(
      fc.asyncProperty(anyArticles, fc.constantFrom(sampleSite, { ...sampleSite, podcast }), async (articles, site) => {
        const { entries, problems } = await compile(articles, { ...options, site });
        if (problems.some(({ severity }) => severity === "error")) return; // nothing of it would be deployed
        const documents = renderSamples(entries, site);
        for (const format of ["rss", "atom", "json"] as const) {
          const path = { rss: "/rss.xml", atom: "/atom.xml", json: "/feed.json" }[format];
          const violations = checkDocument(format, documents[format], sampleSite.url + path, now);
          const serious = violations.filter(({ rule }) => !chosen.test(rule));
          expect(serious).toEqual([]);
        }
      }),
    );
  });

  it("compiling the same articles gives the same entries", async () => {
    await fc.assert(
      fc.asyncProperty(anyArticles, async (articles) => {
        expect(await compile(articles, options)).toEqual(await compile([...articles].reverse(), { ...options, now: now + 1000 }));
      }),
    );
  });
});

describe("sanitizeHtml()", () => {
  const clean = (html: string) => toHtml(sanitizeHtml(parseHtml(html), () => {}));

  it("makes what it would leave as it is", () => {
    fc.assert(
      fc.property(goodText, (html) => {
        const once = clean(html);
        expect(clean(once)).toBe(once);
      }),
    );
  });
});

describe("any text", () => {
  it("comes back from JSON Feed as it went in", () => {
    fc.assert(
      fc.property(plainText, plainText, (title, summary) => {
        const [item] = JSON.parse(renderSamples([sampleEntry("a", { title, summary })]).json).items;
        expect([item.title ?? "", item.summary ?? ""]).toEqual([title, summary]);
      }),
    );
  });

  it("comes back from RSS as it went in", () => {
    fc.assert(
      fc.property(plainText, plainText, (title, name) => {
        const entry = sampleEntry("a", { title, authors: [{ name: `${name}.` }], categories: [`${name}.`] });
        const item = parsed(renderSamples([entry]).rss, "channel", "item");
        expect([text(item, "title"), text(item, "dc:creator"), text(item, "category")]).toEqual([title, `${name}.`, `${name}.`]);
      }),
    );
  });

  it("comes back from Atom as it went in", () => {
    fc.assert(
      fc.property(plainText, plainText, (title, summary) => {
        const entry = sampleEntry("a", { title: `${title}.`, summary, categories: [`${summary}.`] });
        const read = parsed(renderSamples([entry]).atom, "entry");
        expect([text(read, "title"), text(read, "summary")]).toEqual([`${title}.`, summary]);
        expect(read && childOf(read, "category")?.attributes.get("term")).toBe(`${summary}.`);
      }),
    );
  });
});

function parsed(document: string, ...path: string[]): XmlElement | undefined {
  const report = () => {
    throw new Error("Cannot be read as XML");
  };
  return path.reduce<XmlElement | undefined>((element, name) => element && childOf(element, name), parseXml(document, report));
}

function text(element: XmlElement | undefined, name: string): string {
  return (element && childOf(element, name)?.text) ?? "";
}
