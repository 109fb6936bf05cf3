/** Returns a URL without its fragment, which is not part of the address of a resource: no request contains it (RFC 9110 §7.1). */
export function withoutFragment(url: string): string {
  return url.replace(/#.*/s, "");
}
