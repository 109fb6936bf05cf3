import { ATOM, namespaceOf } from "../../conformance/xml/namespaces.ts";

/** The names of a document, in which a namespace may have another prefix than usual. */
export interface WrittenNames {
  /** The root element, as written: `rss`, `feed` or `a:feed`. */
  readonly root: string;
  /** The namespaces of the prefixes that are declared before the first entry. */
  readonly prefixes: ReadonlyMap<string, string>;
}

const maxHead = 100_000; // UTF-16 units
const declaration = /\sxmlns:([\w.-]{1,100})\s{0,9}=\s{0,9}(?:"([^"<]{1,1000})"|'([^'<]{1,1000})')/g;

/** Reads the names of an XML feed. */
export function readWrittenNames(text: string): WrittenNames {
  const head = text.slice(0, maxHead).split(/<(?:[\w.-]{1,100}:)?(?:item|entry)[\s>]/, 1)[0] ?? "";
  const declared = [...head.matchAll(declaration)].map(([, prefix = "", double, single]) => [prefix, double ?? single ?? ""] as const);
  const root = /<((?:[\w.-]{1,100}:)?(?:rss|feed|RDF))[\s>]/.exec(head)?.[1] ?? "";
  return { root, prefixes: new Map(declared) };
}

/**
 * Writes the names in a remedy as the document does: `<atom:link>` as `<a10:link>`, and `<title>` as `<a:title>` if its root is `<a:feed>`.
 * Names a prefix that it has to declare. Who follows the advice word for word must not break the document.
 * @param place the path of the element: a prefix in it is declared somewhere
 */
export function withWrittenNames(advice: string, { prefixes, root }: WrittenNames, place = ""): string {
  const own = /^(.*):feed$/.exec(root)?.[1];
  const inOwn = own === undefined ? advice : withPrefix(advice, own);
  const missing = new Map<string, string>();
  const renamed = inOwn.replace(/(?<![\w:="-]|[^<]\/)([a-z][\w-]*):(?=[A-Za-z])/g, (name, prefix: string) => {
    const uri = namespaceOf(prefix);
    if (uri === undefined || prefix === "xml" || prefixes.has(prefix) || inOwn.includes(`xmlns:${prefix}=`)) return name;
    const [written] = [...prefixes].find(([, declared]) => declared === uri) ?? [];
    if (written === undefined && !place.includes(`/${prefix}:`)) missing.set(prefix, uri);
    return written === undefined ? name : `${written}:`;
  });
  const declarations = [...missing].map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
  return declarations.length === 0 ? renamed : `${renamed} (declare ${declarations.join(" and ")} in <${root}>)`;
}

// The elements of Atom have no prefix in the remedies, and those of HTML declare their namespace or are escaped.
function withPrefix(advice: string, own: string): string {
  return advice
    .replace(`<feed xmlns="${ATOM}">`, `<${own}:feed xmlns:${own}="${ATOM}">`)
    .replace(/<(\/?)(?!div\b)([a-zA-Z]\w*)(?=[\s/>])/g, `<$1${own}:$2`);
}
