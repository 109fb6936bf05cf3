// jekyllrb.com/docs/permalinks, "Built-in formats".
const builtIn: Readonly<Record<string, string>> = {
  date: "/:categories/:year/:month/:day/:title:output_ext",
  pretty: "/:categories/:year/:month/:day/:title/",
  ordinal: "/:categories/:year/:y_day/:title:output_ext",
  weekdate: "/:categories/:year/W:week/:short_day/:title:output_ext",
  none: "/:categories/:title:output_ext",
};

/** The naming tokens. A pattern needs at least one, so that articles have different addresses. */
export const namingTokens: readonly string[] = words(`
  slug title name post_title filename contentbasename slugortitle slugorfilename slugorcontentbasename
`);

/** The tokens of an article's date. */
const dateTokens: readonly string[] = words(`
  year short_year month i_month short_month monthname day i_day short_day y_day yearday week hour minute second
`);

/** The other tokens of a pattern. */
export const placingTokens: readonly string[] = [...dateTokens, ...words("category categories section sections output_ext")];

/** The regular expression of tokens in a pattern: `:title` and `:output_ext` in `/:title:output_ext`. */
export const tokenPattern: RegExp = /:([a-z]+(?:_[a-z]+)*)/gi;

/** Returns the first token of a date in a pattern, such as `:year`. */
export function dateTokenIn(pattern: string): string | undefined {
  return [...pattern.matchAll(tokenPattern)].find(([, name = ""]) => dateTokens.includes(name))?.[0];
}

/** Expands a pattern to a path: replaces Jekyll's named patterns (`pretty`), and adds the leading slash that Hexo's patterns lack. */
export function expandPattern(pattern: string): string {
  const path = Object.hasOwn(builtIn, pattern) ? (builtIn[pattern] ?? pattern) : pattern;
  return path.startsWith(":") ? `/${path}` : path;
}

/** Returns whether a path is a valid permalink pattern. */
export function isPattern(path: string): boolean {
  const tokens = [...path.matchAll(tokenPattern)].map(([, name = ""]) => name);
  return (
    /^\/(?!\/)/.test(path) &&
    !/[?#\s]/.test(path) &&
    tokens.some((token) => namingTokens.includes(token)) &&
    tokens.every((token) => namingTokens.includes(token) || placingTokens.includes(token))
  );
}

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}
