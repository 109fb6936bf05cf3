import type { Rule } from "../rules/violation.ts";
import { words } from "./html-vocabulary.ts";

/** The names that every XML parser has to know (XML 1.0 §4.3.3). */
const standard = words("utf-8 utf-16");

/** Other names that the W3C feed validator considers common. */
const common = words(`
  us-ascii iso-8859-1 iso-8859-2 iso-8859-7 iso-8859-15 euc-jp shift_jis koi8-r gb18030
  windows-1250 windows-1251 windows-1252 windows-1254 windows-1255 windows-1256`);

/** Names that web browsers know (Encoding Standard §4.2), and the W3C feed validator and most XML parsers do not. */
const unknown = words(`
  unicode unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 unicodefeff unicodefffe csunicode iso-10646-ucs-2 ucs-2
  iso88591 iso88592 iso88593 iso88594 iso88595 iso88596 iso88597 iso88598 iso88599 iso885910 iso885911 iso885913 iso885914 iso885915
  iso-8859-6-e iso-8859-6-i iso-8859-8-e iso-8859-8-i csiso88596e csiso88596i csiso88598e csiso88598i csisolatin9 visual logical
  sun_eu_greek koi koi8 koi8-ru mac csmacintosh x-mac-roman x-mac-cyrillic x-mac-ukrainian dos-874 windows-874
  x-cp1250 x-cp1251 x-cp1252 x-cp1253 x-cp1254 x-cp1255 x-cp1256 x-cp1257 x-cp1258 csgb2312 gb_2312 gb_2312-80 x-gbk
  cn-big5 x-x-big5 cseucpkdfmtjapanese x-euc-jp windows-31j x-sjis cseuckr csksc56011987 iso-ir-149 ks_c_5601-1989 ksc_5601
  windows-949 iso-2022-cn iso-2022-cn-ext replacement x-user-defined`);

/** Returns the rule that the name of an encoding in the XML declaration breaks; undefined for a name of UTF-8 or UTF-16. */
export function encodingRule(name: string): Rule | undefined {
  const lower = name.toLowerCase();
  if (standard.has(lower)) return undefined;
  if (common.has(lower)) return "NonstdEncoding";
  return unknown.has(lower) ? "UnknownEncoding" : "ObscureEncoding";
}
