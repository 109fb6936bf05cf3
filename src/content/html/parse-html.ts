import type { Root } from "hast";
import { fromParse5 } from "hast-util-from-parse5";
import { type DefaultTreeAdapterMap, parseFragment, type TreeAdapter } from "parse5";
import { VFile } from "vfile";
import { observedTreeAdapter } from "../../limits/observed-tree-adapter.ts";
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

function limitedAdapter(): TreeAdapter<DefaultTreeAdapterMap> {
  let [nodes, open, line] = [0, 0, 1];
  const adapter = observedTreeAdapter(() => {
    if (++nodes > limits.htmlNodes) throw tooMany(line);
  });
  return {
    ...adapter,
    onItemPush() {
      if (++open > limits.depth) throw tooDeep(line);
    },
    onItemPop() {
      open--;
    },
    setNodeSourceCodeLocation(node, location) {
      line = location?.startLine ?? line;
      adapter.setNodeSourceCodeLocation(node, location);
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
