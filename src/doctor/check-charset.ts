import { findDeclaredEncoding } from "../feed-parser/declared-encoding.ts";
import { charsetOf, encodingBytes, findEncoding } from "../feed-parser/decode-text.ts";
import type { DocumentContext } from "./check-context.ts";
import type { Finding } from "./live-site/finding.ts";
import { isUtf8Despite } from "./live-site/utf8-despite.ts";
import { hasOnlyCutCharacters } from "./location/cut-characters.ts";
import { findInvalidBytes, locatedText, positionOfByte } from "./location/invalid-bytes.ts";

const check = "charset";

/** Checks the character encoding. @param header the Content-Type of the response; empty for a file */
export function checkCharset({ bytes, view }: DocumentContext, header = ""): Finding[] {
  const start = bytes.subarray(0, encodingBytes);
  const sent = charsetOf(header);
  const declared = view.kind === "json" ? undefined : findDeclaredEncoding(start);
  if (declared?.actual !== undefined) {
    const message = `It declares ${declared.name}, but it is written in ${displayed(declared.actual)}: many readers reject it`;
    const finding: Finding = { check, severity: "error", message, advice: adviceForActual(declared.name, declared.actual) };
    const isOther = sent !== undefined && nameOf(sent) !== nameOf(declared.name);
    return isOther ? [finding, mismatch(sent, declared.name)] : [finding];
  }
  const own = findEncoding(start);
  const sentOrOwn = own.isDeclared ? own : findEncoding(start, header);
  if (view.kind !== "json" && isUtf8Despite(sentOrOwn.label, bytes))
    return [describeUtf8(view.text, sentOrOwn.label, declared?.name, sent)];
  if (sent !== undefined && nameOf(sent) !== own.label && (own.isDeclared || view.kind === "json"))
    return [mismatch(sent, declared?.name ?? own.label)];
  if (view.kind !== "json" && lacksMark(start, [declared?.name, sent])) return [withoutMark];
  const { isDeclared, label } = findEncoding(start, header);
  return checkBytes(bytes, { isDeclared, label, name: declared?.name ?? (own.isDeclared ? undefined : sent) ?? label });
}

const withoutMark: Finding = {
  check,
  severity: "error",
  message: "It is written in UTF-16 without a byte order mark, which XML requires: some readers cannot decode it",
  advice: "Save it as UTF-8, and declare it; or write the byte order mark at its beginning",
};

/**
 * Returns whether a document is in UTF-16 without the byte order mark that XML requires (XML 1.0 §4.3.3). As the validator does, it accepts
 * UTF-16LE under the name UTF-16. @param names the encodings that the document and the server declare
 */
function lacksMark([first, second]: Uint8Array, names: readonly (string | undefined)[]): boolean {
  const isBigEndian = first === 0 && second === 0x3c;
  const isLittleEndian = first === 0x3c && second === 0;
  if ((!isBigEndian && !isLittleEndian) || names.some((name = "") => /[bl]e$/i.test(name))) return false;
  return isBigEndian || names.every((name) => name === undefined);
}

/** Reports UTF-8 that is declared as an encoding in which each byte is a character. */
function describeUtf8(text: string, label: string, declared: string | undefined, sent: string | undefined): Finding {
  const at = text.search(/[^\u0000-\u007F]/);
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const shown = new TextDecoder(label).decode(new TextEncoder().encode(character));
  const isOwn = declared !== undefined;
  const loss = `readers show ${JSON.stringify(shown)} instead of ${JSON.stringify(character)}`;
  return {
    check,
    severity: "error",
    message: `${isOwn ? "It" : "The server"} declares ${displayed(declared ?? sent ?? label)}, but it is written in UTF-8: ${loss}`,
    ...locatedText(text, at),
    advice: `${isOwn ? 'Write encoding="utf-8" in the XML declaration' : "Send charset=utf-8 in Content-Type"}, and leave the text as it is`,
  };
}

