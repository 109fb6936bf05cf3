/** Returns the path of an absolute URL with its query, as it is requested: `/feed?page=2`. */
export function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}
