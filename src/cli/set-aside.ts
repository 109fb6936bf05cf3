import { isUtf8 } from "node:buffer";
import { chmodSync, lstatSync, rmSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import { isArticle } from "../build/source/article-path.ts";
import { addComments } from "../content/front-matter/add-comment.ts";
import { ContentFolder } from "../files/content-folder.ts";
import { createFile } from "../files/create-file.ts";
import { attempt, Failure } from "../files/failure.ts";
import type { Located } from "../files/list-files.ts";
import { moveUnread } from "../files/move-unread.ts";
import { briefMessage } from "../model/brief-message.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { briefLines } from "./report/brief-problems.ts";

const drafts = "_drafts";

/** The results of {@link setAside}. */
export interface SetAside {
  /** Names below `articles/` of the moved articles, where they are now. */
  readonly moved: readonly string[];
  /** One line for each article, and one about links to them. */
  readonly lines: readonly string[];
}

/**
 * Moves the articles with errors into `articles/_drafts/`, with the errors in the front matter of those that can be read. Their
 * errors are warnings there, so that the other articles can be deployed.
 * @param config path of wrangler.toml
 */
export function setAside(config: string, problems: readonly Diagnostic[]): SetAside {
  const folder = join(dirname(resolve(config)), "articles");
  const errors = problems.filter(({ file, severity }) => severity === "error" && file.startsWith("articles/"));
  const byArticle = Map.groupBy(errors, ({ file }) => file.slice("articles/".length));
  const moved: string[] = [];
  const done: string[] = [];
  const failed: string[] = [];
  for (const [source, errors] of byArticle) {
    if (!isArticle(source)) continue;
    try {
      const target = freeDraft(folder, source);
      move(folder, source, target, errors);
      moved.push(target);
      done.push(`Moved articles/${source} to articles/${target}`);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failed.push(`Cannot set articles/${source} aside: ${error.message}`);
    }
  }
  const links = moved.length === 0 ? [] : describeLinks(problems, byArticle);
  return { moved, lines: [...briefLines(failed, again), ...briefLines(done, `ls articles/${drafts}`), ...links] };
}

const again = "npm run check -- --set-aside";
const shownLinks = 5;

// A link to a draft is dead after a deployment. The next check finds the draft, and reports no problem.
function describeLinks(problems: readonly Diagnostic[], moved: { has(source: string): boolean }): string[] {
  const links = problems.filter(({ cause, file }) => cause === "faulty-target" && !moved.has(file.slice("articles/".length)));
  const places = [...new Set(links.map(({ file, line }) => `${file}:${line}`))];
  if (places.length === 0) return [];
  const more = places.length > shownLinks ? `, and ${places.length - shownLinks} more` : "";
  const shown = places.slice(0, shownLinks).join(", ");
  return [`Links to them are broken until you correct them and move them back: ${shown}${more}`];
}

// The folders stay the same: pictures and links of a draft are also looked for where the article was.
function freeDraft(folder: string, source: string): string {
  const ending = extname(source);
  const stem = `${drafts}/${source.slice(0, source.length - ending.length)}`;
  const isTaken = (target: string) =>
    attempt("read", target, () => lstatSync(join(folder, target), { throwIfNoEntry: false })) !== undefined;
  let target = stem + ending;
  for (let number = 2; isTaken(target); number++) target = `${stem}-${number}${ending}`;
  return target;
}

function move(folder: string, source: string, target: string, errors: readonly Diagnostic[]): void {
  // Node replaces invalid UTF-8 in a name: another article may have the resulting name.
  if (source.includes("\uFFFD")) throw new Failure("read", source, "its name is not UTF-8; rename it");
  const files = ContentFolder.open(folder);
  const found = files && readFound(files, source);
  if (files === undefined || found === undefined) {
    moveUnread(folder, source, target);
    return;
  }
  const { content, file } = found;
  createFile(folder, target, withReasons(content, errors));
  attempt("write", target, () => chmodSync(join(folder, target), files.statsOf(file).mode & 0o777));
  if (!files.read(file).equals(content))
    throw new Failure("read", source, `it was changed just now; articles/${target} has the former text`);
  attempt("write", source, () => rmSync(join(folder, source)));
}

// A link that leads out of the folder is not read.
function readFound(files: ContentFolder, source: string): { readonly file: Located; readonly content: Buffer } | undefined {
  try {
    const file = files.find(source);
    return file && { file, content: files.read(file) };
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

function withReasons(content: Uint8Array, errors: readonly Diagnostic[]): Uint8Array {
  const encoding = encodingOf(content);
  if (encoding === undefined) return content;
  const isLatin = encoding === "latin1";
  const decoded = Buffer.from(content).toString(encoding);
  const mark = !isLatin && decoded.startsWith("\uFEFF") ? "\uFEFF" : "";
  const marked = addComments(decoded.slice(mark.length), (lineAfter) =>
    errors.map(({ column, line, message }) => {
      const reason = `Set aside by npm run check: line ${lineAfter(line)}, column ${column}: ${briefMessage(message)}`;
      return isLatin ? reason.replace(/[^ -~]/g, "?") : reason; // the same bytes in every old encoding
    }),
  );
  return Buffer.from(mark + marked, encoding);
}

// The encoding may be the error. Read as Latin-1, bytes of every old encoding stay as they are. Undefined for UTF-16 that is damaged.
function encodingOf(content: Uint8Array): "utf8" | "utf16le" | "latin1" | undefined {
  if (isUtf8(content)) return "utf8";
  const [first, second] = content;
  if (first === 0xff && second === 0xfe) return content.length % 2 === 0 ? "utf16le" : undefined;
  return first === 0xfe && second === 0xff ? undefined : "latin1";
}
