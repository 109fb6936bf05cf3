/**
 * Returns the tree that the `feed` package built, instead of its XML. The original function escapes text incorrectly and offers no
 * hook for corrections, so `writeXml` writes the tree once it is corrected.
 */
export function js2xml<Tree>(tree: Tree): Tree {
  return tree;
}
