import { insteadWrite, invisibleMark } from "../../conformance/elements/grammar.ts";
import { unescapedHtml } from "../../conformance/elements/html.ts";
import { elementInText } from "../../conformance/elements/text.ts";
import { type NamedRule, rules } from "../../conformance/rules/rules.ts";
import type { Rule } from "../../conformance/rules/violation.ts";
import { notEnglish, noZone } from "../../conformance/values/rfc822-date.ts";
import { findUriFault } from "../../conformance/values/uri.ts";
import { elementPlace } from "../../conformance/xml/xml.ts";
import { exampleOf } from "./json-feed-examples.ts";
import { adviceForNamespace } from "./namespace-advice.ts";

/** The rules of addresses, as which ids are written. */
const idRules = new Set<Rule>([
  ...(["InvalidFullLink", "InvalidUriChar", "UriNotIri", "InvalidTAG", "InvalidUUID", "InvalidURN", "SchemeNotIANARegistered"] as const),
]);

/** The elements without text and without elements. */
const withAttributesAlone = new Set(
  "category cloud enclosure feedburner:info itunes:category itunes:image media:content media:player xhtml:meta".split(" "),
);

const xhtmlDiv = 'put the XHTML into one <div xmlns="http://www.w3.org/1999/xhtml">';

const texts = /^(?:id|title|summary|description|content_html|content_text|tags|name|language)$/;

/** The names of RSS and Atom with the same letters in lower case. */
const spellings: ReadonlyMap<string, string> = new Map(
  [
    "author category channel comments content contributor copyright description docs email enclosure entry feed generator guid icon id image",
    "item language lastBuildDate link logo managingEditor name pubDate published rights skipDays skipHours source subtitle summary textInput",
    "title ttl updated uri url webMaster",
  ]
    .flatMap((line) => line.split(" "))
    .map((name) => [name.toLowerCase(), name]),
);

/** Returns the remedy for a broken rule: a sentence without its full stop. @param message, place those of the first violation */
export function adviceFor(rule: Rule, message = "", place = ""): string {
  const [element = ""] = elementPlace(place).split("/").at(-1)?.split("[") ?? [];
  if (rule === "RFC 8259 §4" && place !== "")
    return `Write ${place.replace(/ \(2\)$/, "")} once: readers use one of the values, and drop the other`;
  if (rule === "InvalidUriChar" && element === "id" && findUriFault(message.replace(/[^!-~]+/gu, encodeURI)) !== undefined)
    return adviceFor("InvalidFullLink", message, place);
  if (rule === "UnexpectedAttribute" && /^\/rss\/.*\/link(?:\[\d+\])?$/.test(place) && /^(?:href|rel|type)$/.test(message))
    return "Write <atom:link> instead of <link>: the link of RSS has no attributes";
  const named = element === "" || message === "" ? undefined : adviceAbout(element, rule, message);
  const advice = named ?? adviceForNamespace(rule, message, place) ?? generalAdvice(rule, message);
  return idRules.has(rule) && /\/entry(?:\[\d+\])?\/id$/.test(place) ? `${advice}: readers show an entry again if its id changes` : advice;
}

