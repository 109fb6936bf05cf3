import { checkAttributes, checkChildren, checkNoText, checkNotBlank, type Grammar } from "./elements/grammar.ts";
import { checkRssText } from "./elements/text.ts";
import { checkUriElement } from "./elements/values.ts";
import type { ReportViolation } from "./rules/violation.ts";
import { childOf, placeOf, type XmlElement } from "./xml/xml.ts";

const IMAGE: Grammar = { url: "once", title: "optional", link: "optional", width: "optional", height: "optional", description: "optional" };

/** Checks the image of a channel. */
export function checkImage(image: XmlElement, report: ReportViolation): void {
  const place = placeOf(image);
  const isAddress = !childOf(image, "url") && /^https?:/.test(image.text.trim());
  checkNoText(image, report, isAddress ? (text) => `<image><url>${text}</url></image>` : undefined);
  checkChildren(image, IMAGE, report);
  for (const child of image.children) checkAttributes(child, [], report);
  const [url, title, link] = ["url", "title", "link"].map((name) => childOf(image, name));
  if (!title) report("MissingTitle", place, "title");
  if (!link) report("MissingLink", place, "link");
  for (const element of [url, link]) if (element) checkUriElement(element, report, 0);
  for (const element of [title, childOf(image, "description")]) if (element) checkRssText(element, report);
  if (title) checkNotBlank(title, report);
  if (url) checkFormat(url, report);
  if (title && differs(title, "title")) report("ImageTitleDoesntMatch", place, title.text);
  if (link && differs(link, "link")) report("ImageLinkDoesntMatch", place, link.text);
  checkSize(image, report);
}

/** Checks the extension of a picture's address. Addresses without one are common. */
function checkFormat(url: XmlElement, report: ReportViolation): void {
  const path = URL.parse(url.text.trim())?.pathname ?? "";
  const extension = /\.(\w+)$/.exec(path)?.[1];
  if (extension !== undefined && !/^(?:jpe?g|gif|png)$/i.test(extension)) report("ImageUrlFormat", placeOf(url), url.text);
}

/** Returns whether a part of the image differs from that of the channel. */
function differs(part: XmlElement, name: string): boolean {
  const channel = part.parent?.parent;
  const text = (channel && childOf(channel, name)?.text.trim()) ?? "";
  return text !== "" && text !== part.text.trim();
}

function checkSize(image: XmlElement, report: ReportViolation): void {
  for (const [name, rule, limit] of [
    ["width", "InvalidWidth", 144],
    ["height", "InvalidHeight", 400],
  ] as const) {
    const element = childOf(image, name);
    const size = element?.text.trim() ?? "";
    if (element && !(/^\d+$/.test(size) && Number(size) > 0 && Number(size) <= limit)) report(rule, placeOf(element), size || "empty");
  }
}
