/** A subject of advice, which several checks share. */
export type Topic =
  /** The address of the site and of the feed. */
  | "address"
  /** Names and e-mail addresses. */
  | "author"
  /** The headers that matter to browsers and to web applications. */
  | "browser headers"
  /** The characters `]]>` in a text, which end the CDATA section around it. */
  | "CDATA end"
  /** A character that an editor does not show. */
  | "character"
  /** The HTML of an entry. */
  | "content"
  /** A character that was decoded wrongly before the feed was written. */
  | "damaged character"
  /** The date of an entry. */
  | "date"
  /** The way in which dates are written. */
  | "date form"
  | "enclosure"
  /** The selection of entries. */
  | "entries"
  | "entry title"
  /** The headers of the response that have no topic of their own. */
  | "headers"
  /** The identifiers of entries. */
  | "ids"
  /** The image of an RSS channel. */
  | "image"
  | "language"
  /** A date of the last change that is missing, or that the server ignores. */
  | "last modified"
  /** The number of entries. */
  | "length"
  /** The attribute title of links. */
  | "link title"
  /** A link such as `#fn:1` to a place of the same page. */
  | "same page"
  /** An attribute of a picture that runs a script: onerror, onload. */
  | "picture event"
  /** A style attribute that readers drop. */
  | "style"
  /** SVG within the HTML of an entry. */
  | "svg"
  /** Addresses in the content. */
  | "links"
  /** A cookie, and the headers that a session of PHP sends with it. */
  | "session"
  /** A date that is empty, or that of the year 0. */
  | "missing date"
  /** The header Content-Type. */
  | "media type"
  /** Titles and other texts without HTML. */
  | "plain text"
  /** The elements of podcasts. */
  | "podcast"
  | "redirects"
  /** The validators, and how the server responds to special requests. */
  | "requests"
  | "robots.txt"
  /** The number of self links: none, or several. */
  | "self link"
  /** The title and the description of the site. */
  | "title"
  /** The time of an entry that another entry has, too. */
  | "same time"
  /** A document that differs with every request. */
  | "changing document"
  /** A response without a header that says how long it is fresh. */
  | "lifetime"
  /** A value that an author, a setting or the template may have written. */
  | "value"
  /** Everything in the document that only the system or the template writes. */
  | "template";
