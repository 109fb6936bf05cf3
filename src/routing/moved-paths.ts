import { pathKey } from "../base/canonical-url.ts";
import type { Redirects } from "../model/compiled-content.ts";

/**
 * Returns the paths that a decoded path below a redirected folder means: with a redirect of `/log` to `/`, `/log/index.xml` means
 * `/index.xml`. The deepest folder comes first.
 */
export function movedPaths(key: string, moved: Redirects["moved"]): string[] {
  const found: string[] = [];
  for (let end = key.lastIndexOf("/", key.length - 2); end > 0; end = key.lastIndexOf("/", end - 1)) {
    const from = key.slice(0, end);
    const to = Object.hasOwn(moved, from) ? moved[from] : undefined;
    if (to?.startsWith("/") && !/[?#]/.test(to)) found.push((pathKey(to) ?? to).replace(/\/$/, "") + key.slice(end));
  }
  return found;
}
