import { feedPlugin } from "@11ty/eleventy-plugin-rss";

export default function configure(config) {
  config.setQuietMode(true);
  config.setUseGitIgnore(false);
  config.addPassthroughCopy("images");
  config.addPlugin(feedPlugin, {
    type: "rss",
    outputPath: "/rss.xml",
    collection: { name: "articles", limit: 20 },
    metadata: {
      language: "en",
      title: "The Harbour Gazette",
      subtitle: "News and notes from the edge of the sea",
      base: "https://news.example/",
      author: { name: "The Gazette desk" },
    },
  });
  config.addCollection("articles", (collections) => collections.getFilteredByGlob("articles/*.md"));
}

export const config = {
  dir: { input: ".", output: "_site", includes: "_includes", layouts: "_includes" },
  templateFormats: ["md", "njk"], // the plugin makes the feed with Nunjucks
  markdownTemplateEngine: false, // Markdown is Markdown: nothing looks for Liquid in it
};
