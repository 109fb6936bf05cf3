import { findFrontMatter } from "../../content/front-matter/find-front-matter.ts";

/** Returns the line that gives an article this id, in the syntax of its front matter. @param text the article */
export function locateId(text: string, id: string): string {
  const value = JSON.stringify(id);
  switch (syntaxOf(text)) {
    case "TOML":
      return `id = ${value}`;
    case "JSON":
    case "JavaScript":
      return `"id": ${value},`;
    default:
      return `id: ${value}`;
  }
}

// The build reports front matter that has no end.
function syntaxOf(text: string): string | undefined {
  try {
    return findFrontMatter(text)?.syntax;
  } catch {
    return undefined;
  }
}
