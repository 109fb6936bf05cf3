import type { Topic } from "./topics.ts";

/** A system that writes feeds: the text by which it is recognized, and sentences without their full stops. */
export interface KnownSystem {
  readonly sign: RegExp;
  readonly advice: Readonly<Partial<Record<Topic, string>>>;
}

const hosted = (name: string) => {
  const sentence = `${name} writes and sends the feed, and its authors cannot change how; report it to the support of ${name}`;
  return { headers: sentence, "media type": sentence, template: sentence };
};

/** The known publishing systems, with the places of their settings. */
export const knownSystems: Readonly<Record<string, KnownSystem>> = {
  WordPress: {
    sign: /wordpress/i,
    advice: {
      address: "Settings → General: WordPress Address and Site Address have to be the public address, with https",
      date: "Look at the publication date of the post in the editor, and at Settings → General → Timezone",
      headers: "WordPress itself sends validators for feeds and answers 304: look at plugins for caching, and at the web server",
      "media type": "WordPress itself sends application/rss+xml: look at plugins, and at the web server",
      language: "Settings → General → Site Language",
      length: "Settings → Reading: lower the number at Syndication feeds show the most recent",
      links: "Write full addresses in posts: WordPress does not complete them in feeds",
      title: "Settings → General: Site Title and Tagline",
      template: "A plugin or the theme changes the feed if WordPress did not write this: deactivate them one after the other to find it",
    },
  },
  Hugo: {
    sign: /\bhugo\b|gohugo/i,
    advice: {
      address: "Set baseURL in hugo.toml to the public address",
      author: "Set name and email under [params.author] in hugo.toml",
      date: "Set date in the front matter of the page",
      guid: 'Write <guid>{{ .Permalink }}</guid> in layouts/, and set baseURL; or <guid isPermaLink="false">{{ .Params.id }}</guid> for another id',
      length: "Set limit under [services.rss] in hugo.toml",
      title: "Set title in hugo.toml, and in the front matter of the page",
      template: "Change the RSS template in layouts/; without one, copy Hugo's own to layouts/_default/rss.xml first",
    },
  },
  Jekyll: {
    sign: /jekyll/i,
    advice: {
      address: "Set url and baseurl in _config.yml, and build with JEKYLL_ENV=production: jekyll serve writes localhost",
      author: "Set author in _config.yml, or in the front matter of the post",
      date: "Set date in the front matter of the post, or correct the date in its file name",
      language: "Set lang in _config.yml",
      length: "Set posts_limit under feed in _config.yml",
      links: "Write addresses with the filter absolute_url: {{ '/a.png' | absolute_url }}",
      title: "Set title and description in _config.yml",
    },
  },
  Ghost: {
    sign: /^ghost\b/i,
    advice: {
      address: "Set url in config.production.json to the public address, with https, and restart Ghost",
      title: "Settings → General → Title & description",
      template: "Ghost writes the feed at /rss/; routes.yaml can replace it by a template of the theme",
    },
  },
  Eleventy: {
    sign: /eleventy|11ty/i,
    advice: {
      address: "Set metadata.base of feedPlugin in the configuration to the public address",
      author: "Set metadata.author of feedPlugin in the configuration",
      date: "Set date in the front matter of the page",
      language: "Set metadata.language of feedPlugin in the configuration",
      length: "Set collection.limit of feedPlugin in the configuration",
      links: "Use the HTML <base> plugin, which makes addresses in feeds absolute",
      title: "Set metadata.title and metadata.subtitle of feedPlugin in the configuration",
    },
  },
  Astro: {
    sign: /^astro\b/i,
    advice: {
      address: "Set site in astro.config.mjs; write the self link in customData of rss(), with its namespace in xmlns",
      date: "Set pubDate of each item of rss()",
      language: "Write <language>en</language> in customData of rss()",
      length: "Give fewer items to rss(): items.slice(0, 20)",
      title: "Set title and description of rss()",
    },
  },
  Hexo: {
    sign: /hexo/i,
    advice: {
      address: "Set url in _config.yml to the public address",
      author: "Set author in _config.yml",
      date: "Set date in the front matter of the post",
      language: "Set language in _config.yml",
      length: "Set limit under feed in _config.yml",
      title: "Set title and description in _config.yml",
    },
  },
  Pelican: {
    sign: /pelican/i,
    advice: {
      address: "Set SITEURL and FEED_DOMAIN in publishconf.py",
      author: "Set AUTHOR in pelicanconf.py",
      date: "Set Date in the metadata of the article",
      length: "Set FEED_MAX_ITEMS in pelicanconf.py",
      links: "Set RELATIVE_URLS = False in publishconf.py",
      title: "Set SITENAME in pelicanconf.py",
    },
  },
  Zola: {
    sign: /\bzola\b|getzola/i,
    advice: {
      address: "Set base_url in config.toml to the public address",
      date: "Set date in the front matter of the page",
      language: "Set default_language in config.toml",
      length: "Set feed_limit in config.toml",
      title: "Set title and description in config.toml",
      template: "Copy Zola's own atom.xml or rss.xml to templates/, and change it there",
    },
  },
  Drupal: {
    sign: /drupal/i,
    advice: {
      length: "Structure → Views: edit the feed display, and set Items to display",
      title: "Configuration → Basic site settings: Site name and Slogan",
    },
  },
  Blogger: {
    sign: /blogger/i,
    advice: {
      ...hosted("Blogger"),
      date: "Look at Published on in the settings of the post",
      length: "Add max-results to the address: /feeds/posts/default?max-results=25",
      title: "Settings → Basic: Title and Description",
    },
  },
  Substack: { sign: /substack/i, advice: hosted("Substack") },
  Medium: { sign: /^medium\b/i, advice: hosted("Medium") },
  Squarespace: { sign: /squarespace/i, advice: hosted("Squarespace") },
};
