import type { Root } from "hast";
import type { DiagnosticCause, SourceLocation } from "../../model/diagnostic.ts";
import { isOnEveryPage } from "../html/find-anchor.ts";
import { toHtml } from "../html/html.ts";
import { sanitizeHtml } from "../html/sanitize-html.ts";
import { walkElements } from "../html/walk-tree.ts";
import { ArticleError } from "../limits/article-error.ts";
import { referencePaths } from "../links/reference-paths.ts";
import { resolveLinks } from "../links/resolve-links.ts";
import type { AnchorLink } from "./anchor-link.ts";
import { parseArticleBody } from "./article-body.ts";
import { firstOf } from "./article-targets.ts";
import type { CompileInputs } from "./compile-inputs.ts";
import { describeDraftLink, describeExpiredLink, describeFaultyLink } from "./link-problems.ts";

/** The options of compiling a footer. */
export interface FooterOptions {
  readonly language: string;
  /** The origin of the site, to which relative links lead. */
  readonly origin: string;
  /** The articles and media files to which the footer may link. */
  readonly inputs: Pick<CompileInputs, "articleAt" | "articleNamed" | "file" | "fileNamed" | "hasArticle">;
  /** Receives the links to anchors of articles. */
  readonly onAnchorLink?: (link: Omit<AnchorLink, keyof SourceLocation>) => void;
  readonly warn: (message: string, cause?: DiagnosticCause) => void;
}

/** Compiles the footer of entries in feeds, which is Markdown or HTML. Returns sanitized HTML with absolute links. */
export async function compileFooter(markup: string, options: FooterOptions): Promise<string> {
  const { inputs, language, onAnchorLink = () => {}, origin, warn } = options;
  if (markup.trim() === "") return "";
  try {
    const context = { language, locate: () => undefined, reportAtNode: (_: object, _severity: string, message: string) => warn(message) };
    const { tree } = await parseArticleBody("footer.md", { text: markup, line: 1 }, "footer", context);
    const describeMissing = (path: string) => `${JSON.stringify(path)} in articles/`;
    const place = { source: "footer.md", address: "/" };
    leadToFrontPage(tree, warn);
    resolveLinks(
      tree,
      {
        base: `${origin}/`,
        anchorPrefix: "",
        file: (path) => firstOf(place, path, inputs.file),
        articleNamed: (path) => firstOf(place, path, inputs.articleNamed),
        articleAt: inputs.articleAt,
        fileNamed: inputs.fileNamed,
        hasArticle: (path) => referencePaths(place, path).some(inputs.hasArticle),
        describeMissing,
      },
      {
        anchor: (reference, _, anchor, { anchorPrefix, url }) => onAnchorLink({ reference, url, anchor, prefix: anchorPrefix }),
        faulty: (path) => warn(describeFaultyLink(path), "faulty-target"),
        found: (reference, _, { isDraft, isExpired }) => {
          if (isDraft) warn(describeDraftLink(reference));
          if (isExpired) warn(describeExpiredLink(reference));
        },
        lost: (reference) => warn(`Cannot show the picture ${JSON.stringify(reference)}: save it as a file in articles/`),
        page: () => {},
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

// The footer is in feeds only, so that `#a` has no target in it: it becomes `/#a`.
function leadToFrontPage(tree: Root, warn: (message: string) => void): void {
  walkElements(tree, ({ properties }) => {
    const { href } = properties;
    if (typeof href !== "string" || !href.startsWith("#")) return undefined;
    properties["href"] = `/${href}`;
    if (!isOnEveryPage(href.slice(1)))
      warn(
        `Cannot link to the anchor ${JSON.stringify(href)}: a footer has no page; link to an article, such as [text](article.md${href})`,
      );
    return undefined;
  });
}
