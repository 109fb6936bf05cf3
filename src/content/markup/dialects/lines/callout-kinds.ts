const kinds = [
  "note",
  "tip",
  "important",
  "warning",
  "caution",
  "danger",
  "info",
  "details",
  "example",
  "question",
  "abstract",
  "summary",
  "todo",
  "success",
  "failure",
  "bug",
  "quote",
  "seealso",
] as const;

// One row for each language, in the order of `kinds`. A hyphen is a space.
const translations: Readonly<Record<string, string>> = {
  en: "Note Tip Important Warning Caution Danger Info Details Example Question Abstract Summary Todo Success Failure Bug Quote See-also",
  ar: "ملاحظة نصيحة مهم تحذير تنبيه خطر معلومة تفاصيل مثال سؤال ملخص خلاصة مهام نجاح فشل خلل اقتباس انظر-أيضًا",
  cs: "Poznámka Tip Důležité Varování Upozornění Nebezpečí Informace Podrobnosti Příklad Otázka Abstrakt Shrnutí Úkoly Úspěch Neúspěch Chyba Citát Viz-také",
  da: "Bemærk Tip Vigtigt Advarsel Forsigtig Fare Info Detaljer Eksempel Spørgsmål Resumé Opsummering Opgaver Vellykket Mislykket Programfejl Citat Se-også",
  de: "Hinweis Tipp Wichtig Warnung Vorsicht Gefahr Info Details Beispiel Frage Kurzfassung Zusammenfassung Zu-erledigen Erfolg Fehlschlag Programmfehler Zitat Siehe-auch",
  es: "Nota Consejo Importante Advertencia Precaución Peligro Información Detalles Ejemplo Pregunta Resumen Resumen Pendiente Éxito Fallo Error Cita Véase-también",
  fi: "Huomautus Vinkki Tärkeää Varoitus Varovaisuutta Vaara Tietoa Lisätietoja Esimerkki Kysymys Tiivistelmä Yhteenveto Tehtävät Onnistui Epäonnistui Ohjelmavirhe Lainaus Katso-myös",
  fr: "Note Astuce Important Avertissement Attention Danger Info Détails Exemple Question Résumé Résumé À-faire Succès Échec Bogue Citation Voir-aussi",
  he: "הערה טיפ חשוב אזהרה זהירות סכנה מידע פרטים דוגמה שאלה תקציר סיכום לביצוע הצלחה כישלון באג ציטוט ראו-גם",
  it: "Nota Suggerimento Importante Avviso Attenzione Pericolo Info Dettagli Esempio Domanda Sommario Riepilogo Da-fare Successo Errore Bug Citazione Vedi-anche",
  ja: "メモ ヒント 重要 警告 注意 危険 情報 詳細 例 質問 概要 要約 やること 成功 失敗 バグ 引用 関連項目",
  ko: "참고 팁 중요 경고 주의 위험 정보 자세히 예시 질문 초록 요약 할-일 성공 실패 버그 인용 함께-보기",
  nb: "Merk Tips Viktig Advarsel Forsiktig Fare Info Detaljer Eksempel Spørsmål Sammendrag Oppsummering Gjøremål Vellykket Mislykket Programfeil Sitat Se-også",
  no: "Merk Tips Viktig Advarsel Forsiktig Fare Info Detaljer Eksempel Spørsmål Sammendrag Oppsummering Gjøremål Vellykket Mislykket Programfeil Sitat Se-også",
  nl: "Opmerking Tip Belangrijk Waarschuwing Let-op Gevaar Info Details Voorbeeld Vraag Samenvatting Samenvatting Te-doen Gelukt Mislukt Bug Citaat Zie-ook",
  pl: "Uwaga Wskazówka Ważne Ostrzeżenie Ostrożnie Niebezpieczeństwo Informacja Szczegóły Przykład Pytanie Streszczenie Podsumowanie Do-zrobienia Sukces Niepowodzenie Błąd Cytat Zobacz-też",
  pt: "Nota Dica Importante Aviso Cuidado Perigo Informação Detalhes Exemplo Pergunta Resumo Resumo A-fazer Sucesso Falha Bug Citação Veja-também",
  ru: "Примечание Совет Важно Предупреждение Осторожно Опасность Информация Подробности Пример Вопрос Аннотация Резюме Сделать Успех Неудача Ошибка Цитата См.-также",
  sv: "Obs Tips Viktigt Varning Försiktigt Fara Info Detaljer Exempel Fråga Sammanfattning Sammanfattning Att-göra Lyckades Misslyckades Bugg Citat Se-även",
  tr: "Not İpucu Önemli Uyarı Dikkat Tehlike Bilgi Ayrıntılar Örnek Soru Özet Özet Yapılacaklar Başarılı Başarısız Hata Alıntı Ayrıca-bakınız",
  uk: "Примітка Порада Важливо Попередження Обережно Небезпека Інформація Подробиці Приклад Питання Анотація Підсумок Зробити Успіх Невдача Помилка Цитата Див.-також",
  zh: "备注 提示 重要 警告 小心 危险 信息 详情 示例 问题 摘要 总结 待办 成功 失败 缺陷 引用 另请参阅",
  "zh-Hant": "備註 提示 重要 警告 小心 危險 資訊 詳細資訊 範例 問題 摘要 總結 待辦 成功 失敗 錯誤 引用 另請參閱",
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

// These are shown as written in English, where each is a word, and by a word of similar meaning in other languages.
const synonyms = new Map([
  ["tldr", "summary"],
  ["check", "success"],
  ["done", "success"],
  ["fail", "failure"],
  ["missing", "failure"],
  ["cite", "quote"],
  ["spoiler", "note"],
  ["admonition", "note"],
  ["secondary", "note"],
  ["topic", "note"],
]);

// Theorems and the like (sphinx-proof, sphinx-exercise, Quarto, bookdown): one row for each language, in the order of `statements`.
const statements =
  "proof theorem lemma corollary proposition conjecture definition example exercise solution remark algorithm axiom criterion property observation assumption".split(
    " ",
  );
const statementWords: Readonly<Record<string, string>> = {
  de: "Beweis Satz Lemma Korollar Proposition Vermutung Definition Beispiel Aufgabe Lösung Bemerkung Algorithmus Axiom Kriterium Eigenschaft Beobachtung Annahme",
  es: "Demostración Teorema Lema Corolario Proposición Conjetura Definición Ejemplo Ejercicio Solución Observación Algoritmo Axioma Criterio Propiedad Observación Supuesto",
  fr: "Démonstration Théorème Lemme Corollaire Proposition Conjecture Définition Exemple Exercice Solution Remarque Algorithme Axiome Critère Propriété Observation Hypothèse",
  it: "Dimostrazione Teorema Lemma Corollario Proposizione Congettura Definizione Esempio Esercizio Soluzione Osservazione Algoritmo Assioma Criterio Proprietà Osservazione Assunzione",
  ja: "証明 定理 補題 系 命題 予想 定義 例 演習 解答 注意 アルゴリズム 公理 判定法 性質 観察 仮定",
  ko: "증명 정리 보조정리 따름정리 명제 추측 정의 예 연습문제 풀이 참고 알고리즘 공리 판정법 성질 관찰 가정",
  nl: "Bewijs Stelling Lemma Gevolg Propositie Vermoeden Definitie Voorbeeld Opgave Oplossing Opmerking Algoritme Axioma Criterium Eigenschap Observatie Aanname",
  pl: "Dowód Twierdzenie Lemat Wniosek Stwierdzenie Hipoteza Definicja Przykład Ćwiczenie Rozwiązanie Uwaga Algorytm Aksjomat Kryterium Własność Obserwacja Założenie",
  pt: "Demonstração Teorema Lema Corolário Proposição Conjectura Definição Exemplo Exercício Solução Observação Algoritmo Axioma Critério Propriedade Observação Hipótese",
  ru: "Доказательство Теорема Лемма Следствие Утверждение Гипотеза Определение Пример Упражнение Решение Замечание Алгоритм Аксиома Критерий Свойство Наблюдение Предположение",
  uk: "Доведення Теорема Лема Наслідок Твердження Гіпотеза Означення Приклад Вправа Розв’язання Зауваження Алгоритм Аксіома Критерій Властивість Спостереження Припущення",
  zh: "证明 定理 引理 推论 命题 猜想 定义 例 练习 解答 注记 算法 公理 判据 性质 观察 假设",
};
const ofStatements = "prf-"; // before their names in kinds, since other callouts have some of these names

/** Returns the kind of callout of a statement of mathematics, such as `theorem` or `proof`, or undefined for another name. */
export function statementKind(name: string): string | undefined {
  return statements.includes(name) ? ofStatements + name : undefined;
}

/** Returns whether a kind is one of {@link statementKind}. Its word is a part of its title: *Theorem (Kepler)*. */
export function isStatement(kind: string): boolean {
  return kind.startsWith(ofStatements) && statements.includes(kind.slice(ofStatements.length));
}

const known = new Set<string>([...kinds, ...aliases.keys(), ...synonyms.keys(), ...statements.map((name) => ofStatements + name)]);

/** Returns whether a name, in any case, is a kind of callout in one of the dialects: `note`, `WARNING`. */
export function isCalloutKind(name: string): boolean {
  return known.has(name.toLowerCase());
}

/** Returns the title of a callout without one: the word for its kind in a language, or the kind itself. */
export function calloutTitle(kind: string, language: string): string {
  const name = kind.toLowerCase();
  if (isStatement(name)) return statementTitle(name.slice(ofStatements.length), language);
  const words = wordsOf(language);
  const meaning = aliases.get(name) ?? (words === translations["en"] ? undefined : synonyms.get(name)) ?? name;
  const index = (kinds as readonly string[]).indexOf(meaning);
  const title = index < 0 ? name.charAt(0).toUpperCase() + name.slice(1) : words.split(" ")[index];
  return (title ?? "").replaceAll("-", " ");
}

function statementTitle(name: string, language: string): string {
  const row = statementWords[new Intl.Locale(language).language];
  return row?.split(" ")[statements.indexOf(name)] ?? name.charAt(0).toUpperCase() + name.slice(1);
}

function wordsOf(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  return translations[`${language}-${script}`] ?? translations[language] ?? (translations["en"] as string);
}
