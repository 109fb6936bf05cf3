/** Returns the last name of the path of an address, without its query and fragment: `a.png` for `https://example.com/x/a.png?w=3`. */
export function fileNameOf(address: string): string {
  const path = address.split(/[?#]/, 1)[0] ?? "";
  return path.slice(path.lastIndexOf("/") + 1);
}
