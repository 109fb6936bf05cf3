import { isEnglish } from "../../base/language/canonical-language.ts";
import type { Site } from "../../settings/site-settings.ts";
import type { Words } from "../../settings/words.ts";
import { English } from "./english.tsx";

/** The name of a word without other forms. */
export type WordName = Exclude<{ [Name in keyof Words]-?: Words[Name] extends string ? Name : never }[keyof Words], "english" | "tag">;

/** The values of placeholders. */
export type Values = Readonly<Record<string, string>>;

/** Renders one of the words of the pages. English words on a site in another language are marked as English. */
export function Word({ site, of: name, values }: { site: Site; of: WordName; values?: Values }) {
  return (
    <InWords site={site} of={name}>
      {wordOf(site, name, values)}
    </InWords>
  );
}

/** Marks a text in the language of the word from which it comes. */
export function InWords({ site, of: name, children }: { site: Site; of: keyof Words; children: string }) {
  if (!isEnglishWord(site, name)) return <>{children}</>;
  return <English site={site}>{children}</English>;
}

/** Returns the language of a word: English if there is no such word in the language of the site. */
export function languageOfWord(site: Pick<Site, "language" | "words">, name: keyof Words): string {
  return isEnglishWord(site, name) && !isEnglish(site.language) ? "en" : site.language;
}

function isEnglishWord({ words }: Pick<Site, "words">, name: keyof Words): boolean {
  return words.tag === "en" || words.english?.includes(name) === true;
}

/**
 * Returns the attributes that name an element for screen readers. English names on a site in another language are marked as English, with
 * the whole element: texts in it need their own marks.
 */
export function labelOf(site: Site, name: WordName, values: Values = {}): { readonly "aria-label": string; readonly lang?: string } {
  const language = languageOfWord(site, name);
  return { "aria-label": wordOf(site, name, values), ...(language !== site.language && { lang: language }) };
}

/** Returns a word as plain text. */
export function wordOf(site: Site, name: WordName, values: Values = {}): string {
  return fill(site.words[name], values);
}

/** Returns the number of articles in words. */
export function articleCount(site: Site, count: number): string {
  const { articleCount: forms } = site.words;
  const form = forms[formatsOf(site).plural.select(count)] ?? forms.other ?? "{count}";
  return fill(form, { count: formatNumber(site, count) });
}

/** Formats a number that is part of the words. */
export function formatNumber(site: Site, value: number): string {
  return formatsOf(site).number.format(value);
}

function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}

interface Formats {
  readonly number: Intl.NumberFormat;
  readonly plural: Intl.PluralRules;
}

// Creating a formatter costs far more than using it.
const formats = new Map<string, Formats>();

function formatsOf({ language, words }: Site): Formats {
  const locale = languageOfWord({ language, words }, "articleCount");
  const known = formats.get(locale) ?? { number: new Intl.NumberFormat(locale), plural: new Intl.PluralRules(locale) };
  formats.set(locale, known);
  return known;
}
