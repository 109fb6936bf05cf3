import { escapeMarkup, escapeText } from "../base/escape.ts";

/** An element's text, or its parts. `undefined` and an empty text make an empty element. */
export type XmlContent = string | number | boolean | undefined | XmlParts;

/**
 * The parts of an element: attributes, then text or HTML in a CDATA section, then child elements by name, in this order. A list
 * contains several children with the same name. This is the compact form of the package `xml-js`, which the `feed` package builds.
 */
export interface XmlParts {
  readonly _attributes?: XmlAttributes;
  readonly _text?: string | number | boolean;
  readonly _cdata?: string;
  readonly [child: string]: XmlContent | readonly XmlContent[] | XmlAttributes;
}

/** Attributes by name. Those with the value undefined are omitted. */
export type XmlAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Escapes the text of the element with this name. */
export type EscapeElement = (text: string, name: string) => string;

const indentation = "    ";

/**
 * Writes an XML 1.0 document (w3.org/TR/xml), one element per line.
 * @param root the root element, by its name
 * @param escapeWith escapes the text of elements; attributes are always escaped with named references
 */
export function writeXml(root: Readonly<Record<string, XmlContent>>, escapeWith: EscapeElement = escapeText): string {
  return `<?xml version="1.0" encoding="utf-8"?>${writeChildren(root, "\n", escapeWith)}`;
}

// `line` is the line break with the indentation of the elements.
function writeChildren(children: XmlParts, line: string, escapeWith: EscapeElement): string {
  let xml = "";
  for (const name in children) {
    const value = children[name] as XmlContent | readonly XmlContent[];
    if (!Array.isArray(value)) xml += line + writeElement(name, value as XmlContent, line, escapeWith);
    else for (const element of value) xml += line + writeElement(name, element, line, escapeWith);
  }
  return xml;
}

function writeElement(name: string, element: XmlContent, line: string, escapeWith: EscapeElement): string {
  if (element === undefined || element === "") return `<${name}/>`;
  if (typeof element !== "object") return `<${name}>${escapeWith(String(element), name)}</${name}>`;
  const { _attributes, _cdata, _text, ...children } = element;
  const start = `<${name}${_attributes === undefined ? "" : writeAttributes(_attributes)}`;
  const text = (_text === undefined ? "" : escapeWith(String(_text), name)) + (_cdata === undefined ? "" : writeCdata(_cdata));
  const inside = writeChildren(children, line + indentation, escapeWith);
  if (inside !== "") return `${start}>${text}${inside}${line}</${name}>`;
  return text === "" ? `${start}/>` : `${start}>${text}</${name}>`;
}

function writeAttributes(attributes: XmlAttributes): string {
  let xml = "";
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined) xml += ` ${name}="${escapeMarkup(String(value))}"`;
  }
  return xml;
}

// A CDATA section ends at the first "]]>" (§2.7), so a "]]>" in the text is split between two sections.
function writeCdata(text: string): string {
  return `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}
