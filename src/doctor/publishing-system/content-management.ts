import type { KnownSystem } from "./known-system.ts";

const inWordPress = "deactivate plugins and the theme one after the other to find the one that changes it";
const inGhost = "correct the template of the theme that routes.yaml names for this feed";
const ofGhost = "Look at the web server or the proxy in front of Ghost; on Ghost(Pro), report it to the support";

/** The systems that write a feed when a reader asks for it. */
export const contentManagement: Readonly<Record<string, KnownSystem>> = {
  WordPress: {
    sign: /wordpress/i,
    advice: {
      address: "Settings → General: WordPress Address and Site Address have to be the public address, with https",
      author: `WordPress itself writes only names, in dc:creator or in Atom's author: ${inWordPress}`,
      content: "Look at Custom HTML and embed blocks of the post; plugins add scripts, frames and styles, too",
      date: "Look at the publication date of the post in the editor, and at Settings → General → Timezone",
      "date form": `WordPress itself writes correct dates: ${inWordPress}`,
      enclosure: "Correct the custom field enclosure of the post: address, length and type in three lines; or look at the podcast plugin",
      entries: "Posts → All Posts: the feed has those that are published and not private",
      headers: "WordPress itself sends validators for feeds and answers 304: look at plugins for caching, and at the web server",
      ids: `WordPress itself writes one guid for each post, with isPermaLink="false": ${inWordPress}`,
      image: "Settings → General → Site Icon",
      language: "Settings → General → Site Language",
      length: "Settings → Reading: lower the number at Syndication feeds show the most recent",
      links: "Write full addresses in posts: WordPress does not complete them in feeds",
      "media type": "WordPress itself sends application/rss+xml: look at plugins, and at the web server",
      "plain text": "Write the title of the post, Site Title and Tagline without tags and codes such as &amp;",
      redirects: "Look at plugins for redirects and SEO, at both addresses in Settings → General, and at the web server",
      "robots.txt": "Settings → Reading → Search engine visibility; or look at the robots.txt of an SEO plugin",
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
      headers: ofGhost,
      ids: `Ghost's own feed has the id of each post: ${inGhost}`,
      image: "The image of Ghost's own feed is the publication icon: upload another in the design settings",
      language: `Ghost's own feed has no <language>: ${inGhost}`,
      links: "Write full addresses in HTML and Markdown cards of the post",
      "media type": ofGhost,
      "plain text": "Write the title of the post, and that of the site, without tags and codes such as &amp;",
      redirects: "Settings → Labs or Advanced → Redirects: look at the file of redirects that was uploaded",
      "robots.txt": "Put robots.txt into the folder of the theme",
      "self link": `Ghost's own feed has one self link: ${inGhost}`,
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
      headers: "Configuration → Performance: Browser and proxy cache maximum age; the module Internal Page Cache answers 304",
      ids: "Structure → Views: edit the feed display; with Fields, look at GUID field and GUID is permalink",
      language: "Configuration → Regional and language → Languages",
      length: "Structure → Views: edit the feed display, and set Items to display",
      links: "Drupal completes addresses that begin with /, and no others: write a full address, or one with /",
      "media type": "Drupal itself sends application/rss+xml: look at modules, and at the web server",
      "plain text": "Write the title of the content without tags and codes such as &amp;",
      "self link": "Drupal's own template writes no self link: add <atom:link> to a copy of views-view-rss.html.twig in the theme",
      template: "Structure → Views: edit the feed display; or copy views-view-rss.html.twig or views-view-row-rss.html.twig to the theme",
      title: "Configuration → Basic site settings: Site name and Slogan",
    },
  },
};
