import { lazy } from "../lazy.ts";

const rightToLeftScripts = new Set(["Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"]);

/** The extended languages that IANA registers, by their prefixes: `zh-yue` is a longer form of `yue` (RFC 5646 §2.2.2). */
const extendedLanguages: Readonly<Record<string, string>> = {
  ar: "aao abh abv acm acq acw acx acy adf aeb aec afb ajp apc apd arb arq ars ary arz auz avl ayh ayl ayn ayp bbz pga shu ssh",
  kok: "gom knn",
  lv: "ltg lvs",
  ms: `
    bjn btj bve bvu coa dup hji jak jax kvb kvr kxd lce lcf liw max meo mfa mfb min mqg msi mui orn ors pel pse tmw urk vkk vkt xmm zlm
    zmi zsm`,
  sgn: `
    ads aed aen afg ajs ase asf asp asq asw bfi bfk bog bqn bqy bvl bzs cds csc csd cse csf csg csl csn csq csr csx doq dse dsl dsz ecs
    ehs esl esn eso eth fcs fse fsl fss gds gse gsg gsm gss gus hab haf hds hks hos hps hsh hsl icl iks ils inl ins ise isg isr jcs jhs
    jks jls jos jsl jus kgi kvk lbs lgs lls lsb lsc lsg lsl lsn lso lsp lst lsv lsw lsy lws mdl mfs mre msd msr mzc mzg mzy nbs ncs nsi
    nsl nsp nsr nzs okl pgz pks prl prz psc psd psg psl pso psp psr pys rib rms rnb rsi rsl rsm rsn sdl sfb sfs sgg sgx slf sls sqk sqs
    sqx ssp ssr svk swl syy szs tse tsm tsq tss tsy tza ugn ugy ukl uks vgt vsi vsl vsv wbs xki xml xms yds ygs yhs ysl ysm zib zsl`,
  sw: "swc swh",
  uz: "uzn uzs",
  zh: "cdo cjy cmn cnp cpx csp czh czo gan hak hnm hsn luh lzh mnp nan sjc wuu yue",
};

const prefixes = lazy(
  () => new Map(Object.entries(extendedLanguages).flatMap(([prefix, list]) => (list.match(/\w+/g) ?? []).map((name) => [name, prefix]))),
);

/** Returns the tag before which a language may be written as an extended one: `zh` for `yue`. */
export function extendedPrefix(language: string): string | undefined {
  return prefixes().get(language);
}

// Tags from before RFC 4646 (RFC 5646 §2.2.8) whose languages Intl does not know. Unicode UTS 35 names their present forms.
const irregular: Readonly<Record<string, string>> = {
  "en-gb-oed": "en-GB-oxendict",
  "i-ami": "ami",
  "i-bnn": "bnn",
  "i-default": "en-x-i-default",
  "i-enochian": "und-x-i-enochian",
  "i-hak": "hak",
  "i-klingon": "tlh",
  "i-lux": "lb",
  "i-mingo": "see-x-i-mingo",
  "i-navajo": "nv",
  "i-pwn": "pwn",
  "i-tao": "tao",
  "i-tay": "tay",
  "i-tsu": "tsu",
  "no-bok": "nb",
  "no-nyn": "nn",
  "sgn-be-fr": "sfb",
  "sgn-be-nl": "vgt",
  "sgn-ch-de": "sgg",
  "zh-min": "nan-x-zh-min",
  "zh-min-nan": "nan",
};

/**
 * Returns the canonical spelling of a BCP 47 tag (`EN-us` → `en-US`, `zh-yue` → `yue`), or undefined for an invalid tag. A private tag
 * gets the prefix that Intl wants: `x-a` → `und-x-a`.
 */
export function canonicalLanguage(tag: string): string | undefined {
  const written = tag.replaceAll("_", "-");
  try {
    return Intl.getCanonicalLocales(irregular[written.toLowerCase()] ?? withoutPrefix(written))[0];
  } catch {
    return undefined;
  }
}

function withoutPrefix(tag: string): string {
  const [prefix = "", language = "", ...rest] = tag.split("-");
  if (prefix.toLowerCase() === "x") return `und-${tag}`;
  return extendedPrefix(language.toLowerCase()) === prefix.toLowerCase() ? [language, ...rest].join("-") : tag;
}

const directions = new Map<string, "ltr" | "rtl">(); // a cache: each entry needs its direction, which is slow to find

/** Returns the direction in which a language is written: that of its most likely script. */
export function directionOf(language: string): "ltr" | "rtl" {
  const cached = directions.get(language);
  if (cached !== undefined) return cached;
  const script = new Intl.Locale(language).maximize().script ?? "";
  const direction = rightToLeftScripts.has(script) ? "rtl" : "ltr";
  directions.set(language, direction);
  return direction;
}

/** Returns whether a BCP 47 tag is that of English or of a variant of it. */
export function isEnglish(tag: string): boolean {
  return /^en(?:-|$)/i.test(tag);
}
