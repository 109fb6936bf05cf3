const letters = [..."abcdefghijklmnopqrstuvwxyz"];

/** Returns the tag of a language by its English or its own name: `de` for `German` and for `Deutsch`; or nothing. */
export function languagesCalled(name: string): string[] {
  const tags = letters.flatMap((first) => letters.map((second) => first + second));
  const isMeant = (tag: string) => [nameOf(tag, "en"), nameOf(tag, tag)].some((own) => own !== undefined && isSame(own, name));
  return tags.filter((tag) => Intl.DisplayNames.supportedLocalesOf(tag).length > 0 && isMeant(tag)).slice(0, 1);
}

function nameOf(tag: string, language: string): string | undefined {
  return new Intl.DisplayNames(language, { type: "language", fallback: "none" }).of(tag);
}

/** Returns the time zone of a city: `America/New_York` for `New York`; or nothing. */
export function timeZonesOf(city: string): string[] {
  const end = city.trim().replaceAll(" ", "_");
  return Intl.supportedValuesOf("timeZone").filter((zone) => isSame(zone.split("/").at(-1) ?? "", end));
}

function isSame(one: string, other: string): boolean {
  return one.localeCompare(other.trim(), "en", { sensitivity: "base" }) === 0;
}
