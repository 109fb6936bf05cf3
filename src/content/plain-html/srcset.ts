/**
 * Chooses one picture of a `srcset`: the widest, or of several densities the one for ordinary screens, whose size is right without a width.
 * Returns undefined if there is no usable candidate.
 */
export function bestOfSrcset(srcset: string, isUsable: (url: string) => boolean = () => true): string | undefined {
  const candidates = parseSrcset(srcset).filter(({ url }) => isUsable(url));
  const widest = candidates.filter(({ unit }) => unit === "w").toSorted((a, b) => b.size - a.size)[0];
  const ordinary = candidates.filter(({ unit }) => unit === "x").toSorted((a, b) => Math.abs(a.size - 1) - Math.abs(b.size - 1))[0];
  return (widest ?? ordinary ?? candidates[0])?.url;
}

/** Replaces the URLs of a `srcset`. */
export function mapSrcset(srcset: string, replace: (url: string) => string): string {
  return parseSrcset(srcset)
    .map(({ descriptor, url }) => `${replace(url)} ${descriptor}`.trim())
    .join(", ");
}

interface Candidate {
  readonly descriptor: string;
  readonly url: string;
  readonly size: number;
  /** The unit of the size; empty for a height, or if the descriptor is wrong. */
  readonly unit: "w" | "x" | "";
}

// HTML Standard §4.8.4.2.4 "parsing a srcset attribute". URLs may contain commas, but neither begin nor end with one.
function parseSrcset(srcset: string): Candidate[] {
  const candidates: Candidate[] = [];
  const start = /[^\s,]\S*/g;
  for (let match = start.exec(srcset); match !== null; match = start.exec(srcset)) {
    const url = match[0].replace(/(?<!,),+$/, "");
    const isComplete = url.length < match[0].length;
    const end = isComplete ? start.lastIndex : endOfDescriptors(srcset, start.lastIndex);
    const descriptor = isComplete ? "" : srcset.slice(start.lastIndex, end).trim();
    candidates.push({ url, descriptor, ...sizeOf(descriptor) });
    start.lastIndex = end;
  }
  return candidates;
}

// A comma in parentheses does not end a candidate.
function endOfDescriptors(srcset: string, from: number): number {
  let isInside = false;
  for (let at = from; at < srcset.length; at++) {
    const sign = srcset[at];
    if (sign === "(" || sign === ")") isInside = sign === "(";
    else if (sign === "," && !isInside) return at;
  }
  return srcset.length;
}

function sizeOf(descriptor: string): Pick<Candidate, "size" | "unit"> {
  if (descriptor === "") return { size: 1, unit: "x" };
  const [, number = "", unit] = /^(\d{1,6}(?:\.\d{1,6})?)([wx])\b/.exec(descriptor) ?? [];
  return unit === undefined ? { size: 0, unit: "" } : { size: Number(number), unit: unit as "w" | "x" };
}
