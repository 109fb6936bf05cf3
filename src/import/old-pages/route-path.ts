// The parameters of routes that mean terms: `[lang]/rss.xml.ts`, `tags/[tag]/rss.xml.ts`.
const terms: readonly (readonly [name: RegExp, term: string])[] = [
  [/^(?:lang|language|locale)$/i, "{language}"],
  [/^(?:tag|category|topic)$/i, "{category}"],
  [/^author$/i, "{author}"],
];

/**
 * Returns the address of a file that is a route of a feed, such as `[lang]/rss.xml`, with the terms of a list in the place of its parameters.
 * Undefined if another parameter is unknown.
 */
export function routePath(route: string): string | undefined {
  const names = route.split("/").filter((name) => !/^(?:\(.*\)|@.*)$/.test(name)); // groups and slots of Next.js
  const filled = names.map((name) => {
    const [, parameter] = /^\[(?:\.\.\.)?(\w+)\]$/.exec(name) ?? [];
    if (parameter === undefined) return /[[\]]/.test(name) ? undefined : name;
    return terms.find(([pattern]) => pattern.test(parameter))?.[1];
  });
  const parameters = filled.filter((name) => name?.startsWith("{"));
  return filled.includes(undefined) || parameters.length > 1 ? undefined : `/${filled.join("/")}`;
}
