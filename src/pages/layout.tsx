import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { directionOf } from "../base/language/canonical-language.ts";
import { formats } from "../model/format.ts";
import type { Selection } from "../model/selection.ts";
import type { Site } from "../settings/site-settings.ts";
import { alternatesOf } from "./alternates.ts";
import type { Picture } from "./content/text-pictures.ts";
import { jsonLd } from "./json-ld.ts";
import { Masthead } from "./masthead.tsx";
import type { Navigation } from "./navigation.ts";
import { pagePolicyInMarkup } from "./page-policy.ts";
import { labelOf, Word } from "./parts/word.tsx";
import { stylesheet } from "./stylesheet.ts";

/** The metadata of a page for browsers, search engines and link previews, and the links of its masthead. */
export interface Page {
  readonly kind: "front" | "list" | "article" | "error";
  readonly title: string;
  readonly description: string;
  /** Its canonical URL. Without one (an error, a draft), the page is excluded from search indexes. */
  readonly url?: string;
  /** True if search engines must not find the page, although it has a URL. */
  readonly isSecret?: boolean;
  /** The selection whose feeds are linked first; without one, only the whole site's feeds are linked. */
  readonly selection?: Selection;
  /** The links of the masthead; without them (an error), only the front page and the feeds are linked. */
  readonly navigation?: Navigation;
  /** URL of the addresses of feeds for copying; by default, those of the front page. */
  readonly subscribe?: string;
  readonly image?: Picture;
  /** Open Graph properties in addition to the common ones. */
  readonly properties?: readonly (readonly [property: string, content: string])[];
  /** A schema.org description, for JSON-LD. */
  readonly data?: Readonly<Record<string, unknown>>;
}

// For each link, Hono searches the page for the end of the head, unless the link has a handler; this one is not written.
const inPlace = { onLoad: undefined };

/** Renders a whole HTML document around the main part of a page. */
export function layout(site: Site, page: Page, main: Child): string {
  return `<!doctype html>${(
    <html lang={site.language} dir={directionOf(site.language)}>
      <Head site={site} page={page} />
      <body class={page.kind}>
        <a class="skip" href="#main-content">
          <Word site={site} of="skipToContent" />
        </a>
        <Masthead
          site={site}
          isFront={page.kind === "front"}
          subscribe={page.subscribe ?? `${site.url}/#subscribe`}
          navigation={page.navigation ?? {}}
        />
        <main id="main-content" tabindex={-1}>
          {main}
        </main>
        <Footer site={site} />
      </body>
    </html>
  )}`;
}

function Head({ site, page }: { site: Site; page: Page }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={pagePolicyInMarkup} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{page.title === site.title ? site.title : `${page.title} – ${site.title}`}</title>
      {page.description !== "" && <meta name="description" content={page.description} />}
      {(page.url === undefined || page.isSecret) && <meta name="robots" content="noindex" />}
      {page.url !== undefined && <link {...inPlace} rel="canonical" href={page.url} />}
      {alternatesOf(site, page.selection).map(({ href, title, type }) => (
        <link {...inPlace} rel="alternate" type={type} title={title} href={href} />
      ))}
      <link {...inPlace} rel="icon" href={site.favicon} sizes="any" />
      <link {...inPlace} rel="apple-touch-icon" href={site.icon} />
      {openGraph(site, page).map(([property, content]) => (
        <meta property={property} content={content} />
      ))}
      <meta name="twitter:card" content={page.image === undefined ? "summary" : "summary_large_image"} />
      <style>{raw(stylesheet)}</style>
      {page.data !== undefined && <script type="application/ld+json">{raw(jsonLd(page.data))}</script>}
    </head>
  );
}

function openGraph(site: Site, page: Page): readonly (readonly [string, string])[] {
  const properties = {
    "og:site_name": site.title,
    "og:type": page.kind === "article" ? "article" : "website",
    "og:title": page.title,
    "og:description": page.description,
    "og:url": page.url ?? "",
    "og:image": page.image?.url ?? site.icon,
    "og:image:width": String(page.image?.width ?? ""),
    "og:image:height": String(page.image?.height ?? ""),
    "og:image:alt": page.image?.alt ?? "",
  };
  return [...Object.entries(properties), ...(page.properties ?? [])].filter(([, content]) => content !== "");
}

function Footer({ site }: { site: Site }) {
  return (
    <footer class="colophon">
      <nav {...labelOf(site, "feeds")}>
        <ul class="plain">
          {formats.map(({ name, mediaType, path }) => (
            <li>
              <a href={site.url + path} type={mediaType}>
                {name}
              </a>
            </li>
          ))}
          <li>
            <a href={`${site.url}/feeds/`}>
              <Word site={site} of="allFeeds" />
            </a>
          </li>
        </ul>
      </nav>
      {site.copyright !== "" && <p dir="auto">{site.copyright}</p>}
      <p>
        <Word site={site} of="published" values={{ software: "Broadsheet" }} />
      </p>
    </footer>
  );
}
