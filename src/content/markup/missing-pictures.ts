import type { Root } from "hast";
import type { ReportAtNode } from "../../model/report-at-node.ts";
import { walkTree } from "../html/walk-tree.ts";

const picture = /(?<![\w\\])!\[[^[\]]{1,200}\]\[[^[\]]{1,100}\]/g;

/** Reports pictures such as `![alt][name]` whose name is not defined: they stay text. */
export function reportMissingPictures(tree: Root, text: string, reportAtNode: ReportAtNode): void {
  const written = new Set(text.match(picture));
  if (written.size === 0) return;
  walkTree(tree, (node) => {
    if (node.type === "element" && /^(?:code|pre|kbd|samp)$/.test(node.tagName)) return "skip";
    if (node.type !== "text") return undefined;
    for (const [found] of node.value.matchAll(picture)) {
      const name = found.slice(found.lastIndexOf("[") + 1, -1);
      if (written.has(found))
        reportAtNode(node, "warning", `Cannot show the picture ${JSON.stringify(found)}: write a line "[${name}]: " with its address`);
    }
    return undefined;
  });
}
