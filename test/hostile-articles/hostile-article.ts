/** Makes the text of an article of about so many bytes that tries to take the build down. */
export type HostileArticle = (bytes: number) => string;

/** Hostile articles by what they try, in the words that complete "an article of …". */
export type HostileArticles = Readonly<Record<string, HostileArticle>>;

/** A piece of text again and again. */
export function full(piece: string): HostileArticle {
  return (bytes) => piece.repeat(Math.max(1, Math.floor(bytes / Buffer.byteLength(piece))));
}

/** Beginnings, and as many ends. */
export function nested(beginning: string, end: string, within = "a"): HostileArticle {
  return (bytes) => {
    const count = Math.floor(bytes / (beginning.length + end.length));
    return beginning.repeat(count) + within + end.repeat(count);
  };
}

/** Pieces with their number in them. */
export function numbered(pieceOf: (index: number) => string): HostileArticle {
  return (bytes) => {
    const pieces: string[] = [];
    for (let [length, index] = [0, 0]; length < bytes; index++) {
      const piece = pieceOf(index);
      pieces.push(piece);
      length += piece.length;
    }
    return pieces.join("");
  };
}

/** One half of each. */
export function both(first: HostileArticle, second: HostileArticle): HostileArticle {
  return (bytes) => first(bytes / 2) + second(bytes / 2);
}
