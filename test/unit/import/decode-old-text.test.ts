import { describe, expect, it } from "vitest";
import { decodeOldText } from "../../../src/import/decode-old-text.ts";

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

describe("decodeOldText()", () => {
  const text = "---\ntitle: Grüße\n---\nŁódź, 月\n";

  it.each([
    ["little", "utf-16le", [0xff, 0xfe]],
    ["big", "utf-16be", [0xfe, 0xff]],
  ])("decodes UTF-16 (%s endian) by its byte order mark", (_name, encoding, mark) => {
    const bytes = Buffer.from(text, "utf16le");
    const ordered = encoding === "utf-16be" ? bytes.swap16() : bytes;
    expect(decodeOldText("a.md", Buffer.concat([Buffer.from(mark), ordered]))).toEqual({ text, encoding, isDeclared: true });
  });

  it("follows the declaration of a page in HTML, but not an example in Markdown", () => {
    const page = '<meta charset="windows-1251"><p>Луна и свет';
    const bytes = encode(page, "windows-1251");
    expect(decodeOldText("a.html", bytes)).toEqual({ text: page, encoding: "windows-1251", isDeclared: true });
    expect(decodeOldText("a.md", bytes)).toBeUndefined();
    expect(decodeOldText("a.html", encode('<meta charset="none"><p>Луна и свет', "windows-1251"))).toBeUndefined();
  });

  it.each([
    ["German", "Grüße aus Köln: „Äpfel“ für 5 €, die Straße"],
    ["French", "Où est l’été ? « Ça » c’est le cœur d’une forêt"],
    ["Spanish", "¿Qué pasó, mañana? La 1ª canción del corazón"],
    ["Portuguese", "A canção não é só do coração, são três"],
    ["Danish", "Rødgrød på ø, æbler"],
    ["Swedish", "Sjön är blå och våren är här"],
    ["English", "It’s “quoted” – 20 °C, naïve café… © 2009"],
  ])("recognizes clear Windows-1252: %s", (_language, sentence) => {
    const whole = `---\ntitle: Moon\n---\n${sentence}\n`;
    expect(decodeOldText("a.md", encode(whole, "windows-1252"))).toEqual({ text: whole, encoding: "windows-1252", isDeclared: false });
  });

  it.each([
    ["Polish", "windows-1250", "Łódź miała być później, że aż dziwne"],
    ["Czech", "windows-1250", "Příliš žluťoučký kůň úpěl ďábelské ódy"],
    ["Hungarian", "windows-1250", "Az őszi erdő hűvös és gyönyörű"],
    ["Romanian", "windows-1250", "Noaptea ţi-am spus că e frumoasă şi rece"],
    ["Turkish", "windows-1254", "Işığı söndür, ay doğdu ve gece çok güzel"],
    ["Russian", "windows-1251", "Луна взошла над морем и светит всем"],
    ["Greek", "iso-8859-7", "Το φεγγάρι ανέβηκε πάνω από τη θάλασσα"],
    ["Japanese", "shift_jis", "月の光 and some English words around it"],
    ["German of the Mac", "macintosh", "Grüße aus Köln, die Straße ist schön"],
    ["quotation marks of the Mac", "macintosh", "He said “it’s late” and went home"],
    ["Russian of DOS", "ibm866", "Луна взошла над морем и светит всем"],
  ])("does not guess the encoding of %s in %s", (_language, encoding, sentence) => {
    expect(decodeOldText("a.md", encode(`---\ntitle: Moon\n---\n${sentence}\n`, encoding))).toBeUndefined();
  });

  it.each(["It’s late", "Voilà, à demain"])("does not take damaged UTF-8 for Windows-1252: %s", (text) => {
    expect(decodeOldText("a.md", Buffer.concat([Buffer.from(`Words and words: ${text}`), Buffer.of(0xe9)]))).toBeUndefined();
  });

  it("does not take binary data for a text", () => {
    expect(decodeOldText("a.txt", Uint8Array.of(0x41, 0xe9, 0x00, 0x42))).toBeUndefined();
  });
});
