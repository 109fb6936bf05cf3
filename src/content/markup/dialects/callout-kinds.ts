const kinds = ["note", "tip", "important", "warning", "caution", "danger", "info", "details", "example", "question"] as const;

// One row for each language, in the order of `kinds`. A hyphen is a space.
const translations: Readonly<Record<string, string>> = {
  en: "Note Tip Important Warning Caution Danger Info Details Example Question",
  ar: "ملاحظة نصيحة مهم تحذير تنبيه خطر معلومة تفاصيل مثال سؤال",
  cs: "Poznámka Tip Důležité Varování Upozornění Nebezpečí Informace Podrobnosti Příklad Otázka",
  da: "Bemærk Tip Vigtigt Advarsel Forsigtig Fare Info Detaljer Eksempel Spørgsmål",
  de: "Hinweis Tipp Wichtig Warnung Vorsicht Gefahr Info Details Beispiel Frage",
  es: "Nota Consejo Importante Advertencia Precaución Peligro Información Detalles Ejemplo Pregunta",
  fi: "Huomautus Vinkki Tärkeää Varoitus Varovaisuutta Vaara Tietoa Lisätietoja Esimerkki Kysymys",
  fr: "Note Astuce Important Avertissement Attention Danger Info Détails Exemple Question",
  he: "הערה טיפ חשוב אזהרה זהירות סכנה מידע פרטים דוגמה שאלה",
  it: "Nota Suggerimento Importante Avviso Attenzione Pericolo Info Dettagli Esempio Domanda",
  ja: "メモ ヒント 重要 警告 注意 危険 情報 詳細 例 質問",
  ko: "참고 팁 중요 경고 주의 위험 정보 자세히 예시 질문",
  nb: "Merk Tips Viktig Advarsel Forsiktig Fare Info Detaljer Eksempel Spørsmål",
  no: "Merk Tips Viktig Advarsel Forsiktig Fare Info Detaljer Eksempel Spørsmål",
  nl: "Opmerking Tip Belangrijk Waarschuwing Let-op Gevaar Info Details Voorbeeld Vraag",
  pl: "Uwaga Wskazówka Ważne Ostrzeżenie Ostrożnie Niebezpieczeństwo Informacja Szczegóły Przykład Pytanie",
  pt: "Nota Dica Importante Aviso Cuidado Perigo Informação Detalhes Exemplo Pergunta",
  ru: "Примечание Совет Важно Предупреждение Осторожно Опасность Информация Подробности Пример Вопрос",
  sv: "Obs Tips Viktigt Varning Försiktigt Fara Info Detaljer Exempel Fråga",
  tr: "Not İpucu Önemli Uyarı Dikkat Tehlike Bilgi Ayrıntılar Örnek Soru",
  uk: "Примітка Порада Важливо Попередження Обережно Небезпека Інформація Подробиці Приклад Питання",
  zh: "备注 提示 重要 警告 小心 危险 信息 详情 示例 问题",
  "zh-Hant": "備註 提示 重要 警告 小心 危險 資訊 詳細資訊 範例 問題",
};

// Names with the same meaning: Obsidian, MkDocs, MyST, Docusaurus.
const aliases = new Map([
  ["hint", "tip"],
  ["attention", "caution"],
  ["error", "danger"],
  ["information", "info"],
  ["faq", "question"],
  ["help", "question"],
]);

// Known to the same generators, without a translation.
const others =
  "abstract summary tldr todo success check done failure fail missing bug quote cite seealso spoiler admonition secondary topic".split(" ");

const known = new Set<string>([...kinds, ...aliases.keys(), ...others]);

/** Returns whether a name, in any case, is a kind of callout in one of the dialects: `note`, `WARNING`. */
export function isCalloutKind(name: string): boolean {
  return known.has(name.toLowerCase());
}

/** Returns the title of a callout without one: the word for its kind in a language, or the kind itself. */
export function calloutTitle(kind: string, language: string): string {
  const name = kind.toLowerCase();
  const index = (kinds as readonly string[]).indexOf(aliases.get(name) ?? name);
  if (index < 0) return name.charAt(0).toUpperCase() + name.slice(1).replaceAll("-", " ");
  return (wordsOf(language).split(" ")[index] ?? "").replaceAll("-", " ");
}

function wordsOf(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  return translations[`${language}-${script}`] ?? translations[language] ?? (translations["en"] as string);
}
