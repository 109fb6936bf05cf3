import type { CompiledEntry } from "../../src/model/entry.ts";
import { foldTerm } from "../../src/model/selection.ts";
import fc from "../fast-check.ts";
import { sampleEntry } from "../samples.ts";
import { plainText, someText } from "./arbitrary-text.ts";

/** The instant around which entries appear. */
export const noon: number = Date.UTC(2024, 10, 6, 12);

const anyDate = fc.integer({ min: Date.UTC(1990), max: noon });

const anyId = fc.oneof(
  fc.constantFrom("tag:old.example,2019:post-17", "urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a", "http://Old.example/?p=1&q=<2>"),
  someText,
);

/** Names that the build does not unify. */
function names(maximum: number): fc.Arbitrary<string[]> {
  return fc.uniqueArray(someText, { selector: foldTerm, maxLength: maximum });
}

/** Entries with any text in every field, newest first, as in a build. */
export const anyTexts: fc.Arbitrary<CompiledEntry[]> = fc
  .array(
    fc.record({
      id: anyId,
      title: plainText,
      summary: plainText,
      authors: names(3).map((names) => (names.length === 0 ? [{ name: "–" }] : names.map((name) => ({ name })))),
      categories: names(3),
      content: fc.oneof(plainText, plainText).map((text) => `<p>${escaped(text)}</p>\n<pre>${escaped(text)}\n\t ]]></pre>`),
      language: fc.constantFrom("en", "ar", "pt-BR"),
      published: anyDate,
      later: fc.constantFrom(0, 1, 86_400_000),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((list) =>
    list
      .map(({ later, ...fields }, index) =>
        sampleEntry(`e${index}`, { ...fields, id: `${fields.id} ${index}`, updated: fields.published + later }),
      )
      .sort(newestFirst),
  );

function escaped(text: string): string {
  return text.replaceAll("&", "&#x26;").replaceAll("<", "&#x3C;");
}

// The paths of terms by name.
export const categories = { Sea: "/categories/sea", "R&D": "/categories/r-and-d", 日本語: "/categories/%E6%97%A5%E6%9C%AC%E8%AA%9E" };
export const authors = { Ada: "/authors/ada", "Łukasz <B>": "/authors/%C5%82ukasz-b" };
export const languages = { en: "/languages/en", ar: "/languages/ar", "pt-BR": "/languages/pt-br" };

/** Returns the names of terms. */
export function namesOf<T extends string>(paths: Readonly<Record<T, string>>): T[] {
  return Object.keys(paths) as T[];
}

/** Entries with these terms, some of them drafts, newest first, as in a build. */
export const anyEntries: fc.Arbitrary<CompiledEntry[]> = fc
  .array(
    fc.record({
      second: fc.integer({ min: -5, max: 5 }), // a small range, so that several appear at once
      categories: fc.subarray(namesOf(categories)),
      authors: fc.subarray(namesOf(authors), { minLength: 1 }),
      language: fc.constantFrom(...namesOf(languages)),
      draft: fc.nat({ max: 5 }).map((dice) => dice === 0),
    }),
    { maxLength: 16 },
  )
  .map((list) =>
    list
      .map(({ authors, second, ...fields }, index) => {
        const published = noon + second * 1000;
        const direction = fields.language === "ar" ? ("rtl" as const) : ("ltr" as const);
        return sampleEntry(`e${index}`, {
          ...fields,
          published,
          updated: published + index, // unique, as in a build
          authors: authors.map((name) => ({ name })),
          direction,
        });
      })
      .sort(newestFirst),
  );

/** A number of seconds before or after {@link noon}. */
export const anySecond: fc.Arbitrary<number> = fc.integer({ min: -6, max: 6 });

function newestFirst(a: CompiledEntry, b: CompiledEntry): number {
  return b.published - a.published || (a.id < b.id ? -1 : 1);
}
