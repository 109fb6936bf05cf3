import { describe, expect, it } from "vitest";
import { contentFault, publishedBytes } from "../../../../src/build/source/content-fault.ts";

const pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n";
const lfs = "it is a pointer of Git LFS, not the file; run git lfs pull, and have Git LFS in CI";
const notUtf8 = "it is not in UTF-8; save it as UTF-8";
const noTimes = "it has no times such as 00:00:01,000 --> 00:00:04,000";
const playlist = expect.stringMatching(/^it is a playlist, and the files that it lists are not published; name the recording as one file/);

describe("contentFault()", () => {
  it.each<[type: string, content: string | readonly number[], fault: unknown]>([
    ["audio/mpeg", pointer, lfs],
    ["image/png", pointer, lfs],
    ["application/json", pointer, lfs],
    ["audio/mpeg", "", "it is empty"],
    ["application/pdf", "", "it is empty"],
    ["audio/mpeg", "<!DOCTYPE html><title>Sign in</title>", "it is an HTML page, not a recording"],
    ["video/mp4", "\n<html>", "it is an HTML page, not a recording"],
    ["audio/mpeg", "Here comes the recording of Ada.", "it is text, not a recording"],
    ["audio/mpeg", "Not Found", "it is text, not a recording"],
    ["audio/mpeg", [0x49, 0x44, 0x33, 4, ...Array<number>(100).fill(0)], undefined],
    ["audio/mpeg", [...Array<number>(100).fill(0x55), 0xff, 0xfb, 0x90], undefined],
    ["application/vnd.apple.mpegurl", "#EXTM3U\n#EXTINF:9,\nseg1.ts\n#EXT-X-ENDLIST\n", playlist],
    ["application/vnd.apple.mpegurl", "#EXTM3U\n#EXTINF:9,\nhttps://cdn.example/seg1.ts\n//cdn.example/2.ts\n", undefined],
    ["audio/x-mpegurl", "a.mp3", playlist],
    ["audio/x-mpegurl", "#EXTM3U and its recordings\r\n\r\nhttps://cdn.example/a.mp3", undefined],
    ["application/dash+xml", '<?xml version="1.0"?>\n<MPD><SegmentTemplate media="seg-$Number$.m4s"/></MPD>', playlist],
    ["application/dash+xml", "<MPD>\n<BaseURL>https://cdn.example/</BaseURL></MPD>", undefined],
    ["video/mp2t", "export const typeScript = true;", undefined],
    ["text/vtt", "WEBVTT", undefined],
    ["text/vtt", "\uFEFFWEBVTT - Talk\n", undefined],
    ["text/vtt", "00:01.000 --> 00:02.000\nHi", "it does not begin with WEBVTT"],
    ["text/vtt", "1\n00:00:01,000 --> 00:00:04,000\nHi", "it is SubRip, not WebVTT; rename it to .srt"],
    ["text/vtt", "WEBVTTX", "it does not begin with WEBVTT"],
    ["application/x-subrip", "1\r\n00:00:01,000 --> 00:00:04,000\r\nHi", undefined],
    ["application/x-subrip", "Ada: Hi", noTimes],
    ["application/x-subrip", "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nHi", "it is WebVTT, not SubRip; rename it to .vtt"],
    ["text/plain", [0x4d, 0xfc, 0x6c, 0x6c], notUtf8],
    ["text/html", [0x4d, 0xfc, 0x6c, 0x6c], notUtf8],
    ["application/json", '\uFEFF{ "version": "1.0.0" }', undefined],
    ["application/json", "{", "it is not JSON"],
    ["text/vtt", [...Buffer.from("WEBVTT\n\n00:00.000 --> 00:02.000\nM"), 0xfc, 0x6c], notUtf8],
    ["application/x-subrip", [...Buffer.from("1\n00:00:01,000 --> 00:00:04,000\nM"), 0xfc, 0x6c], notUtf8],
    ["application/json", [0x22, 0xfc, 0x22], notUtf8],
    ["text/plain", " \n", "it is empty"],
    ["text/plain", "Ada: Hi", undefined],
    ["image/png", "no picture", undefined],
  ])("examines %s with %j", (type, content, fault) => {
    expect(contentFault(Buffer.from(content as string), type)).toEqual(fault);
  });
});

describe("publishedBytes()", () => {
  it.each([
    ["application/json", "{}"],
    ["text/plain", "\uFEFF{}"],
  ])("returns JSON without a byte order mark: %s", (type, expected) => {
    expect(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(publishedBytes(Buffer.from("\uFEFF{}"), type))).toBe(expected);
  });
});
