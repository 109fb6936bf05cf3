import { oneLine } from "../../../base/one-line.ts";

const calls = /^(?:\(?await )?(?:require|import|useBaseUrl|\$?withBase)\( ?(["'`])([^"'`$\\\n]+)\1 ?\)\)?(?:\.(?:default|src)){0,2}$/;
const urls = /^new URL\( ?(["'`])([^"'`$\\\n]+)\1, ?import\.meta\.url ?\)(?:\.(?:href|toString\(\)))?$/;

/**
 * Returns the file that an expression of JSX names: `require("./a.png").default`, `import("./a.png")`, Docusaurus's `useBaseUrl("/a.png")`,
 * VitePress's `withBase("/a.png")` (VuePress: `$withBase`), or `new URL("./a.png", import.meta.url).href`.
 */
export function expressionFile(expression: string): string | undefined {
  const spaced = oneLine(expression);
  return (calls.exec(spaced) ?? urls.exec(spaced))?.[2];
}
