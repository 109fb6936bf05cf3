import { describe, expect, it } from "vitest";
import { parseDataPicture } from "../../../src/base/data-picture.ts";

const base64 = (text: string) => btoa(text);

describe("parseDataPicture()", () => {
  it.each([
    ["\x89PNG\r\n\x1a\nrest", "image/png", "png"],
    ["\xff\xd8\xffrest", "image/jpeg", "jpg"],
    ["GIF89arest", "image/gif", "gif"],
    ["RIFF1234WEBPrest", "image/webp", "webp"],
    ["1234ftypavifrest", "image/avif", "avif"],
  ])("decodes %j, and finds its type in its content", (content, type, ending) => {
    const picture = parseDataPicture(`data:image/x-any;base64,${base64(content)}`);
    expect(picture).toMatchObject({ type, ending });
    expect(String.fromCharCode(...(picture?.bytes ?? []))).toBe(content);
  });

  it.each([
    `DATA:image/gif;charset=utf-8;BASE64,${base64("GIF89a")}`,
    `data:image/gif;base64,${base64("GIF89a").slice(0, 4)}\n ${base64("GIF89a").slice(4)}`,
    `data:image/gif;base64,${encodeURIComponent(base64("GIF89a+"))}`,
  ])("accepts the spelling %j", (url) => {
    expect(parseDataPicture(url)?.type).toBe("image/gif");
  });

  it.each([
    "data:image/png;base64,AA",
    "data:image/png;base64,!!!",
    "data:image/png;base64,%",
    "data:image/png,GIF89a",
    `data:text/html;base64,${base64("GIF89a")}`,
    `data:image/svg+xml;base64,${base64("<svg/>")}`,
    "data:,",
    "data:",
    "https://example.com/a.png",
  ])("returns undefined for %j", (url) => {
    expect(parseDataPicture(url)).toBeUndefined();
  });
});
