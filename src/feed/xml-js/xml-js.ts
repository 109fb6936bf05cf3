/**
 * Returns the tree that the `feed` package built, instead of its XML. The real function escapes text wrongly and cannot be
 * told which elements to correct, so our own `writeXml` writes the tree once it is complete.
 */
export function js2xml<Tree>(tree: Tree): Tree {
  return tree;
}
