import leven from "leven";

/** Returns the candidate that a misspelled or shortened word means, such as `language` for `lang`. */
export function meantWord(word: string, candidates: readonly string[]): string | undefined {
  return closestWord(word, candidates) ?? completed(word, candidates);
}

// A word that begins several candidates means none of them.
function completed(word: string, candidates: readonly string[]): string | undefined {
  const [only, ...others] = candidates.filter((candidate) => word.length >= 3 && candidate.startsWith(word.toLowerCase()));
  return others.length === 0 ? only : undefined;
}

/** Returns the candidate that is closest to a misspelled word, if any is close enough. */
export function closestWord(word: string, candidates: readonly string[]): string | undefined {
  const limit = word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3));
  const ranked = candidates
    .filter((candidate) => Math.abs(candidate.length - word.length) <= limit) // the difference in length is a lower bound of the distance
    .map((candidate) => ({ candidate, distance: leven(word.toLowerCase(), candidate.toLowerCase(), { maxDistance: limit + 1 }) }))
    .sort((a, b) => a.distance - b.distance);
  return ranked[0] !== undefined && ranked[0].distance <= limit ? ranked[0].candidate : undefined;
}
