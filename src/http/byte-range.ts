/** A range of bytes of a representation. */
export interface ByteRange {
  readonly start: number;
  /** The position after the last byte. */
  readonly end: number;
}

const rangeSpec = /^(?<first>\d*)-(?<last>\d*)$/;

/**
 * Parses a Range header (RFC 9110 §14.2) for a representation.
 *
 * Undefined means that the header is ignored, and the response is the whole representation: the unit is unknown, a range is invalid, or
 * there are several ranges. A server may ignore those (§14.2), and no player needs them: a response to them would have another media type.
 * @param length of the representation in bytes
 */
export function parseByteRange(range: string, length: number): ByteRange | "unsatisfiable" | undefined {
  const { set } = /^bytes=(?<set>.*)$/is.exec(range.trim())?.groups ?? {};
  const specs = (set ?? "").split(",").map((spec) => spec.trim());
  const [spec = "", ...others] = specs.filter((each) => each !== ""); // empty elements of a list are ignored (§5.6.1.2)
  const { first = "", last = "" } = rangeSpec.exec(spec)?.groups ?? {};
  if (others.length > 0 || (first === "" && last === "")) return undefined;
  return first === "" ? suffixRange(Number(last), length) : intRange(Number(first), last === "" ? Infinity : Number(last), length);
}

// A suffix longer than the file is the whole file (§14.1.2). An empty file is sent whole: a Content-Range has at least one byte (§14.4).
function suffixRange(suffix: number, length: number): ByteRange | "unsatisfiable" | undefined {
  if (suffix === 0) return "unsatisfiable";
  return length === 0 ? undefined : { start: Math.max(0, length - suffix), end: length };
}

function intRange(first: number, last: number, length: number): ByteRange | "unsatisfiable" | undefined {
  if (last < first) return undefined; // invalid (§14.1.1)
  return first < length ? { start: first, end: Math.min(last + 1, length) } : "unsatisfiable";
}
