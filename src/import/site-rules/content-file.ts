import mime from "mime";
import { baseName } from "../../base/file-path.ts";
import { markupOf } from "../../model/markup-of.ts";

const ofRepository =
  /^(?:readme|licen[cs]e|copying|contributing|contributors|changelog|change_log|code_of_conduct|security|support|agents|claude|gemini|authors|todo|maintainers|governance|codeowners|pull_request_template|issue_template)(?:[._-][\w-]+)?$/i;

/** Returns whether a file is about the repository: README.md, LICENSE. */
export function isOfRepository(path: string): boolean {
  return ofRepository.test(baseName(path).replace(/\.[^.]+$/, ""));
}

/** Returns whether a path is that of a text in Markdown. */
export function isMarkdown(path: string): boolean {
  return /^m/.test(markupOf(path) ?? "");
}

const media = /^(?:image|audio|video)\/|^application\/(?:pdf|zip|epub\+zip|gzip|msword|vnd\..*)$|^text\/(?:csv|vtt)$/;

/**
 * Returns whether a file can be shown by an article or linked from it: pictures, recordings, documents. Code and templates cannot, and
 * neither can the locks of open documents, such as `~$notes.docx`.
 */
export function isMedia(path: string): boolean {
  if (/^(?:~\$|\.~lock\.)/.test(baseName(path))) return false;
  return media.test(mime.getType(path) ?? "") && !/\.m?ts$/i.test(path); // in the folder of a generator, .ts is TypeScript, not video
}
