/** Returns the page of embedded content, or undefined if a URL is that page already or has no other. */
export type Page = (url: URL) => string | undefined;

/** Creates a rule that replaces a part of the path; it removes the query. */
export function replacing(pattern: RegExp, by: string): Page {
  return (url) => {
    const path = url.pathname.replace(pattern, by);
    return path === url.pathname ? undefined : url.origin + path;
  };
}

/** Creates a rule that replaces a part of the paths that match a pattern. */
export function pageMatching(path: RegExp, pattern: RegExp, by: string): Page {
  return (url) => (path.test(url.pathname) ? url.origin + url.pathname.replace(pattern, by) : undefined);
}

/** Creates a rule for the paths that match a pattern, with its groups. */
export function fromPath(pattern: RegExp, page: (...groups: readonly string[]) => string): Page {
  return ({ pathname }) => {
    const match = pattern.exec(pathname);
    return match === null ? undefined : page(...match.slice(1).map((group) => group ?? ""));
  };
}

/** Returns the same address on another host. */
export function onHost(url: URL, host: string): string {
  return `https://${host}${url.pathname}${url.search}`;
}

/** Returns the address without some parameters. */
export function without(url: URL, ...parameters: readonly string[]): string {
  const copy = new URL(url);
  for (const parameter of parameters) copy.searchParams.delete(parameter);
  return copy.href;
}

/** Returns a parameter that is an `http:` or `https:` URL. */
export function httpParameter(url: URL, name: string): string | undefined {
  const value = url.searchParams.get(name);
  return value !== null && /^https?:\/\//.test(value) ? value : undefined;
}
