// What follows the name: `: ({ page }) => \`…\``, or `(data) { return \`…\``. Its parts are bounded, so that it takes linear time.
const definition =
  /^[\s:]{0,9}(?:async\s{1,9})?(?:function\b[\s\w]{0,60})?(?:\([^()]{0,100}\)\s{0,9}(?:=>\s{0,9})?|\w{1,40}\s{0,9}=>\s{0,9})(?:\{\s{0,9}return\s{0,9})?`([^`]{0,300})`/;
const maxDefinition = 600; // UTF-16 units
const value = /\$\{\s*(?:\w+\.)?(page\.fileSlug|page\.filePathStem|slug)\s*\}/g;

/**
 * Returns the template of a `permalink` function that only fills in a text: `({ page }) => \`/web/${page.fileSlug}/\`` is
 * `/web/{{ page.fileSlug }}/`. Returns undefined for any other.
 */
export function permalinkFunction(source: string): string | undefined {
  const template = templateIn(source)?.replace(value, "{{ $1 }}");
  return template?.includes("${") ? undefined : template;
}

function templateIn(source: string): string | undefined {
  for (const { 0: name, index } of source.matchAll(/\bpermalink\b/g)) {
    const start = index + name.length;
    const found = definition.exec(source.slice(start, start + maxDefinition))?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}
