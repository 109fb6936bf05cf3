import { type DefaultTreeAdapterMap, defaultTreeAdapter, type ParserOptions, parseFragment } from "parse5";
import { checkContent } from "./content-limits.ts";
import { LimitError, shown } from "./limit-error.ts";

type Options = Omit<ParserOptions<DefaultTreeAdapterMap>, "treeAdapter">;

const maxNodes = 100_000;

/**
 * Parses the HTML of an entry as browsers do.
 * @throws LimitError
 */
export function parseHtmlTree(html: string, options: Options = {}): DefaultTreeAdapterMap["documentFragment"] {
  checkContent(html);
  return parseFragment(html, { ...options, treeAdapter: countingTreeAdapter() });
}

/**
 * Creates a parse5 adapter that counts the nodes of one tree while they are created, and throws a LimitError if there are too
 * many. The length of the text is no measure: unclosed `<b>` elements are reopened in each later paragraph (HTML Standard §13.2.4.3).
 */
export function countingTreeAdapter(): typeof defaultTreeAdapter {
  let nodes = 0;
  const count = () => {
    const advice = "close its tags, or write the article by hand";
    if (++nodes > maxNodes) throw new LimitError(`its HTML makes more than ${shown(maxNodes)} elements and comments`, advice);
  };
  return {
    ...defaultTreeAdapter,
    createElement(...given) {
      count();
      return defaultTreeAdapter.createElement(...given);
    },
    createCommentNode(...given) {
      count();
      return defaultTreeAdapter.createCommentNode(...given);
    },
  };
}
