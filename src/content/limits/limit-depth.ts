import type { Parents, Root } from "hast";
import { ArticleError } from "./article-error.ts";
import { limits } from "./limits.ts";

/**
 * Rejects a tree whose elements are nested in more levels than the limit, so that recursive functions do not overflow the stack.
 * @throws ArticleError
 */
export function limitDepth(tree: Root): void {
  limit(tree, 0);
}

function limit(parent: Parents, depth: number): void {
  if (depth > limits.depth) {
    const message = `Cannot compile the article: it is nested in more than ${limits.depth} levels from here on`;
    throw new ArticleError(message, parent.position?.start);
  }
  for (const child of parent.children) if (child.type === "element") limit(child, depth + 1);
}
