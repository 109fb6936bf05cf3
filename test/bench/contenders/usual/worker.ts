import source from "bench-feed";
import { Feed } from "feed";
import { renderingWorker } from "../rendering-worker.ts";

function feed(): Feed {
  const { authors, description, favicon, home_page_url: link, icon, items, language, title } = source;
  const made = new Feed({
    id: link,
    link,
    title,
    description,
    language,
    image: icon,
    favicon,
    copyright: "",
    updated: new Date(items[0]?.date_modified ?? 0),
    ...(authors[0] && { author: { name: authors[0].name, ...(authors[0].url !== undefined && { link: authors[0].url }) } }),
    feedLinks: { rss: `${link}rss.xml`, atom: `${link}atom.xml`, json: `${link}feed.json` },
  });
  for (const item of items) {
    made.addItem({
      id: item.id,
      link: item.url,
      title: item.title,
      description: item.summary,
      content: item.content_html,
      date: new Date(item.date_modified),
      published: new Date(item.date_published),
      author: item.authors.map(({ name, url }) => ({ name, ...(url !== undefined && { link: url }) })),
      category: item.tags.map((name) => ({ name, term: name })),
    });
  }
  return made;
}

export default renderingWorker({
  "/rss.xml": { contentType: "application/rss+xml; charset=utf-8", render: () => feed().rss2() },
  "/atom.xml": { contentType: "application/atom+xml; charset=utf-8", render: () => feed().atom1() },
  "/feed.json": { contentType: "application/feed+json", render: () => feed().json1() },
});
