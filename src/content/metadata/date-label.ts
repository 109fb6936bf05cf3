// Words of lines such as "Published on 5 May 2024" and "Last updated: 2024-05-05". In the middle of a sentence, they say something else.
const publication =
  /(?<!\p{L})(?:(?:First|Originally|Date) (?:published|posted)|Publi(?:shed|cation date|sh date|é|ée|cado|cada)|Posted|PUBLISHED|POSTED|Veröffentlicht|Erschienen|Pubblicato|Gepubliceerd|Geplaatst|Opublikowano|Опубликовано|公開日?|投稿日|掲載日|发布(?:于|时间|日期)?|發布(?:於|時間|日期)?|게시일?|작성일)(?: by [^.:;]{1,40})?(?: (?:on|at|am|le|el|em|il|op|dnia))?\s?[:：]?\s?(?:\p{L}{2,12}[.,]{0,2} )?$/u;
const change =
  /(?<!\p{L})(?:[Ll]ast (?:updated?|modified|edited|revised|reviewed|changed?)|Updated|Modified|Edited|Revised|Reviewed|Accessed|Retrieved|UPDATED|(?:Zuletzt )?(?:[Aa]ktualisiert|[Gg]eändert)|Mise? à jour|Actualizado|Atualizado|Aggiornato|Bijgewerkt|Zaktualizowano|Обновлено|(?:最終)?更新日?|更新(?:于|於)|最后更新|수정일?)(?: by [^.:;]{1,40})?(?: (?:on|at|am|le|el|em|il|op|dnia))?\s?[:：]?\s?(?:\p{L}{2,12}[.,]{0,2} )?$/u;
const maxLength = 90; // UTF-16 units

/** Returns what a date in prose is by the words before it: "other" without such words. */
export function dateLabel(before: string): "publication" | "change" | "other" {
  const end = before.slice(-maxLength);
  if (change.test(end)) return "change";
  return publication.test(end) ? "publication" : "other";
}
