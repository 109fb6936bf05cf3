import { getRssString } from "@astrojs/rss";
import source from "bench-feed";
import { renderingWorker } from "../rendering-worker.ts";

const { description, home_page_url: site, items, language, title } = source;

const render = () =>
  getRssString({
    title,
    description,
    site,
    customData: `<language>${language}</language>`,
    items: items.map((item) => ({
      title: item.title,
      link: item.url,
      pubDate: new Date(item.date_published),
      description: item.summary,
      content: item.content_html,
      categories: [...item.tags],
      author: item.authors[0]?.name ?? "",
    })),
  });

export default renderingWorker({ "/rss.xml": { contentType: "application/rss+xml; charset=utf-8", render } });
