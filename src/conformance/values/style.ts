import { words } from "./html-vocabulary.ts";

/**
 * Returns the parts of a style attribute that the validator calls dangerous: properties that it does not accept, and values of borders,
 * backgrounds, margins and padding that are neither a common keyword nor a plain measure. Returns the whole text if it has other signs
 * than simple declarations.
 */
export function dangersOfStyle(style: string): string[] {
  const written = style.split(";");
  if (written.at(-1) === "") written.pop();
  const declarations = written.map((text) => /^\s*([-\w]+)\s*:([^:]*)$/.exec(text.toLowerCase()));
  if (!simpleStyle.test(style) || declarations.includes(null)) return [style];
  return declarations.flatMap((declaration) => {
    const [, property = "", value = ""] = declaration ?? [];
    if (!properties.has(property)) return [property];
    if (!boxProperty.test(property)) return [];
    return value.split(/\s+/).filter((word) => word !== "" && !keywords.has(word) && !measure.test(word));
  });
}

// A hyphen is part of a word; a negative number is not simple.
const simpleStyle = /^(?:[:,;#%.\sa-z0-9!]|\w-\w|'[\s\w]+'|"[\s\w]+"|\([\d,\s]+\))*$/i;
const boxProperty = /^(?:background|border|margin|padding)(?:-|$)/;
const measure = /^(?:#[\da-f]+|rgb\(\d+%?,\d*(?:%\d*|%?,\d*)?%?\)?|\d?\.?\d?\d(?:cm|em|ex|in|mm|pc|pt|px|%|,|\))?)$/;

const properties = words(`
  azimuth background background-color border border-bottom border-bottom-color border-bottom-style border-bottom-width
  border-collapse border-color border-left border-left-color border-left-style border-left-width border-right
  border-right-color border-right-style border-right-width border-spacing border-style border-top border-top-color
  border-top-style border-top-width border-width clear color cursor direction display elevation float font font-family
  font-size font-style font-variant font-weight height letter-spacing line-height list-style-type margin margin-bottom
  margin-left margin-right margin-top overflow padding padding-bottom padding-left padding-right padding-top pause
  pause-after pause-before pitch pitch-range richness speak speak-header speak-numeral speak-punctuation speech-rate stress
  text-align text-decoration text-indent unicode-bidi vertical-align voice-family volume white-space width`);

const keywords = words(`
  aqua auto black block blue bold both bottom brown center collapse dashed dotted fuchsia gray green !important italic left
  lime maroon medium none navy normal nowrap olive pointer purple red right solid silver teal top transparent underline
  white yellow`);
