import { encodingBytes } from "../feed-parser/decode-text.ts";
import type { Finding } from "./live-site/finding.ts";
import type { LocatedByte } from "./location/invalid-bytes.ts";
import { findUndecodableBytes, isAscii, isLatin1 } from "./location/undecodable-bytes.ts";

/** An XML document and its encodings. */
interface Encodings {
  readonly bytes: Uint8Array;
  /** As the server writes it. */
  readonly sent: string;
  /** As the document writes it; otherwise the label of its byte order mark, or UTF-8, the default. */
  readonly own: string;
  /** The encoding in which the document is decoded, a label of the Encoding Standard. */
  readonly label: string;
  /** True if the document begins with a byte order mark, or declares its encoding. */
  readonly isDeclared: boolean;
}

const check = "charset";
const everywhere = "Write everything in UTF-8, and declare it in both places";

/**
 * Describes that the server and the document declare different encodings. Some programs follow the server (RFC 7303 §3), and others the
 * document. It is an error if one of them cannot decode the document. Returns undefined if both agree.
 */
export function describeConflict(encodings: Encodings): Finding | undefined {
  const { bytes, isDeclared, label, own, sent } = encodings;
  const name = nameOf(sent);
  if (name === undefined) return describeUnknown(encodings);
  if (agree(sent, own, label)) return undefined;
  const asSent = findFault(bytes, sent, label);
  if (!isDeclared) return asSent === undefined || isReadable(bytes, sent, label) ? undefined : describeOtherWidth(encodings, asSent);
  const asDeclared = findUndecodableBytes(bytes, nameOf(own) === label ? own : label);
  if (asSent === undefined && asDeclared === undefined) return mismatch(sent, own);
  const follower = asSent === undefined ? "document" : "server";
  const names = `The server declares ${displayed(sent)}, and the document ${displayed(own)} (EncodingMismatch)`;
  const message = `${names}: programs that follow the ${follower} cannot decode it`;
  const advice = asDeclared === undefined ? adviceFor(own) : everywhere;
  return { check, severity: "error", message, ...(asSent ?? asDeclared), advice };
}

/** Describes different encodings that all programs can decode. */
export function mismatch(sent: string, declared: string): Finding {
  const message = "The server and the document declare different encodings (EncodingMismatch)";
  const evidence = `charset=${sent}, and ${declared} in the document`;
  return { check, severity: "warning", message, evidence, advice: everywhere };
}

function describeUnknown({ own, sent }: Encodings): Finding {
  const message = `The server declares ${JSON.stringify(sent)}, which is no encoding (UnknownEncoding): strict programs refuse the document`;
  const evidence = `charset=${sent}, and ${own} in the document`;
  return { check, severity: "error", message, evidence, advice: adviceFor(own) };
}

function describeOtherWidth({ own, sent }: Encodings, place: LocatedByte): Finding {
  const message = `The server declares ${displayed(sent)}, but it is written in ${displayed(own)}: programs that follow the server cannot decode it`;
  return { check, severity: "error", message, ...place, advice: adviceFor(own) };
}

/** Returns the remedy for a server that declares another encoding than the right one of the document. */
function adviceFor(own: string): string {
  if (nameOf(own) === "utf-8") return "Send charset=utf-8 in Content-Type";
  return `${everywhere}; until then, send charset=${own} in Content-Type`;
}

function agree(sent: string, own: string, label: string): boolean {
  const name = nameOf(sent);
  if (/^utf-?16$/i.test(sent) && label.startsWith("utf-16")) return true; // the mark names the order of the bytes
  return name === label && isAscii(sent) === isAscii(own) && isLatin1(sent) === isLatin1(own);
}

/** Finds the first bytes that a program cannot decode in the encoding of the server, or the beginning if nothing is readable. */
function findFault(bytes: Uint8Array, sent: string, label: string): LocatedByte | undefined {
  if (isReadable(bytes, sent, label)) return findUndecodableBytes(bytes, sent);
  return { evidence: "in this encoding, it does not begin with XML", location: { line: 1, column: 1 } };
}

/** Returns whether the document begins with the same character in both encodings. NUL is no character of XML. */
function isReadable(bytes: Uint8Array, ...labels: readonly [sent: string, label: string]): boolean {
  const [asSent, right] = labels.map((label) => new TextDecoder(label).decode(bytes.subarray(0, encodingBytes)).trimStart());
  return asSent?.[0] === right?.[0] && asSent?.includes("\0") === right?.includes("\0");
}

/** Returns the label of an encoding in the Encoding Standard; undefined for an unknown one. */
export function nameOf(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** Formats the name of an encoding: those of UTF and ISO in capital letters. */
export function displayed(name: string): string {
  return /^(?:utf|iso)-/.test(name) ? name.toUpperCase() : name;
}
