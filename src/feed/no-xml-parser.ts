/**
 * Stands in the Worker's bundle for the package `sax`, the XML parser that the renderer of `feed` brings along and that
 * nothing here ever calls. wrangler.toml puts it there; without it the bundle is larger and otherwise the same.
 */
export function parser(): never {
  throw new Error("Cannot parse XML: the Worker only writes it");
}
