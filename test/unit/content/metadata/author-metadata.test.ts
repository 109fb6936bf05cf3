import { describe, expect, it } from "vitest";
import { readAuthor } from "../../../../src/content/metadata/author-metadata.ts";

describe("readAuthor()", () => {
  it.each([
    ["Ada   Marsh", { name: "Ada Marsh" }],
    ["Ada <ada@example.com>", { name: "Ada", email: "ada@example.com" }],
    ["<ada@example.com>", { name: "ada@example.com", email: "ada@example.com" }],
    ["ada@example.com  ( Ada Marsh )", { name: "Ada Marsh", email: "ada@example.com" }],
    [
      { name: "Ada", email: "ada@example.com", url: "https://ada.example" },
      { name: "Ada", email: "ada@example.com", url: "https://ada.example/" },
    ],
    [
      { name: "Ada", link: "http://ada.example/" },
      { name: "Ada", url: "http://ada.example/" },
    ],
    [
      { name: "Ada", website: "https://ada.example/" },
      { name: "Ada", url: "https://ada.example/" },
    ],
    ...["image", "avatar", "image_url", "imageURL", "picture", "photo"].map((key): [Record<string, string>, object] => [
      { name: "Ada", [key]: "https://ada.example/a b.png" },
      { name: "Ada", image: "https://ada.example/a%20b.png" },
    ]),
    [
      { name: "Ada", image: { src: "https://ada.example/a.png" } },
      { name: "Ada", image: "https://ada.example/a.png" },
    ],
    [{ display_name: "Ada", login: "admin" }, { name: "Ada" }],
    [{ title: "Ada", login: "admin" }, { name: "Ada" }],
    [{ login: "ada" }, { name: "ada" }],
  ])("reads %j", (value, author) => {
    expect(readAuthor(value)).toEqual(author);
  });

  it.each([
    "<b>Ada</b> <ada@example.com>",
    "Ada <ada@example.com> and Bob",
    "write to ada@example.com (Ada)",
    "ada@example.com (Ada) and Bob",
    "Ada <nobody>",
  ])("uses the whole of %s as a name", (text) => {
    expect(readAuthor(text)).toEqual({ name: text });
  });

  it.each(["ftp://ada.example/", "javascript:open('https://evil.example/')", "https://[", "ada.example"])(
    "ignores the invalid URL %s",
    (url) => {
      const faults: string[] = [];
      expect(readAuthor({ name: "Ada", url }, (fault) => faults.push(fault))).toEqual({ name: "Ada" });
      expect(faults).toEqual([
        `Cannot use the URL ${JSON.stringify(url)} of Ada: it is not a URL that begins with https://; it was left out`,
      ]);
    },
  );

  it.each(["ada.png", "/img/ada.png", "https://ada.example/a.png"])("reads the picture %s", (image) => {
    expect(readAuthor({ name: "Ada", image })).toEqual({ name: "Ada", image });
  });

  it.each(["javascript:alert(1)", "https://[", "//ada.example/a.png"])("warns about the picture %s", (image) => {
    const faults: string[] = [];
    expect(readAuthor({ name: "Ada", image }, (fault) => faults.push(fault))).toEqual({ name: "Ada" });
    expect(faults).toEqual([
      `Cannot use the picture ${JSON.stringify(image)} of Ada: it is neither a file nor a URL that begins with https://; it was left out`,
    ]);
  });

  it.each(["nobody", "see ada@example.com", "ada@example.com!", "ada@example"])("ignores the invalid e-mail address %s", (email) => {
    expect(readAuthor({ name: "Ada", email })).toEqual({ name: "Ada" });
  });

  it.each([{}, { url: "https://ada.example/" }, [], ""])("finds no name in %j", (value) => {
    expect(readAuthor(value)).toBeUndefined();
  });
});
