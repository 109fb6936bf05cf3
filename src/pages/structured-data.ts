import { type Author, type Entry, hasDate } from "../model/entry.ts";
import type { Site } from "../settings/site-settings.ts";
import type { Picture } from "./content/text-pictures.ts";
import { headline } from "./parts/headline.ts";

type Thing = Readonly<Record<string, unknown>>;

function publisher(site: Site): Thing {
  return {
    "@type": "Organization",
    name: site.title,
    url: `${site.url}/`,
    logo: { "@type": "ImageObject", url: site.icon },
  };
}

// An author with the site's name is the publication, not a person.
function author(site: Site, { image, name, url }: Author): Thing {
  const type = name === site.title ? "Organization" : "Person";
  return { "@type": type, name, ...(url !== undefined && { url }), ...(image !== undefined && { image }) };
}

function posting(site: Site, entry: Entry): Thing {
  return {
    "@type": "BlogPosting",
    "@id": entry.url,
    url: entry.url,
    headline: headline(entry, site).name,
    ...(hasDate(entry) && { datePublished: new Date(entry.published).toISOString() }),
    ...(entry.updated > 0 && { dateModified: new Date(entry.updated).toISOString() }),
    author: entry.authors.map((each) => author(site, each)),
  };
}

/** The builders of the schema.org descriptions of pages, for {@link jsonLd}. */
export const structuredData = {
  frontPage(site: Site, entries: readonly Entry[]): Thing {
    return {
      "@type": "Blog",
      "@id": `${site.url}/`,
      url: `${site.url}/`,
      name: site.title,
      ...descriptionOf(site.description),
      inLanguage: site.language,
      publisher: publisher(site),
      blogPost: entries.map((entry) => posting(site, entry)),
    };
  },

  entry(site: Site, entry: Entry, image?: Picture): Thing {
    return {
      ...posting(site, entry),
      mainEntityOfPage: entry.url,
      ...descriptionOf(entry.summary),
      inLanguage: entry.language,
      keywords: entry.categories,
      ...(image !== undefined && { image: image.url }),
      publisher: publisher(site),
      isPartOf: { "@type": "Blog", "@id": `${site.url}/`, name: site.title },
    };
  },
};

function descriptionOf(description: string): Thing {
  return description === "" ? {} : { description };
}
