import type { ArticleNames } from "../links/article-names.ts";
import type { MediaFiles } from "../links/media-files.ts";
import type { LinkTarget } from "../links/resolve-links.ts";
import type { Clock } from "../metadata/article-dates.ts";

/**
 * Everything that what becomes of one article may depend on beside its text, the settings and the code, as questions: their
 * arguments and answers are plain data. Whoever writes down what was asked and answered can ask again later, and knows from
 * the answers whether the same would come of it.
 */
export interface CompileInputs extends Clock {
  /** Whether there is an article of this name that the one asked for is a translation of, or another translation of it. */
  hasTranslations(stem: string, tag: string, ending: string): boolean;
  /** The article that a name means in another's text, as `locateArticle` finds it. */
  locate(name: string, source: string): string | undefined;
  /** What is at a path below the articles folder: an article's page, or a media file, which is published with that. */
  file(path: string): LinkTarget | undefined;
  /** How long the recording at a path plays. */
  durationOf(path: string): Promise<number | undefined>;
}

/** What was asked, with what, and the answer as JSON. */
export type Dependency = readonly [question: keyof CompileInputs, arguments_: readonly (string | number)[], answer: string];

/** The inputs of all articles. */
export function createCompileInputs(
  names: ArticleNames,
  media: MediaFiles,
  now: number,
  articleAt: (path: string) => LinkTarget | undefined,
): CompileInputs {
  return {
    hasPassed: (instant) => instant <= now,
    now: () => now,
    hasTranslations: (stem, tag, ending) => names.hasTranslations(stem, tag, ending),
    locate: (name, source) => names.locate(name, source),
    file: (path) => articleAt(path) ?? media.publish(path),
    durationOf: async (path) => (media.publish(path) === undefined ? undefined : media.durationOf(path)),
  };
}

/** The same inputs; each question that is asked of them is added to `answers`, once. */
export function recordDependencies(inputs: CompileInputs, answers: Dependency[]): CompileInputs {
  const known = new Set<string>();
  const listen =
    <A extends (string | number)[], R>(question: keyof CompileInputs, ask: (...args: A) => R) =>
    (...args: A): R => {
      const answer = ask(...args);
      const key = JSON.stringify([question, ...args]);
      if (!known.has(key)) answers.push([question, args, asText(answer)]); // a text may ask a thousand times
      known.add(key);
      return answer;
    };
  return {
    hasPassed: listen("hasPassed", inputs.hasPassed),
    now: listen("now", inputs.now),
    hasTranslations: listen("hasTranslations", inputs.hasTranslations),
    locate: listen("locate", inputs.locate),
    file: listen("file", inputs.file),
    durationOf: async (path) => {
      const answer = await inputs.durationOf(path);
      answers.push(["durationOf", [path], asText(answer)]);
      return answer;
    },
  };
}

/** Whether the inputs still answer as they did. */
export async function isUpToDate(inputs: CompileInputs, answers: readonly Dependency[]): Promise<boolean> {
  for (const [question, args, before] of answers) {
    const ask = inputs[question] as (...args: readonly (string | number)[]) => unknown;
    const answer = ask(...args);
    if (asText(answer instanceof Promise ? await answer : answer) !== before) return false;
  }
  return true;
}

function asText(answer: unknown): string {
  return answer === undefined ? "" : JSON.stringify(answer);
}
