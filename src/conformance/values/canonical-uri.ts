/** Returns the canonical form of a full URI, so that equal resources have equal ids (RFC 3986 §6.2.2 and §6.2.3). */
export function canonicalize(uri: string): string | undefined {
  const match = /^([^:/?#]+):(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(uri);
  if (!match) return undefined;
  const [, scheme = "", authority, path = "", query, fragment] = match;
  try {
    const hierarchical = authority !== undefined || path.startsWith("/");
    return [
      `${scheme.toLowerCase()}:`,
      authority === undefined ? "" : `//${canonicalAuthority(authority, scheme.toLowerCase())}`,
      hierarchical ? canonicalPath(path) : canonicalEscapes(path, "/"),
      query === undefined ? "" : `?${canonicalEscapes(query, "/?")}`,
      fragment === undefined ? "" : `#${canonicalEscapes(fragment, "/?")}`,
    ].join("");
  } catch {
    return undefined;
  }
}

function canonicalAuthority(authority: string, scheme: string): string {
  const [, user = "", host = "", port = ""] = /^(.*@)?(.*?)(?::(\d*))?$/s.exec(authority) ?? [];
  const usual = { http: "80", https: "443", ftp: "21" }[scheme];
  const plainHost = host.toLowerCase().replace(/^([^.]*\..*)\.$/s, "$1");
  return `${/[^:@]/.test(user) ? user : ""}${plainHost}${port === "" || port === usual ? "" : `:${port}`}`;
}

function canonicalPath(path: string): string {
  const segments: string[] = [];
  const parts = path.split("/").slice(1);
  for (const [index, part] of parts.entries()) {
    const last = index === parts.length - 1;
    if (part === "..") segments.pop();
    if (part !== "." && part !== "..") segments.push(canonicalEscapes(part, ""));
    else if (last) segments.push("");
  }
  return `/${segments.join("/")}`;
}

const RESERVED_ESCAPE = "%(?:2[1346789abcf]|3[abdf]|40|5[bd])";
const PIECES = new RegExp(`(${RESERVED_ESCAPE})|((?:(?!${RESERVED_ESCAPE})%[0-9a-f]{2})+)|[\\s\\S]`, "giu");

/** Writes escapes in upper case, and only where they are needed. A reserved character and its escape differ in meaning, so both stay. */
function canonicalEscapes(text: string, alsoPlain: string): string {
  const isPlain = (character: string) => /[A-Za-z0-9\-._~!$&'()*+,;=:@]/.test(character) || alsoPlain.includes(character);
  return text.replace(PIECES, (piece, reserved?: string, escapes?: string) => {
    if (piece === "%") throw new URIError(`Cannot decode ${text}: % without two digits`);
    if (reserved !== undefined) return reserved.toUpperCase();
    if (escapes !== undefined) return recode(escapes);
    return isPlain(piece) ? piece : encodeByte(piece);
  });
}

function recode(escapes: string): string {
  return [...decodeURIComponent(escapes).normalize("NFC")]
    .map((character) => (/[\w.~-]/.test(character) ? character : encodeByte(character)))
    .join("");
}

function encodeByte(character: string): string {
  return [...new TextEncoder().encode(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
}
