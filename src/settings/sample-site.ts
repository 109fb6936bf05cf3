/** The settings of the sample site, which must not appear on anyone else's. */
export const sampleSettings: Readonly<Record<string, unknown>> = {
  title: "Broadsheet",
  description: "News and notes on publishing a folder of articles as feeds.",
  url: "",
  language: "en",
  timezone: "UTC",
  author: { name: "The Broadsheet desk" },
};

/** The articles of the sample site, and the SHA-256 of their content. */
export const sampleArticles: Readonly<Record<string, string>> = {
  "2024-11-06-harris-concedes.txt": "f1b326ba134c362dca7f40153b8e28d94b4cf5acc5bc4d69a7b6eef9768dd598",
  "2025-03-21-polite-polling.html": "d1b8a6273d8c50e20bca5dd40c894d04dcb20d2473e47243663cb55ea275ef22",
  "2025-04-02-qari-al-khulasat.md": "f4f35dd4ee223acc5a2d4290cb75c1b4096b738d47524efc1f46f45ca03bc1bf",
  "2025-04-16-how-a-feed-is-made": "2b5f40b11f90c1916179fdfd3172d07f3738ed96a78337f4b03673fd04d3d5ea",
  "2025-05-05-notes-for-the-next-issue.md": "43e58550e92d7b94f5640aff93a91aa141e25ff57c67a19e21c63e83034356df",
  "writing-articles.md": "2462fe4f28becc9d364f672ca6f4f4e0a5d2b857f48c895b714d95e43bcf5ab4",
};
