import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkDocument } from "../../../src/conformance/check.ts";
import { examineFeed } from "../../../src/doctor/examine-feed.ts";
import type { Network } from "../../../src/network/request.ts";
import { complaints, network, now, startFeedServer } from "./feed-server.ts";

type Format = "rss" | "atom" | "json";

const mediaTypes = { rss: "application/rss+xml", atom: "application/atom+xml", json: "application/feed+json" };

// Feeds as widely used systems write them, and the rules that they do break. The validator reports these, too.
const feeds: [file: string, format: Format, url: string, faults?: string[]][] = [
  ["astro.xml", "rss", "https://field.example.com/rss.xml"],
  ["blogger.xml", "atom", "https://moss.example.com/feeds/posts/default"],
  ["bridge.xml", "atom", "https://bridge.example.com/?action=display&bridge=Timeline&u=ada&format=Atom"],
  ["bridge-rss.xml", "rss", "https://nitter.example.com/ada/rss"],
  ["discourse.xml", "rss", "https://bells.example.com/latest.rss"],
  ["django.xml", "atom", "https://tides.example.com/feed/"],
  ["eleventy.xml", "atom", "https://slip.example.com/feed/feed.xml"],
  ["eleventy-rss.xml", "rss", "https://slip.example.com/feed/feed.xml"],
  ["eleventy.json", "json", "https://slip.example.com/feed/feed.json"],
  ["ghost.xml", "rss", "https://trains.example.com/rss/"],
  ["github.xml", "atom", "https://github.com/example/anchor/releases.atom"],
  ["handwritten.xml", "rss", "https://www.example.com/~ada/rss.xml"],
  ["hexo.xml", "atom", "https://hexo.example.com/atom.xml"],
  ["hugo.xml", "rss", "https://mills.example.com/posts/index.xml"],
  ["hugo-minified.xml", "rss", "https://mills.example.com/index.xml"],
  ["jekyll.xml", "atom", "https://ferns.example.com/feed.xml"],
  ["mastodon.xml", "rss", "https://social.example.com/@ada.rss"],
  // Its prefix cc is another namespace, the web master has no name, and items have no description before the content.
  ["medium.xml", "rss", "https://medium.com/@ada/feed", ["MissingRealName", "NeedDescriptionBeforeContent", "ReservedPrefix"]],
  ["micro-blog.json", "json", "https://ada.micro.blog/feed.json"],
  ["pelican.xml", "atom", "https://nets.example.com/feeds/all.atom.xml"],
  ["podcast-host.xml", "rss", "https://feeds.pod.example.com/lamps"],
  // Its ids are not IRIs.
  ["reddit.xml", "atom", "https://www.reddit.com/r/knots/.rss", ["InvalidFullLink"]],
  // Its namespace of Media RSS is not the one that readers know.
  ["squarespace.xml", "rss", "https://www.clay.example.com/journal?format=rss", ["ReservedPrefix"]],
  ["substack.xml", "rss", "https://boats.substack.com/feed", ["MissingRealName"]],
  ["wordpress.xml", "rss", "https://kitchen.example.com/feed/"],
  ["xhtml.xml", "atom", "https://proofs.example.com/feed.atom"],
  [
    "youtube.xml",
    "atom",
    "http://www.youtube.com/feeds/videos.xml?channel_id=UC0123456789abcdefghij",
    // No update time, a group of one, and ids with a scheme of its own.
    ["MediaGroupWithoutAlternatives", "MissingElement", "MissingTextualContent", "SchemeNotIANARegistered", "UndefinedElement"],
  ],
  ["zola.xml", "atom", "https://kiln.example.com/atom.xml"],
];

const read = (file: string) => readFileSync(join(import.meta.dirname, "../../fixtures/feeds", file), "utf8");

// Their hubs answer, as they do outside of the tests.
const withHubs: Network = {
  ...network,
  fetch: async (input, init) => (String(input).startsWith("http://127.0.0.1:") ? fetch(input, init) : new Response("", { status: 405 })),
};

describe("checkDocument() reports only true faults", () => {
  it.each(feeds)("of %s", (file, format, url, faults = []) => {
    const violations = checkDocument(format, read(file), url, now).filter(({ severity }) => severity !== "note");
    const rules = violations.map(({ rule }) => rule).filter((rule) => rule !== "MissingAtomSelfLink");
    expect([...new Set(rules)].sort()).toEqual(faults);
  });
});

describe("examineFeed() reports only true faults", () => {
  it.each(feeds)("of %s", async (file, format, url, faults = []) => {
    const document = (served: string) => read(file).replaceAll(url.replaceAll("&", "&amp;"), served);
    const lastPage = (served: string) => document(served).replace(/<link rel='next'[^>]*>/, "");
    const origin = await startFeedServer({
      document,
      headers: { "content-type": mediaTypes[format] },
      respond: ({ url }, response, origin) => {
        if (!url?.includes("start-index")) return false;
        response.writeHead(200, { "content-type": mediaTypes[format] }).end(lastPage(`${origin}/feed.xml`));
        return true;
      },
    });
    const { findings } = await examineFeed(`${origin}/feed.xml`, withHubs);
    const found = complaints(findings).filter((text) => !text.startsWith("note ") && text !== "warning self link");
    expect(found.map((text) => text.replace(/^\w+ /, "")).sort()).toEqual(faults);
  });
});
