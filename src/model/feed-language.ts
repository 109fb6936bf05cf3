import { extendedPrefix } from "../base/language/canonical-language.ts";

// The languages without a two-letter code that the W3C validator knows: those of ISO 639-2. It calls all others an InvalidLanguage.
const known = new Set(
  `
  ace ach ada ady afa afh ain akk ale alg alt ang anp apa arc arn arp art arw ast ath aus awa bad bai bal ban bas bat bej bem ber bho
  bik bin bla bnt bra btk bua bug byn cad cai car cau ceb cel chb chg chk chm chn cho chp chr chy cmc cop cpe cpf cpp crh crp csb cus
  dak dar day del den dgr din doi dra dsb dua dum dyu efi egy eka elx enm ewo fan fil fiu fon frm fro frr frs fur gaa gay gba gem gez
  gil gmh goh gon gor got grb grc gsw gwi gws hai haw hil hit hmn hsb hup iba ijo ilo inc ine inh ira iro jbo jpr jrb kaa kab kac kam
  kar kaw kbd kha khi kho kmb kok kos kpe krc krl kro kru kum kut lad lah lam lez lol loz lua lui lun luo lus mad mag mai mak man map
  mas mdf mdr men mga mic min mis mkh mnc mni mno moh mos mul mun mus mwl mwr myn myv nah nai nap nds new nia nic niu nog non nso nub
  nwc nym nyn nyo nzi osa ota oto paa pag pal pam pap pau peo phi phn pon pra pro qaa qtz raj rap rar roa rom rup sad sah sai sal sam
  sas sat scn sco sel sem sga sgn shn sid sio sit sla sma smi smj smn sms snk sog son srn srr ssa suk sus sux syr tai tem ter tet tig
  tiv tkl tlh tli tmh tog tpi tsi tum tup tut tvl tyv udm uga umb und vai vot wak wal war was wen xal yao yap ypk zap zen znd zun`.split(
    /\s+/,
  ),
);

/**
 * Returns the language tag of feeds for a language: its own if the W3C validator knows it, its form with a prefix (`yue` → `zh-yue`), or
 * `und` for an undetermined language. An entry cannot be without a tag, since it would have the language of its feed.
 * @param tag a canonical BCP 47 tag
 */
export function feedLanguage(tag: string): string {
  const [language = ""] = tag.split("-");
  if (language.length === 2 || known.has(language)) return tag;
  const prefix = extendedPrefix(language);
  return prefix === undefined ? "und" : `${prefix}-${tag}`;
}

/** Returns the language tag of a whole feed, which needs none if the language is undetermined. */
export function documentLanguage(tag: string): string | undefined {
  const written = feedLanguage(tag);
  return written === "und" ? undefined : written;
}

/**
 * Describes what feeds have instead of a language that the W3C validator does not know; undefined if it knows the language.
 * @param written the language of the entry or the feed in documents
 */
export function describeFeedLanguage(tag: string, written: string | undefined): string | undefined {
  if (written === tag) return undefined;
  const instead = written === undefined ? "none" : written === "und" ? '"und" (undetermined)' : JSON.stringify(written);
  return `Cannot write language ${JSON.stringify(tag)} in feeds: the W3C validator does not know it; they have ${instead}, and pages have ${tag}`;
}
