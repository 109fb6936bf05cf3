import { chmodSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { isArticle } from "../build/source/article-path.ts";
import { addComments } from "../content/front-matter/add-comment.ts";
import { ContentFolder } from "../files/content-folder.ts";
import { createFile } from "../files/create-file.ts";
import { attempt, Failure } from "../files/failure.ts";
import { briefMessage } from "../model/brief-message.ts";
import type { Diagnostic } from "../model/diagnostic.ts";

const drafts = "_drafts";

/**
 * Moves the articles with errors into `articles/_drafts/`, with the errors as comments in their front matter. Their errors are warnings
 * there, so that the other articles can be deployed.
 * @param config path of wrangler.toml
 * @returns one line for each article
 */
export function setAside(config: string, problems: readonly Diagnostic[]): string[] {
  const folder = join(dirname(resolve(config)), "articles");
  const errors = problems.filter(({ file, severity }) => severity === "error" && file.startsWith("articles/"));
  const byArticle = Map.groupBy(errors, ({ file }) => file.slice("articles/".length));
  return [...byArticle]
    .filter(([source]) => isArticle(source))
    .map(([source, errors]) => {
      const target = `${drafts}/${source}`;
      try {
        move(folder, source, target, errors);
        return `Moved articles/${source} to articles/${target}`;
      } catch (error) {
        if (error instanceof Failure) return `Cannot set articles/${source} aside: ${error.message}`;
        throw error;
      }
    });
}

function move(folder: string, source: string, target: string, errors: readonly Diagnostic[]): void {
  // Node replaces invalid UTF-8 in a name: another article may have the resulting name.
  if (source.includes("\uFFFD")) throw new Failure("read", source, "its name is not UTF-8; rename it");
  const files = ContentFolder.open(folder);
  const file = files?.find(source);
  if (files === undefined || file === undefined) throw new Failure("read", source, "it does not exist any more, or is a link to nothing");
  const content = files.read(file);
  createFile(folder, target, withReasons(content, errors));
  attempt("write", target, () => chmodSync(join(folder, target), files.statsOf(file).mode & 0o777));
  if (!files.read(file).equals(content))
    throw new Failure("read", source, `it was changed just now; articles/${target} has the former text`);
  attempt("write", source, () => rmSync(join(folder, source)));
}

function withReasons(content: Uint8Array, errors: readonly Diagnostic[]): Uint8Array {
  const text = decode(content);
  if (text === undefined) return content;
  const reasons = errors.map(
    ({ column, line, message }) => `Set aside by npm run check: line ${line}, column ${column}: ${briefMessage(message)}`,
  );
  const mark = content[0] === 0xef ? "\uFEFF" : ""; // the byte order mark of UTF-8, which decoding removes
  return Buffer.from(mark + addComments(text, reasons));
}

function decode(content: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(content);
  } catch {
    return undefined; // which may be the error
  }
}
