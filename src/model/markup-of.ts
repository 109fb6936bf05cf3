/** The markup of an article's text. */
export type Markup = "markdown" | "mdx" | "html" | "text";

const endings: Readonly<Record<string, Markup>> = {
  ...{ md: "markdown", markdown: "markdown", mkd: "markdown", mkdn: "markdown", mdown: "markdown" },
  ...{ mkdown: "markdown", mdwn: "markdown", mdtxt: "markdown", mdtext: "markdown" },
  ...{ mdx: "mdx", html: "html", htm: "html", txt: "text" },
};

/** Returns the markup of a file by the extension of its name, in upper or lower case; undefined for files that are not articles. */
export function markupOf(path: string): Markup | undefined {
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(endings, ending) ? endings[ending] : undefined;
}
