// The letters of the languages that are usually written in it. Other encodings of one byte give other letters, or several of these
// alphabets.
const alphabets = ["äöüß", "éèêëàâäçîïôöûùüÿœæ", "áéíóúüñ", "ãõáàâéêíóôúç", "àèéìíîòóùú", "æøåéüö", "åäöéü", "ëïéèêöüáóúí"].map(
  (letters) => new Set(letters),
);

const control = /[\0-\x08\x0b\x0e-\x1f\x7f-\x9f]/; // bytes without a character are among them
const letter = /[À-ÖØ-öø-ÿŒœŠšŽžŸ]/g;
const sign = /[€‚„…†‡‰‹‘’“”•–—™›\xa0¡¢£§©ª«\xad®°±²´µ·º»½¼¾¿×÷]/g;
const misplacedSign = /[a-zÀ-ÿ][€‚„†‡‰‹“”•™›¡¢£§©ª«®°±²´µº»½¼¾¿×÷][a-zÀ-ÿ]|[€£][a-zÀ-ÿ]/i;
const misplacedCapital = /[a-zß-öø-ÿ][À-ÖØ-ÞŒŠŽŸ]/;
const maxShare = 0.25; // of the letters

/**
 * Reads a text in Windows-1252, which includes Latin-1; undefined unless the text clearly is: its letters belong to one language of Western
 * Europe, most are in ASCII, and its quotation marks and capitals are in places where such a language has them.
 * @param bytes no UTF-8
 */
export function decodeWindows1252(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder("windows-1252").decode(bytes);
  const letters = text.match(letter) ?? [];
  const distinct = new Set(letters.map((each) => each.toLowerCase()));
  const others = text.replace(letter, "").replace(sign, "");
  const ascii = others.match(/[a-z]/gi)?.length ?? 0;
  const isWestern = alphabets.some((alphabet) => distinct.isSubsetOf(alphabet));
  const isPlausible = isWestern && letters.length <= maxShare * (letters.length + ascii) && !/[^\0-\x7f]/.test(others);
  return isPlausible && !control.test(text) && !misplacedSign.test(text) && !misplacedCapital.test(text) ? text : undefined;
}
