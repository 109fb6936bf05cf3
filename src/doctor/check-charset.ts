import { findDeclaredEncoding } from "../feed-parser/declared-encoding.ts";
import { charsetOf, encodingBytes, findEncoding } from "../feed-parser/decode-text.ts";
import type { DocumentContext } from "./check-context.ts";
import { describeConflict, displayed, mismatch, nameOf } from "./encoding-conflict.ts";
import type { Finding } from "./live-site/finding.ts";
import { isUtf8Despite } from "./live-site/utf8-despite.ts";
import { hasOnlyCutCharacters } from "./location/cut-characters.ts";
import { locatedText, positionOfByte } from "./location/invalid-bytes.ts";
import { findUndecodableBytes, isAscii, isLatin1 } from "./location/undecodable-bytes.ts";

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
  if (view.kind === "json") return checkJson(bytes, sent);
  const own = findEncoding(start);
  const name = declared?.name ?? own.label;
  const isKnown = sent === undefined || nameOf(sent) !== undefined;
  const used = own.isDeclared || !isKnown ? own : findEncoding(start, header);
  if (isUtf8Despite(used.label, bytes)) return [describeUtf8(view.text, used.label, declared?.name, sent)];
  const conflict = sent === undefined ? undefined : describeConflict({ bytes, ...own, own: name, sent });
  if (conflict !== undefined) return [conflict];
  if (lacksMark(start, [declared?.name, sent])) return [withoutMark];
  const declaredBy = own.isDeclared ? "It" : "The server";
  return checkBytes(bytes, { ...used, declaredBy, name: own.isDeclared ? name : (sent ?? used.label) });
}

// RFC 8259 §8.1 and §11: it is UTF-8, whatever the server declares.
function checkJson(bytes: Uint8Array, sent: string | undefined): Finding[] {
  const findings = checkBytes(bytes, {
    isDeclared: sent !== undefined && nameOf(sent) === "utf-8",
    label: "utf-8",
    name: "utf-8",
    declaredBy: "The server",
  });
  const isOther = sent !== undefined && nameOf(sent) !== "utf-8" && findings.every(({ severity }) => severity === "ok");
  return isOther ? [mismatch(sent, "utf-8")] : findings;
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

/** Returns the remedy for a document whose first bytes are in another encoding than the declared one. */
function adviceForActual(declared: string, actual: string): string {
  const isUtf8 = actual === "utf-8";
  if (isUtf8 && isUtf16(declared)) return 'Write encoding="utf-8"; in .NET, do not write to a StringWriter, which always declares utf-16';
  if (isUtf8) return 'Write encoding="utf-8"';
  if (/^utf-?8$/i.test(declared))
    return "Save it as UTF-8, as it declares; in Windows PowerShell, write with Out-File -Encoding utf8 and not with >";
  return 'Write encoding="utf-16", or better save it as UTF-8';
}

/** The encoding in which a document is decoded. */
interface UsedEncoding {
  readonly isDeclared: boolean;
  readonly declaredBy: "It" | "The server";
  /** A label of the Encoding Standard. */
  readonly label: string;
  /** As the document or the server writes it. */
  readonly name: string;
}

function checkBytes(bytes: Uint8Array, { declaredBy, isDeclared, label, name }: UsedEncoding): Finding[] {
  const invalid = findUndecodableBytes(bytes, nameOf(name) === label ? name : label);
  if (invalid !== undefined && label === "utf-8" && hasOnlyCutCharacters(bytes)) {
    const message = "A text is cut in the middle of a character: strict parsers refuse the document, and others show a wrong character";
    return [{ check, severity: "error", message, ...invalid, advice: cutAdvice }];
  }
  if (invalid !== undefined) {
    const loss = "strict parsers refuse the document, and others lose characters";
    const message = isDeclared
      ? `${declaredBy} declares ${displayed(name)}, but ${declaredBy === "It" ? "" : "it "}contains bytes of another encoding: ${loss}`
      : `It is not valid ${displayed(name)}, and declares no other encoding: ${loss}`;
    const advice =
      isDeclared && label === "utf-8"
        ? `Write all of it in UTF-8, as ${declaredBy.toLowerCase()} declares`
        : "Write it in UTF-8, and declare it";
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

function isUtf16(name: string): boolean {
  return nameOf(name)?.startsWith("utf-16") ?? false;
}
