import { DateError, parseDate } from "../../content/metadata/parse-date.ts";
import type { ParsedEntry } from "../../feed-parser/parsed-entry.ts";
import { describeAmbiguousDate, suggestDate } from "../../import/date-suggestion.ts";
import { complain, type Prompt } from "../../terminal/terminal.ts";

/** Returns the date of a text, an article or a web page that has none, as the owner gives it; undefined to keep the article as a draft. */
export type AskForDate = (entry: Pick<ParsedEntry, "content" | "link" | "title">) => Promise<string | undefined>;

/**
 * Creates the question for the date of an article. It offers the date that the article names; Enter accepts it.
 * @param timezone IANA name: the zone of an answer without a zone
 */
export function createDateQuestion(prompt: Prompt, timezone: string): AskForDate {
  return async (entry) => {
    const suggestion = suggestDate(entry);
    const name = JSON.stringify(entry.title || entry.link || "the text");
    const question =
      suggestion === undefined
        ? `When was ${name} published? ${withPoint(describeAmbiguousDate(entry))}A date such as 2024-11-06, or Enter to keep it as a draft:`
        : `Is ${suggestion.date} the date of ${name}? ${capitalized(suggestion.where)}. Enter for yes, n to keep it as a draft, or another date:`;
    for (;;) {
      const line = await prompt.ask(question);
      const answer = line?.trim();
      if (answer === undefined || /^no?$/i.test(answer)) return undefined;
      if (answer === "" || /^y(?:es)?$/i.test(answer)) return suggestion?.date;
      if (isDate(answer, timezone)) return answer;
      complain(`Cannot use ${JSON.stringify(answer)}: it is not a date such as 2024-11-06`);
    }
  };
}

/** Returns whether a text is a date that an article may have. */
export function isDate(text: string, timezone: string): boolean {
  try {
    parseDate(text, timezone);
    return true;
  } catch (error) {
    if (error instanceof DateError) return false;
    throw error;
  }
}

function withPoint(sentence: string | undefined): string {
  return sentence === undefined ? "" : `${sentence}. `;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
