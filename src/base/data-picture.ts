/** A picture that is written as a `data:` URL. */
export interface DataPicture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Media type, from the content. */
  readonly type: string;
  /** The usual ending of such a file. */
  readonly ending: string;
}

/** Returns whether a reference is a `data:` URL. */
export function isDataUrl(reference: string): boolean {
  return /^data:/i.test(reference);
}

/**
 * Decodes a `data:` URL (RFC 2397) of a picture. Returns undefined for anything else, including SVG: it may contain scripts, which would
 * run with the rights of the site that serves the file.
 */
export function parseDataPicture(url: string): DataPicture | undefined {
  const comma = url.indexOf(",");
  if (comma < 0 || !/^data:image\/[\w.+-]{1,30}(?:;[\w=.-]{1,30}){0,3};base64$/i.test(url.slice(0, Math.min(comma, 200)))) return undefined;
  const bytes = decoded(url.slice(comma + 1));
  const start = bytes && String.fromCharCode(...bytes.subarray(0, 16));
  const kind = kinds.find(({ pattern }) => start !== undefined && pattern.test(start));
  return bytes && kind && { bytes, type: kind.type, ending: kind.ending };
}

/** Returns whether a `data:` URL is a GIF or PNG of one pixel, which shows nothing. */
export function isOnePixel(url: string): boolean {
  const [, start] = /^data:image\/(?:gif|png);base64,([\w+/]{32})/i.exec(url) ?? [];
  const bytes = start === undefined ? "" : atob(start);
  return /^GIF8[79]a\x01\0\x01\0/.test(bytes) || (bytes.startsWith("\x89PNG") && bytes.slice(16) === "\0\0\0\x01\0\0\0\x01");
}

const kinds = [
  { pattern: /^\x89PNG\r\n\x1a\n/, type: "image/png", ending: "png" },
  { pattern: /^\xff\xd8\xff/, type: "image/jpeg", ending: "jpg" },
  { pattern: /^GIF8[79]a/, type: "image/gif", ending: "gif" },
  { pattern: /^RIFF[\s\S]{4}WEBP/, type: "image/webp", ending: "webp" },
  { pattern: /^[\s\S]{4}ftypavi[fs]/, type: "image/avif", ending: "avif" },
];

function decoded(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const base64 = text.includes("%") ? decodeURIComponent(text) : text;
    return Uint8Array.from(atob(base64.replace(/\s/g, "")), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
