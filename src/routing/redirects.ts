import { canonicalUrl, pathKey, pathOf } from "../base/canonical-url.ts";
import type { Redirects } from "../model/compiled-content.ts";
import { type PathRegistry, withoutTrailingSlash } from "./path-registry.ts";

/** Receives the problems of redirects, and of lines in the list of removed addresses. */
export interface RedirectReporters {
  redirect(from: string, message: string): void;
  removed(line: number, message: string): void;
}

/** The file below the articles folder that lists removed addresses. */
export const removedFile = "_removed.txt";

/** Returns the lookup key of an address that an author wrote, or undefined if no request can have that address. */
export function redirectKey(address: string): string | undefined {
  const key = pathKey(pathOf(address));
  return key === undefined ? undefined : withoutTrailingSlash(key);
}

/** Returns the lookup key of the path to which a redirect leads; undefined for a URL of another site. */
export function targetKey(target: string): string | undefined {
  return target.startsWith("/") ? redirectKey(target.replace(/[?#].*$/s, "")) : undefined;
}

/**
 * Compiles the redirects of the settings and the list of removed addresses. A chain of redirects becomes one redirect. Reports loops,
 * and addresses that are already in use.
 * @param removed the text of the list: one address per line, comments after `#`
 */
export function compileRedirects(
  redirects: Readonly<Record<string, string>>,
  removed: string,
  { registry, reports, url }: { readonly registry: PathRegistry; readonly reports: RedirectReporters; readonly url: string },
): Redirects {
  const targets = new Map<string, string>();
  const spellings = new Map<string, string>();
  for (const [from, to] of Object.entries(redirects)) {
    const key = redirectKey(from);
    if (key === undefined) {
      reports.redirect(from, `Cannot redirect ${from}: it is not percent-encoded UTF-8; encode it so, or write it without encoding`);
      continue;
    }
    spellings.set(key, from);
    const target = targetOf(to, url);
    const owner = registry.reserve(key, `the redirect of ${from}`);
    if (target === undefined)
      reports.redirect(from, `Cannot redirect to ${JSON.stringify(to)}: it is neither a path that begins with / nor an http(s) URL`);
    else if (owner !== undefined) reports.redirect(from, `Cannot redirect ${from}: ${owner} has that address`);
    else targets.set(key, target);
  }
  const resolved: Record<string, string> = {};
  for (const from of targets.keys()) {
    const chain = follow(from, targets);
    const written = spellings.get(from) ?? from;
    if (chain.end === undefined)
      reports.redirect(written, `Cannot redirect ${written}: it leads back to itself (${chain.steps.join(" → ")})`);
    else resolved[from] = chain.end;
  }
  return { moved: resolved, gone: parseRemovedPaths(removed, registry, reports) };
}

function targetOf(to: string, origin: string): string | undefined {
  if (/^https?:\/\//i.test(to)) {
    const target = canonicalUrl(to);
    return target?.startsWith(`${origin}/`) ? target.slice(origin.length) : target;
  }
  // Browsers parse "/\\x" like "//x", as another host.
  const isPath = to.startsWith("/") && URL.parse(to, "http://x")?.host === "x";
  return isPath ? canonicalUrl(to, "http://x")?.slice("http://x".length) : undefined;
}

function follow(from: string, targets: ReadonlyMap<string, string>): { readonly steps: readonly string[]; readonly end?: string } {
  const steps = [from];
  for (let key = from; ; ) {
    const target = targets.get(key) ?? "";
    const next = targetKey(target) ?? target;
    if (!targets.has(next)) return { steps, end: target };
    if (steps.includes(next)) return { steps: [...steps, next] };
    steps.push(next);
    key = next;
  }
}

function parseRemovedPaths(text: string, registry: PathRegistry, reports: RedirectReporters): string[] {
  const removed = new Set<string>();
  for (const [index, line] of text.split("\n").entries()) {
    const address = line.replace(/(?:^|\s)#.*$/s, "").trim();
    if (address === "") continue;
    const key = redirectKey(address);
    if (key === undefined || !/^(?:\/|https?:\/\/)/i.test(address)) {
      reports.removed(index + 1, `Cannot read ${JSON.stringify(address)}: it is not an address such as /articles/old`);
    } else if (/[?#]/.test(address)) {
      reports.removed(index + 1, `Cannot remove ${address}: the part after ? or # is ignored; leave it out`);
    } else if (!removed.has(key)) {
      const owner = registry.reserve(key, `articles/${removedFile}`);
      if (owner === undefined) removed.add(key);
      else reports.removed(index + 1, `Cannot list ${address} as removed: ${owner} uses that address; remove one of them`);
    }
  }
  return [...removed];
}
