/** A valid value of each setting, for messages. The names of tables are part of the keys. */
export const settingExamples: Readonly<Record<string, unknown>> = {
  title: "My site",
  description: "News and notes",
  url: "https://example.com",
  language: "en",
  timezone: "Europe/Berlin",
  author: { name: "Ada" },
  "author.name": "Ada",
  "author.url": "https://example.com/ada",
  "author.email": "ada@example.com",
  permalink: "/articles/:slug",
  idBase: "https://example.com",
  ids: "addresses",
  limit: 20,
  maxAge: 3600,
  icon: "icon.png",
  favicon: "favicon.png",
  copyright: "© Ada",
  hub: "https://hub.example.com",
  gzip: true,
  redirects: { "/old": "/new" },
  slugs: { "C#": "c-sharp" },
  selections: { "categories/links": { listed: false } },
  podcast: { category: "Technology", email: "ada@example.com" },
  "podcast.category": "Technology",
  "podcast.explicit": false,
  "podcast.type": "episodic",
  "podcast.email": "ada@example.com",
};

/** Valid values in tables whose keys the author chooses, each of which is `*` here. */
export const entryExamples: Readonly<Record<string, unknown>> = {
  "redirects.*": "/new",
  "slugs.*": "c-sharp",
  "selections.*": { listed: false },
  "selections.*.listed": false,
};
