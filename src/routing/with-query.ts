/**
 * Adds the query of a request to the target of its redirect, as other servers do. A target may have a query and a fragment of its own.
 * @param query with its question mark, or empty
 */
export function withQuery(target: string, query: string): string {
  if (query.length <= 1) return target;
  const end = target.includes("#") ? target.indexOf("#") : target.length;
  const base = target.slice(0, end);
  return `${base}${base.includes("?") ? "&" : "?"}${query.slice(1)}${target.slice(end)}`;
}
