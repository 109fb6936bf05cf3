import { describe, expect, it } from "vitest";
import { isNotModified } from "../../../src/http/preconditions.ts";

const validators = { etag: '"a1b2"', lastModified: Date.UTC(2024, 10, 6, 12, 0, 0, 700) };
const exactly = "Wed, 06 Nov 2024 12:00:00 GMT";
const earlier = "Wed, 06 Nov 2024 11:59:59 GMT";
const later = "Thu, 07 Nov 2024 00:00:00 GMT";

describe("isNotModified()", () => {
  it.each([
    ["nothing", {}, false],
    ["the same tag", { "if-none-match": '"a1b2"' }, true],
    ["another tag", { "if-none-match": '"zzzz"' }, false],
    ["the tag weakened", { "if-none-match": 'W/"a1b2"' }, true],
    ["a list with the tag", { "if-none-match": '"x", W/"a1b2" ,"y"' }, true],
    ["a list without the tag", { "if-none-match": '"x","y"' }, false],
    ["a list whose tags have commas", { "if-none-match": '"x,y", "a1b2"' }, true],
    ["a star", { "if-none-match": " * " }, true],
    ["the tag without quotation marks", { "if-none-match": "a1b2" }, true],
    ["the tag in single quotation marks", { "if-none-match": "'a1b2'" }, true],
    ["the tag without the second quotation mark", { "if-none-match": '"a1b2' }, true],
    ["the tag weakened without quotation marks", { "if-none-match": "W/a1b2" }, true],
    ["the tag weakened in single quotation marks", { "if-none-match": "W/'a1b2'" }, true],
    ["a list with the tag without quotation marks", { "if-none-match": "x, a1b2,y" }, true],
    ["a list of all kinds", { "if-none-match": `W/"x",'y', W/a1b2` }, true],
    ["the tag as a compressing server marks it, without quotation marks", { "if-none-match": "W/a1b2-gzip" }, true],
    ["another tag without quotation marks", { "if-none-match": "a1b2c" }, false],
    ["the tag as a part of another tag", { "if-none-match": `"x, a1b2, y", 'x a1b2'` }, false],
    ["words with the tag", { "if-none-match": "x=a1b2" }, false],
    ["nonsense", { "if-none-match": '",W/' }, false],
    ["an empty field", { "if-none-match": "" }, false],
    ["the tag as a compressing server marks it", { "if-none-match": '"a1b2-gzip"' }, true],
    ["the tag as another compressing server marks it", { "if-none-match": 'W/"a1b2;br"' }, true],
    ["a longer tag that begins alike", { "if-none-match": '"a1b2-other"' }, false],
    ["a tag that a mark would make the same", { "if-none-match": '"a1-gzipb2"' }, false],
    ["the same second", { "if-modified-since": exactly }, true],
    ["an earlier second", { "if-modified-since": earlier }, false],
    ["a later date", { "if-modified-since": later }, true],
    ["the date in RFC 850's spelling", { "if-modified-since": "Wednesday, 06-Nov-24 12:00:00 GMT" }, true],
    ["the date in asctime's spelling", { "if-modified-since": "Wed Nov  6 12:00:00 2024" }, true],
    ["the date in ISO 8601", { "if-modified-since": "2030-01-01T00:00:00Z" }, false],
    ["a date behind something else", { "if-modified-since": `x ${later}` }, false],
    ["a date before something else", { "if-modified-since": `${later}+0100` }, false],
    ["a date in asctime's spelling before a zone", { "if-modified-since": "Wed Nov  6 12:00:00 2030 PST" }, false],
    ["a date in asctime's spelling with a letter for a digit", { "if-modified-since": "Wed Nov x6 12:00:00 2030" }, false],
    ["no date", { "if-modified-since": "yesterday" }, false],
    ["an impossible date", { "if-modified-since": "Wed, 06 Xxx 2024 12:00:00 GMT" }, false],
    ["another tag and the same second", { "if-none-match": '"zzzz"', "if-modified-since": exactly }, false],
    ["the same tag and an earlier second", { "if-none-match": '"a1b2"', "if-modified-since": earlier }, true],
  ])("decides on %s", (_criterion, headers, expected) => {
    expect(isNotModified(new Headers(headers), validators)).toBe(expected);
  });
});
