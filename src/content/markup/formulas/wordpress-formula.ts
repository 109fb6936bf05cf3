import { hasLink, isOfShell, isTex } from "./looks-like-tex.ts";

const mark = /^latex(?:=\s*|\s+)/i;
const setting = /&(?:amp;|#0?38;)?(?:bg|fg|s)=[\w.-]{0,20}$/i;
const maxSetting = 40; // UTF-16 units

/** Returns whether a text between dollar signs begins like a formula of WordPress: `$latex E=mc^2$`, `$latex=x$`. */
export function isOfWordPress(tex: string): boolean {
  return mark.test(tex);
}

/** Returns the TeX between dollar signs without WordPress's marks: `$latex E=mc^2 &s=2$`. */
export function withoutWordPress(tex: string): string {
  return isOfWordPress(tex) ? withoutSettings(tex.replace(mark, "")) : tex;
}

/** Removes WordPress's settings from the end of TeX: `&bg=` and `&fg=` for the colours of its picture, and `&s=` for the size. */
export function withoutSettings(tex: string): string {
  let rest = tex.trimEnd();
  for (let found = endOf(rest); found !== undefined; found = endOf(rest)) rest = rest.slice(0, -found.length).trimEnd();
  return rest.trim();
}

function endOf(tex: string): string | undefined {
  return setting.exec(tex.slice(-maxSetting))?.[0];
}

/**
 * Returns whether the text between `$latex` and a dollar sign is a formula. The mark and the space after it suffice, except for the text
 * between two variables of a program: `$latex = "a"; echo $tex`.
 */
export function isWordPressTex(written: string, after: string): boolean {
  const tex = withoutWordPress(written);
  if (!/[\p{L}\p{N}\\]/u.test(tex) || tex.includes("`") || hasLink(tex) || isOfShell(tex)) return false;
  const isBeforeName = /^[\w{]/.test(after);
  if (/\s$/.test(written)) return !isBeforeName && isTex(tex);
  return !isBeforeName || isTex(tex);
}
