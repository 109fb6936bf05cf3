import { describe, expect, it } from "vitest";
import { documentKindOf } from "../../../../src/doctor/live-site/document-kind.ts";

describe("documentKindOf()", () => {
  it.each([
    ['<?xml version="1.0"?>\n<!-- <html> --><?xsl x?><rss version="2.0">', "rss"],
    ["\uFEFF\n <RSS>", "rss"],
    ['<!DOCTYPE rss SYSTEM "rss.dtd" [<!ENTITY a "b">]><rss>', "rss"],
    ['<feed xmlns="http://www.w3.org/2005/Atom">', "atom"],
    ['<a:feed xmlns:a="http://www.w3.org/2005/Atom">', "atom"],
    ["<rdf:RDF>", "rdf"],
    ['{"version":"https://jsonfeed.org/version/1.1"', "json"],
    ['{"title":"x","version":"https:\\/\\/jsonfeed.org\\/version\\/1"}', "json"],
    [`{"a":"${"x".repeat(200_000)}","version":"https://jsonfeed.org/version/1.1"}`, "json"],
    ['{"version":"1.0"}', "unknown"],
    ["<!doctype html><p>rss</p>", "html"],
    ["<html><rss>", "html"],
    ["<head><title>x</title>", "html"],
    ["<entry><title>x</title>", "unknown"],
    ["Warning: x <html><body>", "html"],
    ["<opml>", "unknown"],
    ["<opml><head><title>Feeds</title></head><body></body></opml>", "unknown"],
    ["<svg><title>x</title><foreignObject><body/></foreignObject></svg>", "unknown"],
    ['{"title":"x","feed_url":"https://a.example/","items":[]}', "json"],
    ['{"version":"1.1","home_page_url":"https://a.example/","items":[]}', "json"],
    ['{"title":"x","items":[]}', "unknown"],
    ['{"version":"1.1","title":"x","items":[]}', "json"],
    ['{"version":2,"title":"x","items":[]}', "unknown"],
    ['{"version":1.1,"items":[]}', "unknown"],
    ['{"title":"x","items":[{"content_text":"x"}]}', "json"],
    ['{"title":"x","items":[{"text":"x"},null]}', "unknown"],
    ['{"posts":["{\\"version\\": \\"https://jsonfeed.org/version/1.1\\"}"]}', "unknown"],
    ['["{version: https://jsonfeed.org/version/1.1}"]', "unknown"],
    ['"https://jsonfeed.org/version/1.1"', "unknown"],
    ["", "unknown"],
  ])("of %s", (text, kind) => {
    expect(documentKindOf(text)).toBe(kind);
  });
});
