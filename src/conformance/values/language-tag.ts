import { isKnownLanguage } from "../../base/language/known-language.ts";
import { words } from "./html-vocabulary.ts";

/** Registered languages that the Unicode CLDR does not name: the special codes of ISO 639-2, and its groups of languages. */
const registered = words(`
  und mis afa gws alg tut apa art ath aus map bat bai bad bnt btk ber cau cel cai cmc crp cpe cpf cpp cus day dra fiu gem him ijo inc
  ine ira iro kar khi kro mno myn mkh mun nah nic ssa nai nub oto paa phi pra roa sal smi sem sgn sit sio sla son wen sai tai tup wak
  ypk znd`);

/** Tags from before RFC 4646 that do not have the present syntax (RFC 5646 §2.2.8). */
const irregular = words(`
  en-gb-oed i-ami i-bnn i-default i-enochian i-hak i-klingon i-lux i-mingo i-navajo i-pwn i-tao i-tay i-tsu sgn-be-fr sgn-be-nl sgn-ch-de`);

const privateUse = /^x(?:-[a-z\d]{1,8})+$/;
const privateLanguage = /^q[a-t][a-z]$/;
const extendedLanguage = /^([a-z]{2,3})(?:-[a-z]{3}){1,3}(?=-|$)/;

/** Returns whether a value is a language tag of BCP 47, as far as its language is known. It may mean that the language is undetermined. */
export function isLanguageTag(value: string): boolean {
  const tag = value.toLowerCase();
  if (privateUse.test(tag) || irregular.has(tag)) return true;
  const usual = tag.replace(extendedLanguage, "$1"); // zh-yue is a longer form of yue, and Intl knows only one of them
  const [language = ""] = usual.split("-");
  return registered.has(language) || privateLanguage.test(language) ? isWellFormed(usual) : isKnownLanguage(usual);
}

function isWellFormed(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language !== "";
  } catch {
    return false;
  }
}
