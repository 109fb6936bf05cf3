import { defaultTreeAdapter } from "parse5";

/**
 * Creates a parse5 adapter that calls a function before each element and comment, which may throw to stop the parser. The length of
 * a text is no measure of its tree: unclosed formatting elements are reopened in each later paragraph (HTML Standard §13.2.4.3), and a
 * thousand <b> before a thousand paragraphs become a million elements.
 */
export function observedTreeAdapter(onNode: () => void): typeof defaultTreeAdapter {
  return {
    ...defaultTreeAdapter,
    createElement(...given) {
      onNode();
      return defaultTreeAdapter.createElement(...given);
    },
    createCommentNode(...given) {
      onNode();
      return defaultTreeAdapter.createCommentNode(...given);
    },
  };
}
