import { defineConfig } from "astro/config";

export default defineConfig({
  site: "https://news.example",
  cacheDir: "./.cache", // Astro keeps what it made of the Markdown here from one build to the next
  markdown: { syntaxHighlight: false }, // nobody else colours code
  compressHTML: false,
});
