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
    signOfDiscourse(text, sent),
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

// Its feeds have no generator, but elements of their own.
function signOfDiscourse(text: string, sent: Headers | undefined): string {
  const isDeclared = /\sxmlns:discourse\s*=\s*["']https?:\/\/www\.discourse\.org\b/.test(text.slice(0, maxHead));
  return isDeclared || sent?.has("x-discourse-route") ? "Discourse" : "";
}

function nameOf(systems: Readonly<Record<string, { readonly sign: RegExp }>>, text: string): string | undefined {
  return Object.entries(systems).find(([, { sign }]) => sign.test(text))?.[0];
}
