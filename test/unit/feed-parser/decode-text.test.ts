import { describe, expect, it } from "vitest";
import { decodeText, findEncoding } from "../../../src/feed-parser/decode-text.ts";

const latin = (text: string) => Uint8Array.from(text, (character) => (character === "€" ? 0x80 : character.charCodeAt(0)));
const utf16 = (text: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  return new Uint8Array(view.buffer);
};

describe("decodeText()", () => {
  it.each([
    ["compressed by gzip", [0x1f, 0x8b, 8, 0]],
    ["a ZIP archive", [0x50, 0x4b, 3, 4]],
    ["compressed by zstd", [0x28, 0xb5, 0x2f, 0xfd]],
  ])("reports that a document is %s", (name, bytes) => {
    expect(() => decodeText(Uint8Array.from([...bytes, 0, 0, 0xff]))).toThrow(`it is ${name}; unpack it`);
  });

  it("uses the declaration, with windows-1252 for ISO-8859-1", () => {
    for (const label of ["windows-1252", "ISO-8859-1"]) {
      expect(decodeText(latin(`<?xml version='1.0' encoding='${label}'?><a>é €</a>`))).toContain("<a>é €</a>");
    }
  });

  it("prefers the byte order mark to the declaration, and falls back to the server's header", () => {
    const text = '<?xml version="1.0" encoding="utf-8"?><a>é</a>';
    expect(decodeText(utf16(`\uFEFF${text}`, true))).toBe(text);
    expect(decodeText(utf16(`\uFEFF${text}`, false))).toBe(text);
    expect(decodeText(utf16(text, true))).toBe(text);
    expect(decodeText(latin("<a>é</a>"), "text/xml; charset=iso-8859-1")).toBe("<a>é</a>");
    expect(decodeText(new TextEncoder().encode(text), "text/xml; charset=iso-8859-1")).toBe(text);
  });

  it("ignores a declaration of UTF-16 that is readable byte by byte", () => {
    expect(decodeText(new TextEncoder().encode('<?xml version="1.0" encoding="utf-16"?><a>é</a>'))).toContain("é");
  });

  it("does not guess an encoding", () => {
    expect(() => decodeText(latin("<a>é</a>"))).toThrow("Cannot decode the document: it is not UTF-8 and names no other encoding");
    expect(() => findEncoding(latin('<?xml version="1.0" encoding="klingon"?>'))).toThrow('Cannot decode "klingon"');
  });
});
