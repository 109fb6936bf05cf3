import { getCollection } from "astro:content";
import rss from "@astrojs/rss";

export async function GET({ site }) {
  const articles = await getCollection("articles");
  const newest = articles.sort((a, b) => new Date(b.data.date) - new Date(a.data.date)).slice(0, 20);
  return rss({
    title: "The Harbour Gazette",
    description: "News and notes from the edge of the sea",
    site,
    items: newest.map(({ data, id, rendered }) => ({
      title: data.title,
      link: `/articles/${id}/`,
      pubDate: new Date(data.date),
      description: data.summary,
      categories: data.tags,
      content: rendered.html, // made already, for the page
    })),
  });
}
