import type { KnownSystem } from "./known-system.ts";

const ofHugo = "the RSS template in layouts/ or in the theme";
const plain = (title: string) => `Write ${title} without tags and codes such as &amp;`;

/** @param robots the path of the file that is published as /robots.txt */
const files = (name: string, robots: string) => {
  const sentence = `${name} only writes files: change it in the configuration of the web server or the hosting service`;
  return {
    "changing document": sentence,
    headers: sentence,
    "media type": sentence,
    redirects: sentence,
    "robots.txt": `Correct ${robots}`,
  };
};

const ownLanguage = `a template of the site's own has to write it, as <language>en</language> or as xml:lang="en" in Atom`;

/** The systems that write a feed as a file. */
export const staticGenerators: Readonly<Record<string, KnownSystem>> = {
  Hugo: {
    sign: /\bhugo\b|gohugo/i,
    advice: {
      ...files("Hugo", "static/robots.txt, unless enableRobotsTXT is set: then layouts/robots.txt"),
      address: "Set baseURL in hugo.toml to the public address",
      author: "Set name and email under [params.author] in hugo.toml; a template of your own has to write them",
      content: "Look for raw HTML, shortcodes and render hooks in the page",
      date: "Set date in the front matter of the page",
      "date form": `Write {{ .PublishDate.Format "Mon, 02 Jan 2006 15:04:05 -0700" }} in ${ofHugo}; for Atom, "2006-01-02T15:04:05Z07:00"`,
      enclosure: `Hugo's own template writes no <enclosure>: correct it in ${ofHugo}`,
      entries: "The feed has the pages of the site or the section that are no drafts, and not expired or in the future",
      "entry title": "Set title in the front matter of the page",
      ids: 'Write <guid>{{ .Permalink }}</guid> in layouts/, and set baseURL; or <guid isPermaLink="false">{{ .Params.id }}</guid> for another id',
      image: `Hugo's own template writes no <image>: correct it in ${ofHugo}`,
      language: `Set languageCode in hugo.toml, or locale since Hugo 0.158; ${ownLanguage}`,
      length: "Set limit under [services.rss] in hugo.toml",
      links:
        "Hugo completes addresses that begin with / in escaped HTML ({{ .Content | html }}), but not in CDATA; write others so, or .Permalink in a render hook",
      "plain text": `${plain("title in the front matter")}; in a template of your own, write {{ .Title | plainify }}`,
      "same time": "Write a time of day into date of the front matter, such as date: 2026-11-10T09:00:00Z",
      style:
        "Set noClasses = false under [markup.highlight] in hugo.toml: Hugo's highlighting of code writes styles; or look for raw HTML and shortcodes",
      "self link": `Hugo's own template writes one self link: correct ${ofHugo}, or delete it`,
      template:
        "Change the template of the feed in layouts/ or in the theme; without one, copy Hugo's own for RSS to layouts/_default/rss.xml first",
      title: "Set title in hugo.toml, and in the front matter of the page; a template of your own has to write <title> and <description>",
    },
  },
  Jekyll: {
    sign: /jekyll/i,
    advice: {
      ...files("Jekyll", "robots.txt next to _config.yml"),
      address: "Set url and baseurl in _config.yml, and build with JEKYLL_ENV=production: jekyll serve writes localhost",
      author: "Set author in _config.yml (author: Ada), or in the front matter of the post",
      "CDATA end":
        "Take ]]> out of the post, such as //<![CDATA[ and //]]> in a script; a template of your own can write {{ post.content | xml_escape }} without CDATA",
      content: "Look for raw HTML and includes in the post",
      date: "Set date in the front matter of the post, or correct the date in its file name",
      "date form": "jekyll-feed writes correct dates; in a template of your own, use date_to_rfc822 for RSS and date_to_xmlschema for Atom",
      enclosure: "jekyll-feed writes no <enclosure>: correct the template of your own",
      entries: "The feed has the posts in _posts/ whose date is not in the future",
      "entry title": "Set title in the front matter of the post",
      ids: "jekyll-feed writes the address of each post: set url in _config.yml; or correct the template of your own",
      image: "jekyll-feed writes no <image> for RSS: correct the template of your own",
      language: `Set lang in _config.yml for jekyll-feed; ${ownLanguage}`,
      "link title": "jekyll-feed itself escapes & twice in the title of a link, which readers do not show: nothing has to be done",
      length: "Set posts_limit under feed in _config.yml",
      links: "Write addresses with the filter absolute_url: {{ '/a.png' | absolute_url }}",
      "plain text": "Write titles without tags: jekyll-feed removes them; in a template of your own, use strip_html and xml_escape",
      "same time": "Write a time of day into date of the front matter, such as date: 2026-11-10 09:00:00 +0000",
      "self link": "jekyll-feed writes one self link; in a template of your own, its address is {{ page.url | absolute_url }}",
      template: "jekyll-feed writes the feed unless the site has a template of its own, such as feed.xml: correct that one, or delete it",
      title: "Set title and description in _config.yml",
    },
  },
  Eleventy: {
    sign: /eleventy|11ty/i,
    advice: {
      ...files("Eleventy", "robots.txt, which addPassthroughCopy() publishes"),
      address: "Set metadata.base of feedPlugin in the configuration to the public address",
      author: "Set metadata.author of feedPlugin in the configuration",
      content: "Look for raw HTML and shortcodes in the page",
      date: "Set date in the front matter of the page",
      "date form": "feedPlugin writes correct dates; in a template of your own, use dateToRfc822 for RSS and dateToRfc3339 for Atom",
      enclosure: "feedPlugin writes no <enclosure>: correct the template of your own",
      entries: "Set collection.name of feedPlugin in the configuration to a collection with pages",
      "entry title": "Set title in the front matter of the page",
      ids: "feedPlugin writes the address of each page: set metadata.base; or correct the template of your own",
      image: "feedPlugin writes no <image>: correct the template of your own",
      language: `Set metadata.language of feedPlugin in the configuration; ${ownLanguage}`,
      length: "Set collection.limit of feedPlugin in the configuration",
      links: "feedPlugin completes addresses; in a template of your own, use renderTransforms(post.data.page, metadata.base)",
      "plain text": plain("title in the front matter of the page, and metadata.title of feedPlugin"),
      "same time": "Write a time of day into date of the front matter, such as date: 2026-11-10T09:00:00Z",
      "self link":
        "feedPlugin writes one self link; in a template of your own, its address is {{ permalink | htmlBaseUrl(metadata.base) }}",
      template: "Correct the options of feedPlugin in the configuration, or the template of your own, such as feed.njk",
      title: "Set metadata.title and metadata.subtitle of feedPlugin in the configuration",
    },
  },
  Astro: {
    sign: /^astro\b/i,
    advice: {
      ...files("Astro, without rendering on demand,", "public/robots.txt"),
      address: "Set site in astro.config.mjs; write the self link in customData of rss(), with its namespace in xmlns",
      author:
        'Set author of items to mail@example.com (Name); or write <dc:creator> in customData, with xmlns: { dc: "http://purl.org/dc/elements/1.1/" } in rss()',
      content: "Clean the HTML, for example with sanitize-html, before you give it to rss() as content of an item",
      date: "Set pubDate of each item of rss()",
      "date form": "rss() writes correct dates of pubDate: look at customData, or at the endpoint of your own",
      enclosure: "Set url, length and type in enclosure of the item of rss()",
      entries: "Give posts to rss() as items: perhaps the query for them finds none",
      "entry title": "Set title of each item of rss()",
      ids: "rss() writes link of each item as its guid: set site in astro.config.mjs, and give each item its own link",
      image: "Correct <image> in customData of rss()",
      language: "Write <language>en</language> in customData of rss()",
      length: "Give fewer items to rss(): items.slice(0, 20)",
      links: "Make addresses absolute before you give the HTML to rss() as content of an item",
      "plain text": plain("title of rss() and of its items"),
      "same time": "Write a time of day into the date of which pubDate of the item is made",
      "self link": 'Write <atom:link> in customData of rss(), with xmlns: { atom: "http://www.w3.org/2005/Atom" }',
      template: "Correct the endpoint that calls rss(), such as src/pages/rss.xml.js",
      title: "Set title and description of rss()",
    },
  },
  Hexo: {
    sign: /hexo/i,
    advice: {
      ...files("Hexo", "source/robots.txt"),
      address: "Set url in _config.yml to the public address",
      author: "Set author and email in _config.yml",
      content: "Look for raw HTML and tag plugins in the post",
      date: "Set date in the front matter of the post",
      "date form": "hexo-generator-feed writes correct dates: correct the template that feed.template in _config.yml names",
      enclosure:
        "hexo-generator-feed writes image of the front matter without a length: remove it, or correct a copy named in feed.template",
      entries: "The feed has the posts in source/_posts/ that are published",
      "entry title": "Set title in the front matter of the post",
      ids: "hexo-generator-feed writes the address of each post: set url and permalink in _config.yml",
      image: "Set icon under feed in _config.yml",
      language: "hexo-generator-feed writes no language: write it in a copy of its template, which feed.template in _config.yml names",
      length: "Set limit under feed in _config.yml",
      links: "Write full addresses in posts, and set relative_link: false in _config.yml",
      "plain text": plain("title in the front matter of the post, and in _config.yml,"),
      "same time":
        "Write date and updated with a time of day into the front matter (2026-11-10 09:00:00): without updated, Hexo takes the time of the file",
      "self link": "hexo-generator-feed writes one self link: correct the template that feed.template in _config.yml names",
      template: "Correct a copy of the template of hexo-generator-feed, and name it in feed.template in _config.yml",
      title: "Set title and description in _config.yml",
    },
  },
  Pelican: {
    sign: /pelican/i,
    advice: {
      ...files("Pelican", "the file that EXTRA_PATH_METADATA publishes as robots.txt"),
      address: "Set SITEURL and FEED_DOMAIN in publishconf.py",
      author: "Set AUTHOR in pelicanconf.py",
      content: "Look for raw HTML in the article, and for plugins that add scripts, frames or styles",
      date: "Set Date in the metadata of the article",
      entries: "The feed has the articles whose Status is published",
      "entry title": "Set Title in the metadata of the article",
      ids: "Pelican makes ids of SITEURL, the date and the address of the article: set SITEURL in publishconf.py",
      language: "Pelican writes no language into feeds, and no setting adds it: nothing has to be done",
      length: "Set FEED_MAX_ITEMS in pelicanconf.py",
      links: "Set RELATIVE_URLS = False in publishconf.py",
      "plain text": plain("Title in the metadata of the article, and SITENAME,"),
      "same time": "Write a time of day into the metadata of the article: Date: 2026-11-10 09:00, and Modified if it has one",
      template: "Pelican writes feeds without a template: remove plugins from PLUGINS one after the other, and update Pelican",
      title: "Set SITENAME in pelicanconf.py",
    },
  },
  Zola: {
    sign: /\bzola\b|getzola/i,
    advice: {
      ...files("Zola", "static/robots.txt or templates/robots.txt"),
      address: "Set base_url in config.toml to the public address",
      author: "Set authors in the front matter of the page, or author in config.toml",
      content: "Look for raw HTML and shortcodes in the page",
      date: "Set date in the front matter of the page",
      "date form": 'Zola\'s own templates write correct dates: in templates/rss.xml, use date(format="%a, %d %b %Y %H:%M:%S %z")',
      enclosure: "Zola's own templates write no <enclosure>: correct templates/rss.xml",
      entries: "The feed has the pages with a date in the front matter that are no drafts",
      "entry title": "Set title in the front matter of the page",
      ids: "Zola's own templates write the address of each page: set base_url in config.toml, or correct your templates",
      image: "Zola's own templates write no <image>: correct templates/rss.xml",
      language: `Set default_language in config.toml; ${ownLanguage}`,
      length: "Set feed_limit in config.toml",
      links: "Write links to pages as @/posts/a.md, which Zola completes, and full addresses of pictures",
      "plain text": plain("title in the front matter of the page, and in config.toml,"),
      "same time": "Write a time of day into date or updated of the front matter, such as date = 2026-11-10T09:00:00Z",
      "self link":
        "Zola's own templates write one self link: in templates/rss.xml or templates/atom.xml, its address is {{ feed_url | safe }}",
      template: "Copy Zola's own atom.xml or rss.xml to templates/, and change it there",
      title: "Set title and description in config.toml",
    },
  },
};
