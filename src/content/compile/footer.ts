import { toHtml } from "../html/html.ts";
import { sanitizeHtml } from "../html/sanitize-html.ts";
import { ArticleError } from "../limits/article-error.ts";
import type { MediaFiles } from "../links/media-files.ts";
import { resolveLinks } from "../links/resolve-links.ts";
import { parseArticleBody } from "./article-body.ts";

/** The options of compiling a footer. */
export interface FooterOptions {
  readonly language: string;
  /** The origin of the site, to which relative links lead. */
  readonly origin: string;
  readonly media: MediaFiles;
  readonly warn: (message: string) => void;
}

/** Compiles the footer of entries in feeds, which is Markdown or HTML. Returns sanitized HTML with absolute links. */
export async function compileFooter(markup: string, { language, media, origin, warn }: FooterOptions): Promise<string> {
  if (markup.trim() === "") return "";
  try {
    const context = { language, locate: () => undefined, reportAtNode: (_: object, _severity: string, message: string) => warn(message) };
    const { tree } = await parseArticleBody("footer.md", { text: markup, line: 1 }, "footer", context);
    const describeMissing = (path: string) => `${JSON.stringify(path)} in articles/`;
    resolveLinks(
      tree,
      {
        base: `${origin}/`,
        anchorPrefix: "",
        file: (path) => media.publish(path.replace(/^\//, "")),
        fileNamed: () => undefined,
        hasArticle: () => false,
        describeMissing,
      },
      {
        anchor: () => {},
        faulty: () => {},
        found: () => {},
        lost: (reference) => warn(`Cannot show the picture ${JSON.stringify(reference)}: save it as a file in articles/`),
        missing: (path) => warn(`Cannot find the file ${describeMissing(path)}`),
      },
    );
    const removed = new Set<string>();
    const clean = sanitizeHtml(tree, ({ tagName }) => removed.add(tagName));
    for (const name of removed) warn(`Cannot keep <${name}>: feed readers do not show it`);
    return toHtml(clean);
  } catch (error) {
    if (!(error instanceof ArticleError)) throw error;
    warn(error.message);
    return "";
  }
}
