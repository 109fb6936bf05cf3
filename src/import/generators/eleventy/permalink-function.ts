const written = /\bpermalink\s*(?::\s*(?:async\s+)?(?:function\b\s*\w*\s*)?)?\([^()]*\)\s*(?:=>\s*)?(?:\{\s*return\s*)?`([^`]*)`/;
const value = /\$\{\s*(?:\w+\.)?page\.(fileSlug|filePathStem)\s*\}/g;

/**
 * Returns the template of a `permalink` function that only fills in a text: `({ page }) => \`/web/${page.fileSlug}/\`` is
 * `/web/{{ page.fileSlug }}/`. Returns undefined for any other.
 */
export function permalinkFunction(source: string): string | undefined {
  const template = written.exec(source)?.[1]?.replace(value, "{{ page.$1 }}");
  return template?.includes("${") ? undefined : template;
}
