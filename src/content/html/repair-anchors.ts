import type { Element, Root } from "hast";
import { decodeUri } from "../../base/decode-uri.ts";
import { findAnchor, isOnEveryPage } from "./find-anchor.ts";
import type { Anchors } from "./prefix-anchors.ts";
import { walkElements } from "./walk-tree.ts";

const maxRepaired = 100; // each is compared with all anchors

/** The heading that became the title of the page. */
interface TitleAnchor {
  readonly anchors: ReadonlySet<string>;
  /** URL of the page. */
  readonly page: string;
}

/**
 * Makes the links within an article lead to its anchors, in place, also if they were written for another generator. Reports each link that
 * leads to no anchor. A link to the title leads to the page.
 * @param onDead receives the decoded reference
 */
export function repairAnchors(
  tree: Root,
  { aliases, names }: Anchors,
  title: TitleAnchor,
  onDead: (reference: string, link: Element) => void,
): void {
  const found = new Map<string, string | undefined>();
  walkElements(tree, (element) => {
    const { href } = element.properties;
    if (element.tagName !== "a" || typeof href !== "string" || !href.trim().startsWith("#")) return undefined;
    const wanted = href.trim().slice(1);
    if (isOnEveryPage(wanted) || names.has(wanted)) return undefined;
    if (title.anchors.has(decodeUri(wanted))) {
      element.properties["href"] = title.page;
      return undefined;
    }
    if (!found.has(wanted) && found.size < maxRepaired) found.set(wanted, findIn(wanted, names, aliases));
    const anchor = found.get(wanted);
    if (anchor === undefined && findAnchor(wanted, title.anchors) !== undefined) element.properties["href"] = title.page;
    else if (anchor !== undefined) element.properties["href"] = `#${encodeURI(anchor)}`;
    else onDead(decodeUri(href.trim()), element);
    return undefined;
  });
}

function findIn(wanted: string, names: ReadonlySet<string>, aliases: ReadonlyMap<string, string>): string | undefined {
  const found = aliases.get(decodeUri(wanted)) ?? findAnchor(wanted, names);
  return found ?? (aliases.size === 0 ? undefined : aliases.get(findAnchor(wanted, new Set(aliases.keys())) ?? ""));
}
