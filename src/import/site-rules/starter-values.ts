import { withoutWww } from "../../base/short-address.ts";
import type { OldSettings } from "./old-site.ts";

// Values that the starters of generators and their themes contain, in lower case and without signs. Their authors ask to replace them.
const titles = [
  "my site", // Docusaurus
  "my awesome project", // VitePress
  "my awesome title", // Jekyll
  "your awesome title",
  "quartz 4",
  "quartz 4.0",
  "my new hugo site",
  "hexo",
  "gatsby starter blog",
  "astro blog",
  "eleventy base blog",
  "eleventy base blog v8",
  "eleventy base blog v9",
  "blog title", // of its feed
  "hello vuepress",
  "next.js starter blog",
  "demo site", // Nikola
  "my docs", // MkDocs
  "your title",
  "your site title",
  "my website",
];
const descriptions = [
  "dinosaurs are cool", // Docusaurus
  "a vitepress site",
  "just playing around", // VuePress
  "a starter blog demonstrating what gatsby can do.",
  "welcome to my website!", // Astro
  "i am writing about my experiences as a naval navel-gazer.", // Eleventy
  "this is a longer description.",
  "this is a longer description about your blog.",
  "this is a demo site for nikola.",
  "a blog created with next.js and tailwind.css",
];
const descriptionStart = "write an awesome description for your new site here"; // Jekyll
const authors = ["your name here", "your name", "your full name", "your_full_name", "you r. name", "author name", "john doe", "jane doe"];
// Their authors have sites of their own, so a name counts only with another value of a starter.
const starterAuthors = ["kyle mathews", "tails azimuth", "sat naing"]; // Gatsby, Next, AstroPaper
const hosts = [
  "gatsby-starter-blog-demo.netlify.com",
  "gatsby-starter-blog-demo.netlify.app",
  "your-docusaurus-test-site.com",
  "quartz.jzhao.xyz",
  "gatsbystarterblogsource.gatsbyjs.io",
  "tailwind-nextjs-starter-blog.vercel.app",
  "astro-paper.pages.dev",
  "username.github.io",
];
// `yoursite.com` (Hexo), `your-domain.tld`, `your-blog.netlify.app`
const yourHost = /^your-?(?:domain|web-?site|site|blog|name|user-?name|project)(?:-?here)?\./;
// No site has these names (RFC 2606, 2 and 3; RFC 6761, 6.4), except that tutorials call a site of one's own `lab.example`.
const reserved = /(?:^|\.)(?:example\.(?:com|net|org)|test|invalid|tld)$/;

/** Returns the settings that are values of a starter, which the owner has not replaced, such as the title `My Site`. */
export function starterValues({ author, description, title, url }: OldSettings): OldSettings {
  const others = {
    ...(isIn(titles, title) && { title }),
    ...((isIn(descriptions, description) || plain(description).startsWith(descriptionStart)) && { description }),
    ...(isOfStarter(withoutWww(URL.parse(url ?? "")?.hostname ?? "")) && { url }),
  };
  const isStarter = isIn(authors, author?.name) || (Object.keys(others).length > 0 && isIn(starterAuthors, author?.name));
  return { ...others, ...(isStarter && { author }) };
}

/** Returns whether an address of an author is that of a starter, such as `joe@demo.site` (Nikola). */
export function isStarterEmail(email: string): boolean {
  const [name = "", host = ""] = email.toLowerCase().split("@");
  return isOfStarter(host) || /^(?:demo\.site|domain\.com)$/.test(host) || /^your?[-_.]?(?:name|user|e?-?mail|address)/.test(name);
}

function isOfStarter(host: string): boolean {
  return hosts.includes(host) || yourHost.test(host) || reserved.test(host);
}

function isIn(values: readonly string[], value: string | undefined): boolean {
  return value !== undefined && values.includes(plain(value));
}

// Quartz's title begins with a plant.
function plain(value = ""): string {
  return value
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .trim()
    .toLowerCase();
}
