import { describe, expect, it } from "vitest";
import { isChapters, isTranscript } from "../../../../src/build/source/episode-json.ts";

describe("isChapters()", () => {
  it.each([
    ['{"version": "1.2.0", "chapters": [{"startTime": 0, "title": "Start"}, {"startTime": 12.5}]}', true],
    ['\uFEFF{"version": "1.2.0", "chapters": [{"startTime": 0}]}', true],
    ['{"version": "1.2.0", "chapters": []}', false],
    ['{"chapters": [{"startTime": 0}]}', false],
    ['{"version": "1.2.0", "chapters": [{"startTime": "0:00"}]}', false],
    ['{"version": "1.2.0", "chapters": [{"startTime": -1}]}', false],
    ['{"version": "1.2.0", "chapters": [null]}', false],
    ['{"version": "1.2.0", "chapters": {}}', false],
    ["null", false],
    ["[]", false],
    ["00:00 Start", false],
    ["", false],
  ])("%s: %s", (text, expected) => {
    expect(isChapters(new TextEncoder().encode(text))).toBe(expected);
  });
});

describe("isTranscript()", () => {
  it.each([
    [
      '{"version": "1.0.0", "segments": [{"speaker": "Ada", "startTime": 0.5, "endTime": 2, "body": "Hi"}, {"startTime": 2, "body": ""}]}',
      true,
    ],
    ['{"version": "1.0.0", "segments": []}', false],
    ['{"segments": [{"startTime": 0, "body": "Hi"}]}', false],
    ['{"version": "1.0.0", "segments": [{"startTime": 0, "text": "Hi"}]}', false],
    ['{"version": "1.0.0", "segments": [{"startTime": "0:00", "body": "Hi"}]}', false],
    ['{"version": "1.0.0", "segments": [null]}', false],
    ['{"version": "1.2.0", "chapters": [{"startTime": 0, "body": "Hi"}]}', false],
    ["[]", false],
  ])("%s: %s", (text, expected) => {
    expect(isTranscript(new TextEncoder().encode(text))).toBe(expected);
  });
});
