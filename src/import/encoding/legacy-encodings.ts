/** The encodings in which texts of some languages were written before UTF-8, and the letters by which they are told apart. */
interface LegacyEncodings {
  readonly languages: readonly string[];
  /** Labels of the Encoding Standard, the most usual one first. */
  readonly encodings: readonly string[];
  /** Matches the letters that these languages have besides those of ASCII. */
  readonly letters: RegExp;
}

const latin2 = ["windows-1250", "iso-8859-2"];
const common = "的一是不了在有人我大中上他你到就也年和要可去自家心天多下好小生那文日看能得";

const table: readonly LegacyEncodings[] = [
  { languages: ["cs"], encodings: latin2, letters: /[áčďéěíňóřšťúůýž]/giu },
  { languages: ["sk"], encodings: latin2, letters: /[áäčďéíĺľňóôŕšťúýž]/giu },
  { languages: ["pl"], encodings: latin2, letters: /[ąćęłńóśźż]/giu },
  { languages: ["hu"], encodings: latin2, letters: /[áéíóöőúüű]/giu },
  { languages: ["ro"], encodings: latin2, letters: /[ăâîşţ]/giu },
  { languages: ["sl", "hr", "bs"], encodings: latin2, letters: /[čćđšž]/giu },
  { languages: ["tr", "az"], encodings: ["windows-1254"], letters: /[çğıİöşüâîû]/gu },
  { languages: ["lt"], encodings: ["windows-1257"], letters: /[ąčęėįšųūž]/giu },
  { languages: ["lv"], encodings: ["windows-1257"], letters: /[āčēģīķļņšūž]/giu },
  { languages: ["et"], encodings: ["windows-1257"], letters: /[äõöüšž]/giu },
  {
    languages: ["ru", "uk", "be", "bg", "sr", "mk"],
    encodings: ["windows-1251", "koi8-u", "iso-8859-5", "ibm866"],
    letters: /[а-яА-ЯёЁіІїЇєЄґҐўЎђЂјЈљЉњЊћЋџЏѓЃѕЅќЌ]/gu,
  },
  { languages: ["el"], encodings: ["windows-1253", "iso-8859-7"], letters: /[Ά-ώ]/gu },
  { languages: ["he", "yi"], encodings: ["windows-1255"], letters: /\p{Script=Hebrew}/gu },
  { languages: ["ar", "fa", "ur"], encodings: ["windows-1256", "iso-8859-6"], letters: /\p{Script=Arabic}/gu },
  { languages: ["th"], encodings: ["windows-874"], letters: /\p{Script=Thai}/gu },
  { languages: ["ja"], encodings: ["shift_jis", "euc-jp"], letters: /[ぁ-んァ-ー一-龥、。「」]/gu },
  { languages: ["zh"], encodings: ["gb18030"], letters: new RegExp(`[${common}这来个国们为说时过会着对学里，。]`, "gu") },
  { languages: ["zh"], encodings: ["big5"], letters: new RegExp(`[${common}這來個國們為說時過會著對學裡，。]`, "gu") },
  { languages: ["ko"], encodings: ["euc-kr"], letters: /[가-힣]/gu },
];

const others = /[^\0-\x7f]/gu;
const signs = /[€‚„…†‡‰‹‘’“”•–—™›\xa0§«\xad°±·»№©]/gu;
// A capital in a word, letters of two alphabets in one, a sign between letters, bytes without a character, and katakana of half width.
const misplaced =
  /\p{Ll}(?=\p{Lu})|[a-z](?=[\u0370-\u06ff])|[\u0370-\u06ff](?=[a-z])|(?<=\p{L})[\xa1-\xbf\xd7\xf7](?=\p{L})|[\x80-\x9f\uFFFD\u2500-\u259f\uff61-\uff9f]/gu;

/**
 * Decodes a text in the encoding in which its language was most probably written; undefined if the language was written in Windows-1252,
 * or is unknown to the table. @param language a BCP 47 tag
 */
export function decodeByLanguage(bytes: Uint8Array, language: string): { readonly text: string; readonly encoding: string } | undefined {
  const name = language.toLowerCase().split("-", 1)[0] ?? "";
  return bestOf(
    bytes,
    table.filter(({ languages }) => languages.includes(name)),
  )?.decoded;
}

const certain = 0.9; // of the letters fit

/**
 * Decodes a text in the encoding that makes it one of a language in Latin or Cyrillic letters, if they clearly do. The bytes of other texts
 * are letters in too many encodings.
 */
export function decodeByLetters(bytes: Uint8Array): { readonly text: string; readonly encoding: string } | undefined {
  const best = bestOf(
    bytes,
    table.filter(({ encodings: [usual = ""] }) => /^windows-125[0147]$/.test(usual)),
  );
  return best !== undefined && best.share >= certain ? best.decoded : undefined;
}

/** Returns the encoding of one byte a character in which a language was usually written. */
export function singleByteEncoding(language: string | undefined): string {
  const name = language?.toLowerCase().split("-", 1)[0] ?? "";
  const usual = table.find(({ languages }) => languages.includes(name))?.encodings[0];
  return usual?.startsWith("windows-") ? usual : "windows-1252";
}

// The first one of equally good readings.
function bestOf(bytes: Uint8Array, rows: readonly LegacyEncodings[]) {
  const readings = rows.flatMap(({ encodings, letters }) =>
    encodings.map((encoding) => {
      const text = new TextDecoder(encoding).decode(bytes);
      return { decoded: { text, encoding }, share: shareOf(text, letters) };
    }),
  );
  return readings.reduce<(typeof readings)[number] | undefined>(
    (best, each) => (best === undefined || each.share > best.share ? each : best),
    undefined,
  );
}

function shareOf(text: string, letters: RegExp): number {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const rest = count(others) - count(signs);
  return rest === 0 ? 0 : (count(letters) - 2 * count(misplaced)) / rest;
}
