import type { Root } from "hast";
import { maxWarnings, type Report } from "../../model/diagnostic.ts";
import { prefixAnchors } from "../html/prefix-anchors.ts";
import { repairAnchors } from "../html/repair-anchors.ts";
import { describeContentFault, describeOversize } from "../links/media-files.ts";
import { type LinkReports, type LinkTargets, resolveLinks } from "../links/resolve-links.ts";
import { locateNode, type ParsedArticle, reporterAtNodes } from "./article.ts";
import type { ArticleBody } from "./article-body.ts";
import type { LinkReceivers } from "./entry-context.ts";
import { describeDraftLink, describeDuplicate, describeExpiredLink, describeFaultyLink, describeLost } from "./link-problems.ts";

/** An article whose content is linked. */
export interface LinkedArticle extends Pick<ParsedArticle, "identity" | "metadata" | "source"> {
  /** Its text, for the lines of problems. */
  readonly body: Omit<ArticleBody, "text">;
  /** The anchors of the heading that is its title. */
  readonly titleAnchors: readonly string[];
}

/** Makes the anchors of a content unique and its references absolute, and reports broken links. */
export function linkContent(
  tree: Root,
  { body, identity, metadata, source, titleAnchors }: LinkedArticle,
  targets: LinkTargets,
  { onAnchorLink, onPageLink }: LinkReceivers,
  report: Report,
): void {
  const reportAtNode = reporterAtNodes(source, body, report);
  const anchors = prefixAnchors(tree, identity.anchorPrefix, (id, unique, element) =>
    report({ ...locateNode(source, body, element), severity: "warning", message: describeDuplicate(id, unique), ...dedupedBy(`id ${id}`) }),
  );
  repairAnchors(tree, anchors, { anchors: new Set(titleAnchors), page: identity.url }, (reference, link) =>
    report({
      ...locateNode(source, body, link),
      severity: "warning",
      message: `Cannot find the anchor ${JSON.stringify(reference)} in this article: link to one of its headings`,
      ...dedupedBy(`anchor ${reference}`),
    }),
  );
  resolveLinks(
    tree,
    { ...targets, anchors: anchors.names },
    {
      missing: onceOfRecording((path, element) =>
        reportAtNode(element, "warning", `Cannot find the file ${targets.describeMissing(path)}`),
      ),
      faulty: (path, element) =>
        report({
          ...locateNode(source, body, element),
          severity: "warning",
          message: describeFaultyLink(path),
          cause: "faulty-target",
        }),
      lost: (reference, element, kind) => reportAtNode(element, "warning", describeLost(reference, kind)),
      anchor(reference, element, anchor, { anchorPrefix, isDraft, url }) {
        if (isDraft && !metadata.draft) return; // one problem, one warning
        onAnchorLink({ ...locateNode(source, body, element), reference, url, anchor, prefix: anchorPrefix });
      },
      page: (path, element) => onPageLink({ ...locateNode(source, body, element), path }),
      found: (reference, element, file) => {
        if (file.isDraft && !metadata.draft) reportAtNode(element, "warning", describeDraftLink(reference));
        if (file.isExpired) reportAtNode(element, "warning", describeExpiredLink(reference));
        const fault = describeOversize(reference, file);
        if (fault !== undefined) reportAtNode(element, "error", `${fault}; put it on another host and use its URL`);
        const contentFault = describeContentFault(reference, file);
        if (contentFault !== undefined) reportAtNode(element, "warning", contentFault);
      },
    },
  );
}

// A player contains a link to its recording, for readers that cannot play it.
function onceOfRecording(report: LinkReports["missing"]): LinkReports["missing"] {
  let recording: string | undefined;
  return (path, element) => {
    const place = `${element.position?.start.line} ${path}`;
    if (element.tagName === "a" && place === recording) return;
    if (/^(?:audio|video|source)$/.test(element.tagName)) recording = place;
    report(path, element);
  };
}

// One line if more articles have it than are listed.
function dedupedBy(dedupeKey: string): { readonly dedupeKey: string; readonly dedupeFrom: number } {
  return { dedupeKey, dedupeFrom: maxWarnings + 1 };
}