/** Returns a remedy that names the element. */
function adviceAbout(element: string, rule: Rule, message: string): string | undefined {
  const isName = /^[\w.:-]+$/.test(message);
  const written = /^(?:UnexpectedText|MissingHref|MissingAttribute)$/.test(rule) ? message.lastIndexOf(`${insteadWrite}<`) : -1;
  if (written >= 0) return `Write ${message.slice(written + insteadWrite.length)}`;
  if (rule === "MissingAttribute" && / and /.test(message)) return `Add the attributes ${message} to <${element}>`;
  if (rule === "MissingAttribute" && isName) return `Add the attribute ${message} to <${element}>`;
  if (rule === "InvalidContact" && element === "itunes:email") return "Write an e-mail address alone: mail@example.com";
  if (rule === "MissingItunesEmail" && element === "itunes:owner")
    return rules[rule][1].replace("itunes:owner with itunes:email", "itunes:email to itunes:owner");
  if (rule === "MissingItunesElement" && message !== "language") return rules[rule][1].replace("language (xml:lang in Atom), ", "");
  if (element === "id" && rule === "InvalidUriChar" && /[^\0-\x7F]/.test(message))
    return "Percent-encode spaces, characters outside ASCII, and others that a URL must not contain";
  if (element === "guid" && /^(?:UriNotIri|SchemeNotIANARegistered)$/.test(rule))
    return 'Write isPermaLink="false", and keep the guids of published items';
  if (rule === "MissingRealName" && /^(?:managingEditor|webMaster)$/.test(element))
    return "Write a name after the address: mail@example.com (Ada)";
  if (rule === "InvalidContact" && element === "webMaster") return "Write an address and a name: mail@example.com (Ada)";
  if (rule === "UndefinedElement" && message === elementInText) return `Write plain text without elements into <${element}>`;
  if (rule === "MissingElement" && message.startsWith("author, ")) return `Add <author> with a <name> to <${element}>, or to <feed>`;
  if (rule === "ContainsHTML" && element === "link") return "Escape every character once in the attribute title of <link>";
  if (rule === "MissingElement" && isName) return `Add <${message}> to <${element}>`;
  if (rule === "UnexpectedAttribute" && isName) return `Remove the attribute ${message} from <${element}>, or check its name`;
  if (rule === "UndefinedElement" && message === unescapedHtml)
    return `Escape the HTML in <${element}> (&lt;p&gt;), or put it into <![CDATA[ … ]]>: readers ignore elements in it`;
  const spelling = rule === "UndefinedElement" ? spellings.get(element.toLowerCase()) : undefined;
  if (spelling !== undefined && spelling !== element && message === element)
    return `Write <${spelling}> instead of <${element}>: XML distinguishes capital letters`;
  if (rule === "UndefinedElement" && isName) return `Remove <${element}>, or check its name and its position`;
  if (rule === "DuplicateElement") return `Write <${element}> once`;
  if (rule === "NotBlank" && isName && message !== "empty") return `Fill in the attribute ${message} of <${element}>, or omit <${element}>`;
  if (rule === "NotBlank") return `Fill in <${element}>, or omit it if the format does not require it`;
  if (rule === "UnexpectedText" && message === invisibleMark)
    return `Remove the invisible character between the elements of <${element}>: perhaps files with byte order marks were joined`;
  if (rule === "UnexpectedText" && withAttributesAlone.has(element))
    return `Remove the text from <${element}>: its attributes say everything`;
  if (rule === "UnexpectedText") return `Remove the text between the elements of <${element}>`;
  return undefined;
}

const templateTag = /\{\{[^{}]{1,200}\}\}|\{%[^{}]{1,200}%\}|<%[^<>]{1,200}%>|\$\{[^{}]{1,200}\}/;

function generalAdvice(rule: Rule, message: string): string {
  const [tag] = (/^(?:Invalid|UriNotIri)/.test(rule) ? templateTag.exec(message) : undefined) ?? [];
  if (tag !== undefined) return `Let the generator fill in ${tag}: the template was published as it is`;
  const spaced = /^(?:InvalidURLAttribute|InvalidFullLink)$/.test(rule) && /^https?:\/\/[^\s/]\S*[ \t\n\r]/.test(message.trim());
  if (spaced) return `Percent-encode spaces: ${message.trim().replace(/\s/g, "%20")}`;
  const field = rule.replace("JSON Feed 1.1 ", "");
  if (field === "version" && message !== "it is not the first key") return 'Write "version": "https://jsonfeed.org/version/1.1"';
  if (field === "version") return "Put version first, by which readers recognize the format";
  if (rule.startsWith("JSON Feed 1.1 date_"))
    return `Write ${field} as a date and time with a zone (RFC 3339), such as 2024-11-06T12:00:00Z`;
  const ascii = message.includes('" contains "') ? message.slice(message.lastIndexOf(": write ")) : "";
  if (ascii.startsWith(": write http")) return `Write ${field} in ASCII${ascii.replace(" write", "")}`;
  if (/^(?:Missing|Obscure|Unknown)Encoding$/.test(rule) && message !== "" && !message.startsWith("there is no XML declaration"))
    return 'Write encoding="utf-8" in the XML declaration, and everything in UTF-8';
  if (rule === "InvalidRFC2822Date" && message.endsWith(notEnglish))
    return "Write the names of days and months in English: Wed, 06 Nov 2024 12:00:00 GMT";
  if (rule === "InvalidRFC2822Date" && message.endsWith(noZone)) return "Write the zone as an offset, such as +0100, or the time in GMT";
  if (rule === "HtmlFragment" && message.endsWith("xhtml+xml")) return `Write type="xhtml", and ${xhtmlDiv}`;
  if (Object.hasOwn(rules, rule)) return rules[rule as NamedRule][1];
  if (texts.test(field) && /^-?\d[\d.]*$/.test(message)) return `Write it as a string: "${message}"`;
  const example = exampleOf(field);
  return example === undefined ? `Write ${field} as defined in jsonfeed.org/version/1.1` : `Write ${field} like this: ${example}`;
}
