const separated = /^[A-Za-z\d\p{Lo} ._-]+$/u;
const word = /^(?:[A-Z]?[a-z]+(?:[A-Z][a-z]+)*|[A-Z]+|\d+|\p{Lo}+)$/u;

/**
 * Joins the words of a text with hyphens, as `kebabCase` of lodash and es-toolkit do. Returns undefined for a text in which the packages
 * may find other words: digits next to letters, several capitals in a word, and symbols.
 */
export function kebabCase(text: string): string | undefined {
  if (text === "") return "";
  const words = separated.test(text) ? text.split(/[ ._-]+/).filter((each) => each !== "") : [];
  const isKnown = words.length > 0 && words.every((each) => word.test(each));
  return isKnown ? words.map((each) => each.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase()).join("-") : undefined;
}
