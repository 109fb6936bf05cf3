import type { Schema } from "hast-util-sanitize";

const tagNames = `
  a abbr address article aside audio b bdi big blockquote br caption center cite code col colgroup dd del
  details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li
  mark nav ol p pre q rp rt ruby s samp section small source span strike strong sub summary sup table tbody td
  tfoot th thead time tr tt u ul var video wbr
`;

// Removed together with their content.
const strip = `
  applet base datalist embed frame frameset head iframe input link map math meta noembed noframes object param
  script select style svg template textarea title
`;

// WAI-ARIA 1.2 §6, as hast names them.
const aria = `
  ActiveDescendant Atomic AutoComplete BrailleLabel BrailleRoleDescription Busy Checked ColCount ColIndex ColSpan Controls Current
  DescribedBy Description Details Disabled ErrorMessage Expanded FlowTo HasPopup Hidden Invalid KeyShortcuts Label LabelledBy Level
  Live Modal MultiLine MultiSelectable Orientation Owns Placeholder PosInSet Pressed ReadOnly Relevant Required RoleDescription
  RowCount RowIndex RowSpan Selected SetSize Sort ValueMax ValueMin ValueNow ValueText
`;

/** The protocols of links that readers keep. */
export const linkedProtocols: readonly string[] = words("http https mailto tel sms xmpp irc ircs matrix magnet geo ftp gemini");

/**
 * The allowlist of elements and attributes: those that common feed readers keep, except what the W3C validator calls a security
 * risk (`on*`, and styles, of which it accepts only some). `main` is left out: a page has one of its own.
 */
export const sanitizeSchema: Schema = {
  tagNames: words(tagNames),
  strip: words(strip),
  attributes: {
    "*": ["id", "title", "lang", ["dir", "ltr", "rtl", "auto"], "role", ...words(aria).map((name) => `aria${name}`)],
    a: ["href", "hrefLang"],
    audio: ["src", "preload", "controls", "loop", "muted"],
    blockquote: ["cite"],
    code: [["className", /^language-./]],
    col: ["span"],
    colgroup: ["span"],
    del: ["cite", "dateTime"],
    details: ["open"],
    img: ["src", "alt", "width", "height"],
    ins: ["cite", "dateTime"],
    li: ["value"],
    ol: ["start", "reversed", "type"],
    q: ["cite"],
    source: ["src", "type"],
    td: ["align", "vAlign", "colSpan", "rowSpan", "headers"],
    th: ["align", "vAlign", "colSpan", "rowSpan", "headers", "scope", "abbr"],
    time: ["dateTime"],
    video: ["src", "poster", "width", "height", "preload", "controls", "loop", "muted", "playsInline"],
  },
  protocols: {
    cite: ["http", "https"],
    href: [...linkedProtocols],
    poster: ["http", "https"],
    src: ["http", "https"],
  },
  ancestors: {
    caption: ["table"],
    col: ["table"],
    colgroup: ["table"],
    tbody: ["table"],
    td: ["table"],
    tfoot: ["table"],
    th: ["table"],
    thead: ["table"],
    tr: ["table"],
    source: ["audio", "video"],
    summary: ["details"],
    figcaption: ["figure"],
  },
  clobber: [], // every id has its entry's prefix already, so nothing is clobbered
};

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}
