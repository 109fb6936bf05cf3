const address = "https://example.com";

/** The right form of each field of JSON Feed 1.1. */
const values: Readonly<Record<string, unknown>> = {
  title: "Tea notes",
  home_page_url: `${address}/`,
  feed_url: `${address}/feed.json`,
  description: "Notes about tea",
  next_url: `${address}/feed-2.json`,
  icon: `${address}/icon.png`,
  favicon: `${address}/favicon.ico`,
  author: { name: "Ada" },
  authors: [{ name: "Ada" }],
  avatar: `${address}/ada.png`,
  name: "Ada",
  language: "en",
  expired: true,
  hubs: [{ type: "WebSub", url: `${address}/hub` }],
  items: [{ id: `${address}/tea`, url: `${address}/tea`, content_html: "<p>Tea</p>" }],
  id: `${address}/tea`,
  url: `${address}/tea`,
  external_url: `${address}/tea`,
  content_html: "<p>Tea</p>",
  content_text: "Tea",
  summary: "About tea",
  image: `${address}/tea.png`,
  banner_image: `${address}/tea.png`,
  tags: ["tea", "water"],
  attachments: [{ url: `${address}/tea.mp3`, mime_type: "audio/mpeg" }],
  mime_type: "audio/mpeg",
  size_in_bytes: 1024,
  duration_in_seconds: 90,
};

/** Returns an example of a field of JSON Feed, such as `"language": "en"`; undefined for an unknown field. */
export function exampleOf(field: string): string | undefined {
  if (!Object.hasOwn(values, field)) return undefined;
  const lines = JSON.stringify(values[field], null, 1).split("\n");
  const value = lines.map((line) => line.trim()).join(" ");
  return `${JSON.stringify(field)}: ${value}`;
}
