import { describe, expect, it } from "vitest";
import { decodeOldText } from "../../../../src/import/encoding/decode-old-text.ts";

/** Encodes a text in an encoding of one or two bytes. */
function encode(text: string, label: string): Uint8Array {
  const decoder = new TextDecoder(label);
  const codes = new Map<string, readonly number[]>();
  for (let byte = 0; byte < 256; byte++) codes.set(decoder.decode(Uint8Array.of(byte)), [byte]);
  for (const text of ["月の光", "달빛"])
    for (const [index, letter] of [...text].entries()) codes.set(letter, pairs[label]?.[index] ?? [0x3f]);
  return Uint8Array.from([...text].flatMap((letter) => codes.get(letter) ?? [0x3f]));
}

const pairs: Readonly<Record<string, readonly (readonly number[])[]>> = {
  shift_jis: [
    [0x8c, 0x8e],
    [0x82, 0xcc],
    [0x8c, 0xf5],
  ], // 月の光
};

const wordsOf = (text: string) => `---\ntitle: Moon\n---\n${text}\n`;

describe("decodeOldText()", () => {
  const text = "---\ntitle: Grüße\n---\nŁódź, 月\n";

  it.each([
    ["little", "utf-16le", [0xff, 0xfe]],
    ["big", "utf-16be", [0xfe, 0xff]],
    ["little", "utf-16le", []],
    ["big", "utf-16be", []],
  ])("decodes UTF-16 (%s endian), by its byte order mark or its bytes of zero", (_name, encoding, mark) => {
    const bytes = Buffer.from(text, "utf16le");
    const ordered = encoding === "utf-16be" ? bytes.swap16() : bytes;
    expect(decodeOldText("a.md", Buffer.concat([Buffer.from(mark), ordered]))).toEqual({ text, encoding });
  });

  it("follows the declaration of a page in HTML, but not an example in Markdown", () => {
    const page = (charset: string) => `<meta charset="${charset}"><p>Луна и свет`;
    const read = (name: string, charset: string) => decodeOldText(name, encode(page(charset), "koi8-u"));
    expect(read("a.html", "koi8-u")).toEqual({ text: page("koi8-u"), encoding: "koi8-u" });
    expect(read("a.md", "big5")).toMatchObject({ text: page("big5"), encoding: "koi8-u" });
    expect(read("a.html", "none")).toMatchObject({ text: page("none"), encoding: "koi8-u" });
  });

  it.each([
    ["German", "Grüße aus Köln: „Äpfel“ für 5 €, die Straße"],
    ["French", "Où est l’été ? « Ça » c’est le cœur d’une forêt"],
    ["Spanish", "¿Qué pasó, mañana? La 1ª canción del corazón"],
    ["Portuguese", "A canção não é só do coração, são três"],
    ["Danish", "Rødgrød på ø, æbler"],
    ["Swedish", "Sjön är blå och våren är här"],
    ["Icelandic", "Það er kvöld og sólin sest við sjóinn"],
    ["English", "It’s “quoted” – 20 °C, naïve café… © 2009"],
  ])("decodes %s in Windows-1252, with the first of its letters as an example", (_language, sentence) => {
    const text = wordsOf(sentence);
    expect(decodeOldText("a.md", encode(text, "windows-1252"))).toEqual({ text, encoding: "windows-1252", example: sentence });
    expect(decodeOldText("a.md", encode(text, "windows-1252"), "en-GB")).toMatchObject({ text });
  });

  it.each([
    ["Polish", "pl", "windows-1250", "Łódź miała być później, że aż dziwne"],
    ["Polish", "pl", "iso-8859-2", "Łódź miała być później, że aż dziwne"],
    ["Czech", "cs", "windows-1250", "Příliš žluťoučký kůň úpěl ďábelské ódy"],
    ["Czech", "cs", "iso-8859-2", "Příliš žluťoučký kůň úpěl ďábelské ódy"],
    ["Slovak", "sk", "windows-1250", "Ľúbim ťa, povedala mäkko a šla do hôr"],
    ["Hungarian", "hu", "windows-1250", "Az őszi erdő hűvös és gyönyörű"],
    ["Romanian", "ro", "windows-1250", "Noaptea ţi-am spus că e frumoasă şi rece"],
    ["Turkish", "tr-TR", "windows-1254", "Işığı söndür, ay doğdu ve gece çok güzel"],
    ["Lithuanian", "lt", "windows-1257", "Mėnulis pakilo virš jūros ir šviečia visiems"],
    ["Russian", "ru", "windows-1251", "Луна взошла над морем и светит всем"],
    ["Russian", "ru", "koi8-u", "Луна взошла над морем и светит всем"],
    ["Russian", "ru", "ibm866", "Луна взошла над морем и светит всем"],
    ["Ukrainian", "uk", "windows-1251", "Місяць зійшов над морем і світить усім"],
  ])("recognizes %s by the language of the site (%s), and by its letters, in %s", (_name, language, encoding, sentence) => {
    const text = wordsOf(sentence);
    const expected = { text, encoding, example: sentence };
    expect(decodeOldText("a.md", encode(text, encoding), language)).toEqual(expected);
    expect(decodeOldText("a.md", encode(text, encoding))).toEqual(expected);
  });

  it.each([
    ["Greek", "el", "windows-1253", "Το φεγγάρι ανέβηκε πάνω από τη θάλασσα"],
    ["Hebrew", "he", "windows-1255", "הירח עלה מעל הים ומאיר לכולם"],
    ["Arabic", "ar", "windows-1256", "طلع القمر فوق البحر ويضيء للجميع"],
    ["Thai", "th", "windows-874", "พระจันทร์ขึ้นเหนือทะเล"],
    ["Japanese", "ja", "shift_jis", "月の光 and some English words around it"],
  ])("recognizes %s by the language that the site (%s), the page or the front matter states", (_name, language, encoding, sentence) => {
    expect(decodeOldText("a.md", encode(sentence, encoding), language)).toEqual({ text: sentence, encoding, example: sentence });
    const page = `<!doctype html><html class="a" lang="${language}"><p>${sentence}`;
    expect(decodeOldText("a.html", encode(page, encoding), "en")).toMatchObject({ text: page, encoding });
    const post = `---\ntitle: Moon\nlang: ${language}\n---\n${sentence}\n`;
    expect(decodeOldText("a.md", encode(post, encoding), "de")).toMatchObject({ text: post, encoding });
  });

  it.each([
    ["ja", "euc-jp", "b7eea4ceb8f7a4cfc8fea4b7a4a4a4c7a4b9a1a3", "月の光は美しいです。"],
    ["zh-CN", "gb18030", "bdf1ccecceddbacdc5f3d3d1c8a5bfb4b5e7d3b0", "今天屋和朋友去看电影"],
    ["zh", "big5", "a4b5a4d1a7daa9f1aa42a4cda668acddb971bc76", "今天我放朋友多看電影"],
    ["ko", "euc-kr", "b4debafbc0cc", "달빛이"],
  ])("recognizes the encodings of two bytes a character: %s in %s", (language, encoding, hex, sentence) => {
    expect(decodeOldText("a.md", Buffer.from(hex, "hex"), language)).toMatchObject({ encoding, text: sentence });
  });

  it("takes other letters for Windows-1252, which loses no byte", () => {
    const bytes = Uint8Array.from({ length: 128 }, (_, index) => 0x80 + index);
    const found = decodeOldText("a.md", bytes);
    expect(found).toMatchObject({ encoding: "windows-1252" });
    expect(encode(found?.text ?? "", "windows-1252")).toEqual(bytes);
  });

  it("keeps the characters of damaged UTF-8, and shows the line with the others", () => {
    const bytes = Buffer.concat([Buffer.from("\uFEFFVoilà, à demain: 月\nList"), Buffer.of(0xed), Buffer.from(" padá \u{1F600}.\n")]);
    const text = "Voilà, à demain: 月\nListí padá \u{1F600}.\n";
    const encoding = "UTF-8 with bytes of windows-1250";
    expect(decodeOldText("a.md", bytes, "cs")).toEqual({ text, encoding, example: "Listí padá \u{1F600}." });
    expect(decodeOldText("a.md", bytes)?.encoding).toBe("UTF-8 with bytes of windows-1252");
  });

  it("shortens a long example", () => {
    const { example = "" } = decodeOldText("a.md", encode("Où est le grand été de la forêt ? ".repeat(50), "windows-1252")) ?? {};
    expect(example).toMatch(/^Où est le grand été .{40,70}…$/);
  });

  it("does not take binary data for a text", () => {
    expect(decodeOldText("a.txt", Uint8Array.of(0x41, 0xe9, 0x00, 0x42, 0x41, 0x00))).toBeUndefined();
    expect(decodeOldText("a.txt", Uint8Array.of(0x00, 0x00, 0xe9, 0x42))).toBeUndefined();
  });
});
