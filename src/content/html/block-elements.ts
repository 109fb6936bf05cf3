const names = `
  address article aside audio blockquote caption center col colgroup dd details dialog div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hgroup hr iframe legend li main menu nav object ol p pre section style summary table tbody td tfoot th thead tr
  ul video
`;

/** Block elements of HTML, which must not be wrapped in a paragraph (HTML Standard §4, and obsolete elements). */
export const blockElements: ReadonlySet<string> = new Set(names.trim().split(/\s+/));
