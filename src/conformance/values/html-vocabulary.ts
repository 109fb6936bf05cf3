/** The elements that the validator accepts in content. */
export const ACCEPTABLE_ELEMENTS = words(`
  a abbr acronym address area article aside audio b bdi big blockquote br button canvas caption center cite code col
  colgroup command data datagrid datalist dd del details dfn dialog dir div dl dt em eventsource fieldset figcaption figure
  footer font form header h1 h2 h3 h4 h5 h6 hgroup hr i img input ins kbd label legend li m main map mark menu meter nav ol
  output optgroup option p picture pre progress q rp rt ruby s samp section select small source span strike strong sub
  summary sup table tbody td template textarea time tfoot th thead tr track tt u ul var video noscript wbr`);

/** The elements that the validator recognizes as HTML: the accepted and the dangerous ones. */
export const HTML_ELEMENTS: ReadonlySet<string> = new Set([
  ...ACCEPTABLE_ELEMENTS,
  ...words(`
    applet base basefont bdo body comment embed frame frameset head html iframe isindex link listing meta noframes object
    param plaintext script slot style title xmp`),
]);

export const VOID_ELEMENTS = words("area base br col embed hr img input link meta source track wbr");

/** The elements whose end tag may be omitted (HTML §13.1.2.4). */
export const OPTIONAL_END_ELEMENTS = words("caption colgroup dd dt li optgroup option p rb rp rt rtc tbody td tfoot th thead tr");

/** The character entities of HTML 4. */
export const HTML_ENTITIES = words(`
  AElig Aacute Acirc Agrave Alpha Aring Atilde Auml Beta Ccedil Chi Dagger Delta ETH Eacute Ecirc Egrave Epsilon Eta Euml
  Gamma Iacute Icirc Igrave Iota Iuml Kappa Lambda Mu Ntilde Nu OElig Oacute Ocirc Ograve Omega Omicron Oslash Otilde Ouml
  Phi Pi Prime Psi Rho Scaron Sigma THORN Tau Theta Uacute Ucirc Ugrave Upsilon Uuml Xi Yacute Yuml Zeta aacute acirc acute
  aelig agrave alefsym alpha amp and ang apos aring asymp atilde auml bdquo beta brvbar bull cap ccedil cedil cent chi circ
  clubs cong copy crarr cup curren dArr dagger darr deg delta diams divide eacute ecirc egrave empty emsp ensp epsilon
  equiv eta eth euml euro exist fnof forall frac12 frac14 frac34 frasl gamma ge gt hArr harr hearts hellip iacute icirc
  iexcl igrave image infin int iota iquest isin iuml kappa lArr lambda lang laquo larr lceil ldquo le lfloor lowast loz lrm
  lsaquo lsquo lt macr mdash micro middot minus mu nabla nbsp ndash ne ni not notin nsub ntilde nu oacute ocirc oelig
  ograve oline omega omicron oplus or ordf ordm oslash otilde otimes ouml para part permil perp phi pi piv plusmn pound
  prime prod prop psi quot rArr radic rang raquo rarr rceil rdquo real reg rfloor rho rlm rsaquo rsquo sbquo scaron sdot
  sect shy sigma sigmaf sim spades sub sube sum sup sup1 sup2 sup3 supe szlig tau there4 theta thetasym thinsp thorn tilde
  times trade uArr uacute uarr ucirc ugrave uml upsih upsilon uuml weierp xi yacute yen yuml zeta zwj zwnj`);

export function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
