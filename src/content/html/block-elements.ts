const names = `
  address article aside audio blockquote caption center col colgroup dd details dialog div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hgroup hr iframe legend li main menu nav object ol p pre section style summary table tbody td tfoot th thead tr
  ul video
`;

/** Elements of HTML that stand by themselves, with no paragraph around them (HTML Standard §4, and what was written before it). */
export const blockElements: ReadonlySet<string> = new Set(names.trim().split(/\s+/));
