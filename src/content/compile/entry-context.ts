import type { Report } from "../../model/diagnostic.ts";
import type { ReportAtKey } from "../../model/report-at-key.ts";
import type { ReportAtNode } from "../../model/report-at-node.ts";
import type { Site } from "../../settings/site-settings.ts";
import { ArticleError } from "../limits/article-error.ts";
import type { PageLink } from "../links/page-link.ts";
import type { LinkTargets } from "../links/resolve-links.ts";
import type { AnchorLink } from "./anchor-link.ts";
import { type ParsedArticle, reporterAtKeys, reporterAtNodes } from "./article.ts";
import type { ArticleBody } from "./article-body.ts";
import { type TargetOptions, targetsOf } from "./article-targets.ts";
import type { CompileInputs } from "./compile-inputs.ts";

/** The receivers of the links that can be checked only once all articles are compiled. */
export interface LinkReceivers {
  /** Receives the links to anchors of other articles. */
  readonly onAnchorLink: (link: AnchorLink) => void;
  /** Receives the links to pages of the site that are not articles. */
  readonly onPageLink: (link: PageLink) => void;
}

/** The options of compiling an entry. */
export interface EntryOptions extends TargetOptions, Partial<LinkReceivers> {
  readonly site: Site;
  readonly inputs: TargetOptions["inputs"] & Pick<CompileInputs, "durationOf" | "locate" | "textOf">;
  /** Returns the first 32 hexadecimal digits of a text's SHA-256. */
  readonly digest: (text: string) => string | Promise<string>;
}

/** The inputs of all stages of compiling an entry. */
export interface EntryContext extends LinkReceivers, Pick<EntryOptions, "inputs" | "site"> {
  readonly article: ParsedArticle;
  readonly body: ArticleBody;
  readonly language: string;
  readonly targets: LinkTargets;
  readonly report: Report;
  readonly reportAtKey: ReportAtKey;
  readonly reportAtNode: ReportAtNode;
}

/**
 * Creates the inputs of the stages for an article.
 * @throws ArticleError if the article has no body any more
 */
export function entryContext(article: ParsedArticle, options: EntryOptions, report: Report): EntryContext {
  const { body, metadata, source } = article;
  const { inputs, onAnchorLink = () => {}, onPageLink = () => {}, site } = options;
  if (body === undefined)
    throw new ArticleError("Cannot read the article: it was replaced while the site was compiled; run the command again", {
      isTransient: true,
    });
  return {
    ...{ article, body, inputs, onAnchorLink, onPageLink, report, site },
    language: metadata.language ?? site.language,
    targets: targetsOf(article, options),
    reportAtKey: reporterAtKeys(article, report),
    reportAtNode: reporterAtNodes(source, body, report),
  };
}
