import type { DocumentKind } from "../live-site/document-kind.ts";
import { hosts } from "./hosts.ts";
import { knownSystems } from "./known-systems.ts";

/** The system that writes a feed and the service that sends it, as far as they are known. */
export interface PublishingSystem {
  /** Its name, such as `Hugo`. */
  readonly generator?: string;
  /** Its name, such as `GitHub Pages`. */
  readonly host?: string;
}

const headers = ["x-generator", "x-powered-by", "server"];
const maxHead = 20_000; // UTF-16 units

/** Recognizes the system by what the document and the response say about themselves. @param sent undefined for a file */
export function findSystem({ kind, text }: { readonly kind: DocumentKind; readonly text: string }, sent?: Headers): PublishingSystem {
  const signs = [
    kind === "json" ? "" : generatorIn(text),
    ...headers.map((name) => sent?.get(name) ?? ""),
    signOfWordPress(sent),
    signOfNamespace(text),
    sent?.has("x-discourse-route") ? "Discourse" : "",
    /^shopify$/i.test(sent?.get("powered-by") ?? "") ? "Shopify" : "",
  ];
  const generator = signs.map((sign) => nameOf(knownSystems, sign)).find((name) => name !== undefined);
  const host = nameOf(hosts, sent?.get("server") ?? "");
  return { ...(generator !== undefined && { generator }), ...(host !== undefined && { host }) };
}

// The element of RSS and Atom with its attributes: `uri="https://jekyllrb.com/" version="4.3.3" Jekyll`.
function generatorIn(text: string): string {
  const head = text.slice(0, maxHead);
  const end = head.search(/<(?:item|entry)[\s>]/);
  const found = /<(?:\w+:)?generator(?<attributes>\s[^<>]*)?>(?:\s*<!\[CDATA\[)?(?<name>[^<\]]*)/.exec(end < 0 ? head : head.slice(0, end));
  return `${found?.groups?.["name"]?.trim() ?? ""} ${found?.groups?.["attributes"] ?? ""}`;
}

// WordPress may hide its version, and with it the element, but announces its interfaces.
function signOfWordPress(sent: Headers | undefined): string {
  const hasInterface = /api\.w\.org/.test(sent?.get("link") ?? "") || /xmlrpc\.php/.test(sent?.get("x-pingback") ?? "");
  return hasInterface ? "WordPress" : "";
}

// The feeds of these systems have no generator, but elements of their own.
const namespaces: readonly (readonly [declaration: RegExp, system: string])[] = [
  [/\sxmlns:discourse\s*=\s*["']https?:\/\/www\.discourse\.org\b/, "Discourse"],
  [/\sxmlns:s\s*=\s*["']https?:\/\/jadedpixel\.com\/-\/spec\/shopify\b/, "Shopify"],
];

function signOfNamespace(text: string): string {
  const head = text.slice(0, maxHead);
  return namespaces.find(([declaration]) => declaration.test(head))?.[1] ?? "";
}

function nameOf(systems: Readonly<Record<string, { readonly sign: RegExp }>>, text: string): string | undefined {
  return Object.entries(systems).find(([, { sign }]) => sign.test(text))?.[0];
}
