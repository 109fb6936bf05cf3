const sentences = [
  "Nobody says a word while the moon is rising over the sea.",
  "The ferry was late, and the dog did not mind.",
  "What is left of the wall is a path for sheep & one for people.",
  "Zwölf Boxkämpfer jagen Viktor quer über den Sylter Deich. 🐟",
  "`if (a < b && c > d) { return a[b[0]]; }` is all that there is to it.",
];

/** Articles of several years: enough for an archive, with all kinds of categories and authors. */
export function sampleArticles(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const day = new Date(Date.UTC(2020, 0, 1 + index * 7)).toISOString().slice(0, 10);
      const terms = `tags: [${["Sea", "Moon", "R&D", "日本語"][index % 4]}]\nlang: ${index % 3 === 0 ? "de" : "en"}\nauthor: ${index % 2 === 0 ? "Ada" : "Böb"}`;
      const paragraphs = Array.from({ length: 20 }, (_, line) => sentences.map((_, at) => sentences[(at + line + index) % 5]).join(" "));
      return [`${day}-e${index}.md`, `---\n${terms}\n---\n# About ${index}\n\n${paragraphs.join("\n\n")}\n`];
    }),
  );
}
