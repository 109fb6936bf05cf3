import type { Root } from "hast";
import { fromParse5 } from "hast-util-from-parse5";
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parseFragment, type TreeAdapter } from "parse5";
import { VFile } from "vfile";
import { ArticleError } from "../limits/article-error.ts";
import { limits } from "../limits/limits.ts";

/**
 * Parses HTML as a browser does, repairing errors. For a complete page, the elements of the head come first.
 * @throws ArticleError
 */
export function parseHtml(text: string): Root {
  const fragment = parseFragment(text, { sourceCodeLocationInfo: true, scriptingEnabled: false, treeAdapter: limitedAdapter() });
  return fromParse5(fragment, { file: new VFile(text) }) as Root;
}

/**
 * Parses HTML only to check its limits, for input to a parser without limits.
 * @throws ArticleError
 */
export function limitHtml(text: string): void {
  parseFragment(text, { scriptingEnabled: false, treeAdapter: limitedAdapter() });
}

// A parser reopens formatting elements that were not closed before the end of a paragraph (HTML Standard §13.2.4.3): a thousand <b>
// before a thousand paragraphs become a million elements.
function limitedAdapter(): TreeAdapter<DefaultTreeAdapterMap> {
  const { createCommentNode, createElement, setNodeSourceCodeLocation } = defaultTreeAdapter;
  let [nodes, open, line] = [0, 0, 1];
  const count = () => {
    if (++nodes > limits.htmlNodes) throw tooMany(line);
  };
  return {
    ...defaultTreeAdapter,
    createElement(...args) {
      count();
      return createElement(...args);
    },
    createCommentNode(...args) {
      count();
      return createCommentNode(...args);
    },
    onItemPush() {
      if (++open > limits.depth) throw tooDeep(line);
    },
    onItemPop() {
      open--;
    },
    setNodeSourceCodeLocation(node, location) {
      line = location?.startLine ?? line;
      setNodeSourceCodeLocation(node, location);
    },
  };
}

function tooMany(line: number): ArticleError {
  return new ArticleError(
    `Cannot compile the article: it has more than ${limits.htmlNodes} elements of HTML, including unclosed ones that a browser opens again; close each element, or make several articles of it`,
    { line },
  );
}

function tooDeep(line: number): ArticleError {
  return new ArticleError(
    `Cannot compile the article: its HTML is nested in more than ${limits.depth} levels; close each element where it ends`,
    { line },
  );
}
