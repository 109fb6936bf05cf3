type VersionNote = "versionadded" | "versionchanged" | "deprecated" | "versionremoved";

const names: readonly VersionNote[] = ["versionadded", "versionchanged", "deprecated", "versionremoved"];

// In the order of `names`; % is the version.
const words: Readonly<Record<string, readonly string[]>> = {
  en: ["Added in version %", "Changed in version %", "Deprecated since version %", "Removed in version %"],
  de: ["Neu in Version %", "Geändert in Version %", "Veraltet seit Version %", "Entfernt in Version %"],
  es: ["Añadido en la versión %", "Cambiado en la versión %", "Obsoleto desde la versión %", "Eliminado en la versión %"],
  fr: ["Ajouté dans la version %", "Modifié dans la version %", "Obsolète depuis la version %", "Supprimé dans la version %"],
  it: ["Aggiunto nella versione %", "Modificato nella versione %", "Deprecato dalla versione %", "Rimosso nella versione %"],
  ja: ["バージョン % で追加", "バージョン % で変更", "バージョン % で非推奨", "バージョン % で削除"],
  ko: ["버전 %에서 추가", "버전 %에서 변경", "버전 %부터 사용 중단", "버전 %에서 제거"],
  nl: ["Toegevoegd in versie %", "Gewijzigd in versie %", "Verouderd sinds versie %", "Verwijderd in versie %"],
  pl: ["Dodane w wersji %", "Zmienione w wersji %", "Przestarzałe od wersji %", "Usunięte w wersji %"],
  pt: ["Adicionado na versão %", "Alterado na versão %", "Obsoleto desde a versão %", "Removido na versão %"],
  ru: ["Добавлено в версии %", "Изменено в версии %", "Устарело с версии %", "Удалено в версии %"],
  tr: ["% sürümünde eklendi", "% sürümünde değişti", "% sürümünden beri kullanım dışı", "% sürümünde kaldırıldı"],
  uk: ["Додано у версії %", "Змінено у версії %", "Застаріло з версії %", "Вилучено у версії %"],
  zh: ["在 % 版本加入", "在 % 版本变更", "自 % 版本弃用", "在 % 版本移除"],
};

/** Returns whether a directive of Sphinx notes the version of a change. */
export function isVersionNote(name: string): boolean {
  return (names as readonly string[]).includes(name);
}

/**
 * Returns the title of such a note: "Added in version 2.1", and the words after the version. English for a language without these words.
 * @param argument `2.1`, or `2.1 The words.`
 */
export function versionTitle(name: string, argument: string, language: string): string {
  const [version = "", ...others] = argument.trim().split(/\s+/);
  const rest = others.join(" ");
  const known = words[new Intl.Locale(language).language] ?? (words["en"] as readonly string[]);
  if (version === "") return name.charAt(0).toUpperCase() + name.slice(1);
  const title = (known[names.indexOf(name as VersionNote)] ?? name).replace("%", () => version);
  return rest === "" ? title : `${title}: ${rest}`;
}
