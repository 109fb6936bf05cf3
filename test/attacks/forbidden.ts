import { Parser } from "htmlparser2";
import { parseHTML } from "linkedom";

// Written for the tests, and not taken from what the sanitizer keeps: whatever it is to keep in future has to be put here, too.
const elements = new Set(
  `a abbr address article aside audio b bdi big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em
  figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li mark nav ol p pre q rp rt ruby s samp section small
  source span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var video wbr`.split(/\s+/),
);
const attributes = new Set(
  `abbr align alt cite class colspan controls datetime dir headers height href hreflang id lang loop muted open playsinline poster
  preload reversed role rowspan scope span src start title type valign value width`.split(/\s+/),
);
const addresses = new Set(["cite", "href", "poster", "src"]);
const links = /^(?:https?:\/\/|mailto:|tel:|sms:|xmpp:|ircs?:|matrix:|magnet:|geo:|ftp:|gemini:)[!-~]*$/;

/** An element as any parser describes it. */
export interface Markup {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Returns the name, attributes and values of an element that are not known to be harmless. */
export function faultsOf({ attributes: given, name }: Markup): string[] {
  const faults = elements.has(name) ? [] : [`<${name}>`];
  for (const [key, value] of Object.entries(given)) {
    if (!attributes.has(key) && !/^aria-[a-z]+$/.test(key)) faults.push(`<${name} ${key}>`);
    if (addresses.has(key) && !(key === "href" ? links : /^https?:\/\/[!-~]*$/).test(value)) faults.push(`<${name} ${key}=${value}>`);
    if (key === "class" && !(name === "code" && /^language-[^\s]+$/.test(value))) faults.push(`<${name} class=${value}>`);
  }
  return faults;
}

/** Whatever of HTML no reader should be given, as parsers read it that are not the one of the build. */
export function forbiddenIn(html: string): string[] {
  return [...inStream(html), ...inTree(html)];
}

function inStream(html: string): string[] {
  const faults: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => faults.push(...faultsOf({ name, attributes })),
    oncomment: (text) => faults.push(`<!--${text}-->`),
    oncdatastart: () => faults.push("<![CDATA["),
    onprocessinginstruction: (name) => faults.push(`<${name}>`),
  });
  parser.end(html);
  return faults;
}

function inTree(html: string): string[] {
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${html}</body></html>`);
  const head = [...document.head.childNodes].map(({ nodeName }) => nodeName);
  const faults = [...document.body.querySelectorAll("*")].flatMap((element) =>
    faultsOf({
      name: element.localName,
      attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    }),
  );
  return [...head, ...faults];
}
