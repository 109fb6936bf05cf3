import { findFence } from "../content/front-matter/front-matter-fence.ts";

/** The line that keeps an article's id, in the syntax of its front matter. @param text of the article */
export function locateId(text: string, id: string): string {
  const value = JSON.stringify(id);
  switch (syntaxOf(text)) {
    case "TOML":
      return `id = ${value}`;
    case "JSON":
      return `"id": ${value},`;
    default:
      return `id: ${value}`;
  }
}

// What does not end is the build's to tell.
function syntaxOf(text: string): string | undefined {
  try {
    return findFence(text)?.syntax;
  } catch {
    return undefined;
  }
}
