import source from "bench-feed";
import { generateAtomFeed, generateJsonFeed, generateRssFeed } from "feedsmith";
import { renderingWorker } from "../rendering-worker.ts";

const { authors, description, home_page_url: link, icon, items, language, title } = source;
const people = (list: typeof authors) => list.map(({ name, url }) => ({ name, ...(url !== undefined && { uri: url }) }));

const rss = () =>
  generateRssFeed({
    title,
    link,
    description,
    language,
    lastBuildDate: new Date(items[0]?.date_modified ?? 0),
    image: { url: icon, title, link },
    items: items.map((item) => ({
      title: item.title,
      link: item.url,
      description: item.summary,
      content: { encoded: item.content_html },
      categories: item.tags.map((name) => ({ name })),
      guid: { value: item.id, isPermaLink: false },
      pubDate: new Date(item.date_published),
      dc: { creators: item.authors.map(({ name }) => name) },
    })),
  });

const atom = () =>
  generateAtomFeed({
    id: link,
    title: { value: title },
    subtitle: { value: description },
    updated: new Date(items[0]?.date_modified ?? 0),
    authors: people(authors),
    icon,
    links: [{ href: link }, { href: `${link}atom.xml`, rel: "self" }],
    entries: items.map((item) => ({
      id: item.id,
      title: { value: item.title },
      links: [{ href: item.url }],
      published: new Date(item.date_published),
      updated: new Date(item.date_modified),
      summary: { value: item.summary },
      content: { value: item.content_html, type: "html" },
      authors: people(item.authors),
      categories: item.tags.map((term) => ({ term })),
    })),
  });

const json = () =>
  generateJsonFeed({
    title,
    home_page_url: link,
    feed_url: `${link}feed.json`,
    description,
    icon,
    language,
    authors: [...authors],
    items: items.map((item) => ({
      ...item,
      authors: [...item.authors],
      tags: [...item.tags],
      date_published: new Date(item.date_published),
      date_modified: new Date(item.date_modified),
    })),
  });

export default renderingWorker({
  "/rss.xml": { contentType: "application/rss+xml; charset=utf-8", render: rss },
  "/atom.xml": { contentType: "application/atom+xml; charset=utf-8", render: atom },
  "/feed.json": { contentType: "application/feed+json", render: () => JSON.stringify(json()) },
});
