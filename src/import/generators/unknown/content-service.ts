import { baseName } from "../../../base/file-path.ts";
import { tableOf } from "../../../base/table-values.ts";
import { readJson } from "../../configuration/data-file.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";

/** A service that seems to contain the texts of a site, whose code only requests them. */
export interface ContentService {
  readonly name: string;
  /** The package that requests them, with the file that names it: `contentful in package.json`. */
  readonly sign: string;
}

// The packages of each service, at their full length.
const services: readonly (readonly [name: string, packages: RegExp])[] = [
  ["WordPress", /^(?:@wordpress\/api-fetch|wpapi|@faustwp\/.+|gatsby-source-wordpress)$/],
  ["Ghost", /^(?:@tryghost\/content-api|gatsby-source-ghost)$/],
  ["Contentful", /^(?:contentful|@contentful\/.+|gatsby-source-contentful)$/],
  ["Sanity", /^(?:sanity|next-sanity|@sanity\/.+|@nuxtjs\/sanity|gatsby-source-sanity)$/],
  ["Notion", /^(?:@notionhq\/client|notion-client|notion-to-md|react-notion-x|gatsby-source-notion.*)$/],
  ["microCMS", /^(?:microcms-js-sdk|nuxt-microcms-module|gatsby-source-microcms)$/],
  ["Prismic", /^(?:@prismicio\/.+|prismic-javascript|gatsby-source-prismic.*)$/],
  ["Strapi", /^(?:@strapi\/(?:client|strapi)|strapi-sdk-js|@nuxtjs\/strapi|gatsby-source-strapi)$/],
  ["DatoCMS", /^(?:@datocms\/.+|datocms-.+|react-datocms|gatsby-source-datocms)$/],
  ["Storyblok", /^(?:@storyblok\/.+|storyblok-js-client|gatsby-source-storyblok)$/],
  ["Hygraph", /^(?:@hygraph\/.+|gatsby-source-graphcms)$/],
  ["Directus", /^@directus\/sdk$/],
  ["Kontent.ai", /^@kontent-ai\/.+$/],
  ["Contentstack", /^(?:contentstack|@contentstack\/.+)$/],
  ["ButterCMS", /^buttercms$/],
  ["Cosmic", /^(?:cosmicjs|@cosmicjs\/sdk)$/],
  ["Newt", /^newt-client-js$/],
  ["Payload", /^(?:payload|@payloadcms\/.+)$/],
  ["a service with GraphQL", /^graphql-request$/], // Hygraph, WordPress and others
];

/** Finds the service with the texts of a site by the packages that its code uses. */
export function findContentService(folder: SiteFolder): ContentService | undefined {
  const manifests = folder.paths.filter((path) => baseName(path) === "package.json").toSorted((a, b) => a.length - b.length);
  for (const path of manifests) {
    const { dependencies, devDependencies } = readJson(folder, path);
    const packages = Object.keys({ ...tableOf(dependencies), ...tableOf(devDependencies) });
    for (const [name, expression] of services) {
      const found = packages.find((each) => expression.test(each));
      if (found !== undefined) return { name, sign: `${found} in ${path}` };
    }
  }
  return undefined;
}

/** Returns the way to import the texts of a service, a clause. */
export function adviseExport({ name, sign }: ContentService): string {
  const place = exports[name];
  const way =
    place === undefined
      ? "export them as Markdown and import the folder, or import the feed of the site: npm run import -- https://YOUR-SITE/feed.xml"
      : `import the file of ${place}: npm run import -- FILE`;
  return `the texts seem to be in ${name} (${sign}); ${way}`;
}

const exports: Readonly<Record<string, string>> = { WordPress: "Tools → Export", Ghost: "Settings → Export" };