function mismatch(sent: string, declared: string): Finding {
  const message = "The server and the document declare different encodings (EncodingMismatch)";
  const evidence = `charset=${sent}, and ${declared} in the document`;
  return { check, severity: "warning", message, evidence, advice: "Write everything in UTF-8, and declare it in both places" };
}

/** Returns the remedy for a document whose first bytes are in another encoding than the declared one. */
function adviceForActual(declared: string, actual: string): string {
  const isUtf8 = actual === "utf-8";
  if (isUtf8 && isUtf16(declared)) return 'Write encoding="utf-8"; in .NET, do not write to a StringWriter, which always declares utf-16';
  if (isUtf8) return 'Write encoding="utf-8"';
  if (/^utf-?8$/i.test(declared))
    return "Save it as UTF-8, as it declares; in Windows PowerShell, write with Out-File -Encoding utf8 and not with >";
  return 'Write encoding="utf-16", or better save it as UTF-8';
}

/** @param name the encoding as the document or the server writes it */
function checkBytes(
  bytes: Uint8Array,
  { isDeclared, label, name }: { readonly isDeclared: boolean; readonly label: string; readonly name: string },
): Finding[] {
  const broken = isAscii(name) ? bytes.findIndex((byte) => byte > 0x7f) : -1;
  const invalid = broken < 0 ? findInvalidBytes(bytes, label) : positionOfByte(bytes, broken);
  if (invalid !== undefined && label === "utf-8" && broken < 0 && hasOnlyCutCharacters(bytes)) {
    const message = "A text is cut in the middle of a character: strict parsers refuse the document, and others show a wrong character";
    return [{ check, severity: "error", message, ...invalid, advice: cutAdvice }];
  }
  if (invalid !== undefined) {
    const loss = "strict parsers refuse the document, and others lose characters";
    const message = isDeclared
      ? `It declares ${displayed(name)}, but contains bytes of another encoding: ${loss}`
      : `It is not valid ${displayed(name)}, and declares no other encoding: ${loss}`;
    const advice = isDeclared && label === "utf-8" ? "Write all of it in UTF-8, as it declares" : "Write it in UTF-8, and declare it";
    return [{ check, severity: "error", message, ...invalid, advice }];
  }
  if (label === "utf-8") return [{ check, severity: "ok", message: `UTF-8${isDeclared ? "" : ", the default"}` }];
  if (isAscii(name)) return [{ check, severity: "ok", message: `${name}, a part of UTF-8` }];
  const advice = "Write it in UTF-8: some readers support no other encoding";
  return [...checkControls(bytes, name), { check, severity: "note", message: `It is ${displayed(name)}`, advice }];
}

const cutAdvice = "Shorten texts by characters, and not by bytes: in PHP with mb_substr() instead of substr()";

// Web browsers read ISO-8859-1 as windows-1252, which has other characters there; XML parsers do not.
function checkControls(bytes: Uint8Array, name: string): Finding[] {
  const at = isLatin1(name) ? bytes.findIndex((byte) => byte >= 0x80 && byte <= 0x9f) : -1;
  if (at < 0) return [];
  const message = `It contains bytes that are control characters in ${name}`;
  return [
    {
      check: "BadCharacters",
      severity: "warning",
      message,
      ...positionOfByte(bytes, at),
      advice: "Declare windows-1252, or write it in UTF-8",
    },
  ];
}

function isLatin1(name: string): boolean {
  return /^(?:iso[-_]?8859-1|latin-?1|l1)$/i.test(name);
}

function isUtf16(name: string): boolean {
  return nameOf(name)?.startsWith("utf-16") ?? false;
}

function isAscii(name: string): boolean {
  return /^(?:us-)?ascii$/i.test(name);
}

function displayed(name: string): string {
  return /^(?:utf|iso)-/.test(name) ? name.toUpperCase() : name;
}

// Undefined for an unknown encoding.
function nameOf(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
