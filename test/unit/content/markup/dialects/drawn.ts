import { compileAll, someMedia } from "../../sample.ts";

/** Compiles a text as Markdown or MDX, next to two other articles. Returns its content on one line. */
export async function drawn(text: string, markup = "md", language = "en"): Promise<string> {
  const { entries } = await compileAll(
    {
      [`2024-11-06-moon.${markup}`]: `---\nlanguage: ${language}\ntitle: Moon\n---\n${text}`,
      "notes/2024-11-05-tide-pool.md": "# Tide pool\n\n## Low water\n\nText",
      "2024-11-04-sea.md": "# Sea\n\nText",
    },
    { media: someMedia },
  );
  const content = entries.find(({ title }) => title === "Moon")?.content ?? "";
  return content.replace(/\n+/g, "").replaceAll("https://example.com/articles/", "/");
}
