import { isUtf8 } from "node:buffer";

// WebVTT §4.1, RFC 8259 §8.1. The others are served as such.
const alwaysUtf8: ReadonlySet<string> = new Set(["text/vtt", "application/x-subrip", "application/json", "text/plain", "text/html"]);

/** Describes the fault of a media file whose content is not what its type says; undefined without a fault. */
export function contentFault(bytes: Uint8Array, type: string): string | undefined {
  if (bytes.length === 0) return "it is empty";
  if (startOf(bytes).startsWith("version https://git-lfs.github.com/spec/"))
    return "it is a pointer of Git LFS, not the file; run git lfs pull, and have Git LFS in CI";
  if (isRecording(type)) return faultOfRecording(bytes);
  if (alwaysUtf8.has(type) && !isUtf8(bytes)) return "it is not in UTF-8; save it as UTF-8";
  if (type === "text/vtt") return faultOfVtt(textOf(bytes));
  if (type === "application/x-subrip") return faultOfSubRip(textOf(bytes));
  if (isPlaylist(type)) return faultOfPlaylist(textOf(bytes));
  if (type === "application/json") return faultOfJson(textOf(bytes));
  return type.startsWith("text/") && textOf(bytes).trim() === "" ? "it is empty" : undefined;
}

/** Returns the bytes of a file as they are published: JSON without the byte order mark that parsers do not expect (RFC 8259 §8.1). */
export function publishedBytes(bytes: Uint8Array, type: string): Uint8Array {
  return type === "application/json" && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

// Playlists are text, and so is TypeScript, which has the ending of a video.
function isRecording(type: string): boolean {
  return /^(?:audio|video)\/(?!mp2t$|.*(?:mpegurl|scpls))/.test(type);
}

const shortest = 9; // bytes, so that the beginning of a recording is not mistaken for text. "Not Found" has as many

function faultOfRecording(bytes: Uint8Array): string | undefined {
  const start = startOf(bytes);
  if (/^\s*<(?:!doctype html|html)\b/i.test(start)) return "it is an HTML page, not a recording";
  return bytes.length >= shortest && isText(start) ? "it is text, not a recording" : undefined;
}

const startOfVtt = /^WEBVTT(?:[ \t\r\n]|$)/;

function faultOfVtt(text: string): string | undefined {
  if (startOfVtt.test(text)) return undefined;
  return /\d:\d\d:\d\d,\d{3} *-->/.test(text) ? "it is SubRip, not WebVTT; rename it to .srt" : "it does not begin with WEBVTT";
}

function faultOfSubRip(text: string): string | undefined {
  if (startOfVtt.test(text)) return "it is WebVTT, not SubRip; rename it to .vtt";
  return /\d:\d\d:\d\d[,.]\d{1,3} *-->/.test(text) ? undefined : "it has no times such as 00:00:01,000 --> 00:00:04,000";
}

function isPlaylist(type: string): boolean {
  return /mpegurl$|^application\/dash\+xml$/.test(type);
}

// A playlist with relative addresses cannot work: files are published only if an article names them, each in a folder of its own. HLS
// (RFC 8216 §4.1) has an address per line, DASH has them in elements and attributes.
function faultOfPlaylist(text: string): string | undefined {
  const isComplete = text.includes("<MPD")
    ? /(?:>\s?|\b(?:media|sourceURL)=")https?:/i.test(text)
    : text.split(/\r?\n/).every((line) => /^(?:#|\s*$|https?:|\/\/)/i.test(line));
  if (isComplete) return undefined;
  return "it is a playlist, and the files that it lists are not published; name the recording as one file, such as .mp4 or .mp3, or put the playlist and its files on another host";
}

function faultOfJson(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    return "it is not JSON";
  }
}

// Characters that are not UTF-8 become U+FFFD. One at the end may be cut off.
function isText(start: string): boolean {
  return !/[\p{Cc}\ufffd]/u.test(start.slice(0, -1).replace(/[\t\n\f\r]/g, ""));
}

function startOf(bytes: Uint8Array): string {
  return textOf(bytes.subarray(0, 512));
}

// Without a byte order mark.
function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
