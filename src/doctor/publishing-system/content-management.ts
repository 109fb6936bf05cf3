import { dropped, type KnownSystem } from "./known-system.ts";

const inWordPress = "deactivate plugins and the theme one after the other to find the one that changes it";
const inGhost = "correct the template of the theme that routes.yaml names for this feed";
const onlyTag = (name: string) => `${name} itself sends no Last-Modified, and no setting adds it: most readers use the ETag`;
const ofGhost = "Look at the web server or the proxy in front of Ghost; on Ghost(Pro), report it to the support";

/** The systems that write a feed when a reader asks for it. */
export const contentManagement: Readonly<Record<string, KnownSystem>> = {
  WordPress: {
    sign: /wordpress/i,
    advice: {
      address: "Settings → General: WordPress Address and Site Address have to be the public address, with https",
      author: `WordPress itself writes only names, in dc:creator or in Atom's author: ${inWordPress}`,
      "browser headers": "Set it in the web server, or with a plugin for security headers: WordPress itself does not send it for feeds",
      content: "Look at Custom HTML and embed blocks of the post; plugins add scripts, frames and styles, too",
      date: "Look at the publication date of the post in the editor, and at Settings → General → Timezone",
      "date form": `WordPress itself writes correct dates: ${inWordPress}`,
      "missing date":
        "WordPress writes this for posts without a publication date in its database, such as imported ones: set the date of these posts again in the editor",
      enclosure: "Correct the custom field enclosure of the post: address, length and type in three lines; or look at the podcast plugin",
      entries: "Posts → All Posts: the feed has those that are published and not private",
      "entry title": "Give the post a title: WordPress publishes posts without one",
      headers: "WordPress itself sends validators for feeds and answers 304: look at plugins for caching, and at the web server",
      ids: `WordPress itself writes one guid for each post, with isPermaLink="false": ${inWordPress}`,
      image: "Settings → General → Site Icon",
      language:
        "WordPress's feed of comments has no <language>, and no setting adds it; that of its other feeds is Settings → General → Site Language",
      length: "Settings → Reading: lower the number at Syndication feeds show the most recent",
      lifetime:
        "WordPress itself sends no Cache-Control for feeds: add it in the web server, with a plugin for caching, or with the filter wp_headers",
      links: "Write full addresses in posts: WordPress does not complete them in feeds",
      "media type": "WordPress itself sends application/rss+xml: look at plugins, and at the web server",
      "plain text": "Write the title of the post, Site Title and Tagline without tags and codes such as &amp;",
      podcast: "Look at the settings of the podcast plugin (in Seriously Simple Podcasting: Settings → Feed details), and at the episode",
      redirects: "Look at plugins for redirects and SEO, at both addresses in Settings → General, and at the web server",
      "robots.txt":
        "WordPress itself does not forbid feeds: look at a file robots.txt in the folder of the site, or at the editor of an SEO plugin (Yoast, Rank Math, AIOSEO)",
      style: `WordPress itself writes styles for emoji, colours and columns, ${dropped}; otherwise look at Custom HTML blocks`,
      svg: `Blocks such as Social Icons, and Expand on click of pictures, write SVG, ${dropped}; otherwise look at Custom HTML blocks`,
      session: `WordPress itself sets no cookie and starts no session for feeds: ${inWordPress.replace("changes it", "does")}`,
      "same time":
        "The times are those of the last edits, which imports and bulk edits make equal: open one of the posts in the editor, and update it",
      "self link": `WordPress itself writes one self link: ${inWordPress}`,
      template: "A plugin or the theme changes the feed if WordPress did not write this: deactivate them one after the other to find it",
      title: "Settings → General: Site Title and Tagline",
    },
  },
  Ghost: {
    sign: /^ghost\b/i,
    advice: {
      address: "Set url in config.production.json to the public address, with https, and restart Ghost",
      author: `Ghost's own feed has only names, in dc:creator: ${inGhost}`,
      content: "Look at HTML cards and embeds of the post",
      date: "Look at Publish date in the settings of the post",
      "date form": `Ghost's own feed has correct dates: ${inGhost}`,
      enclosure: `Ghost's own feed has no <enclosure>: ${inGhost}`,
      entries: "Posts → Published: the feed has these",
      "entry title": "Give the post a title in the editor",
      headers: ofGhost,
      ids: `Ghost's own feed has the id of each post: ${inGhost}`,
      image: "The image of Ghost's own feed is the publication icon: upload another in the design settings",
      language: `Ghost's own feed has no <language>: ${inGhost}`,
      "last modified": onlyTag("Ghost"),
      links: "Write full addresses in HTML and Markdown cards of the post",
      "media type": ofGhost,
      "picture event": `Ghost's own bookmark cards write onerror for their picture, ${dropped}; otherwise look at HTML cards`,
      "plain text": "Write the title of the post, and that of the site, without tags and codes such as &amp;",
      redirects: "Settings → Labs or Advanced → Redirects: look at the file of redirects that was uploaded",
      "robots.txt": "Put robots.txt into the folder of the theme",
      "same time": "Look at Publish date of the posts, which has a time, too: give one of them another time",
      "self link": `Ghost's own feed has one self link: ${inGhost}`,
      style: `Ghost's own cards, such as video and header, write styles, ${dropped}; otherwise look at HTML cards`,
      svg: `Ghost's own cards, such as video, audio, file, toggle and product, write SVG, ${dropped}; otherwise look at HTML cards`,
      template: "Ghost writes the feed at /rss/: report it to Ghost, or replace that feed with routes.yaml and a template of the theme",
      title: "Settings → General → Title & description",
    },
  },
  Drupal: {
    sign: /drupal/i,
    advice: {
      address: "Drupal takes the address from the request: behind a proxy, set reverse_proxy and reverse_proxy_addresses in settings.php",
      content: "Configuration → Text formats and editors: use Limit allowed HTML tags and correct faulty HTML",
      date: "Look at Authored on in the settings of the content",
      "date form": "Structure → Views: edit the feed display; with Fields, give the field of the publication date the custom date format r",
      enclosure: "Manage display of the content type: the format RSS enclosure of a file field writes address, length and type",
      entries: "Structure → Views: edit the feed display, and look at its filters",
      "entry title": "Give the content a title in its form",
      headers: "Configuration → Performance: Browser and proxy cache maximum age; the module Internal Page Cache answers 304",
      ids: "Structure → Views: edit the feed display; with Fields, look at GUID field and GUID is permalink",
      language: "Configuration → Regional and language → Languages",
      length: "Structure → Views: edit the feed display, and set Items to display",
      links:
        "Write full addresses: Drupal completes those that begin with / since version 8, and only in the description; before, the module Pathologic does",
      "media type": "Drupal itself sends application/rss+xml: look at modules, and at the web server",
      "plain text": "Write the title of the content without tags and codes such as &amp;",
      "robots.txt":
        "Correct the file robots.txt in the web root of Drupal; Composer replaces it with updates of the core if it is not excluded",
      "same time": "Look at Authored on of the content, which has a time, too: give one of them another time",
      "self link":
        'Drupal writes no self link: add <atom:link>, and xmlns:atom="http://www.w3.org/2005/Atom" on <rss>, to a copy of views-view-rss.html.twig',
      template:
        "Structure → Views: edit the feed display; or copy views-view-rss.html.twig or views-view-row-rss.html.twig to the theme (.tpl.php in Drupal 7)",
      title: "Configuration → Basic site settings: Site name and Slogan",
    },
  },
  Discourse: {
    sign: /^discourse\b/i,
    advice: {
      address: "Set DISCOURSE_HOSTNAME in app.yml to the public host and rebuild the container; and turn on the site setting force https",
      content: "Look at HTML, embeds and oneboxes of the first post of the topic",
      entries: "The feed has the newest topics that everybody can see: look at the permissions of the categories",
      headers: "Discourse itself sends the headers of feeds: look at the web server or the CDN in front of it",
      language: "Admin → Settings: default locale",
      "last modified": onlyTag("Discourse"),
      links: "Write full addresses in HTML of the post",
      "media type": "Discourse itself sends application/rss+xml: look at the web server or the CDN in front of it",
      "robots.txt": "Open /admin/customize/robots, and look at the site setting allow index in robots txt",
      "plain text": "Write the title of the topic without tags and codes such as &amp;",
      style: `Discourse itself writes styles for pictures and oneboxes, ${dropped}; otherwise look at HTML of the first post`,
      svg: `Discourse itself writes SVG for pictures, quotes and oneboxes, ${dropped}; otherwise look at HTML of the first post`,
      template:
        "Discourse writes the feed, and no setting changes how: update it, turn off plugins to find one that changes it, or report it",
      title: "Admin → Settings: title and site description",
    },
  },
  Mastodon: {
    sign: /^mastodon\b/i,
    advice: {
      address: "LOCAL_DOMAIN and WEB_DOMAIN in .env.production of the server have to be the public host",
      entries: "The feed has the public posts of the account, without replies and boosts",
      headers: "Mastodon itself sends the headers of feeds: look at nginx or the CDN in front of it",
      "last modified": onlyTag("Mastodon"),
      "media type": "Mastodon itself sends application/rss+xml: look at nginx or the CDN in front of it",
      template: "Mastodon writes the feed of an account, and no setting changes how: update the server, or report it to Mastodon",
      title: "Preferences → Public profile: Display name and Bio",
    },
  },
};
