import { textIn } from "../../../base/table-values.ts";
import { timezoneIn } from "../../configuration/site-url.ts";
import { HugoAddresses } from "./hugo-address.ts";
import { valuesOfLanguage } from "./hugo-config.ts";
import { type DatesFinder, datesFinder } from "./hugo-date.ts";
import { type LanguagePlace, placeOfLanguage } from "./hugo-place.ts";
import { findMainSections, type MainSections } from "./hugo-sections.ts";
import type { HugoSite } from "./hugo-site.ts";
import { ownTaxonomies } from "./hugo-taxonomies.ts";

/** The rules of one language. */
export interface LanguageRules {
  readonly place: LanguagePlace;
  readonly addresses: HugoAddresses;
  /** The addresses before Hugo 0.123, if the version of the site is unknown. */
  readonly formerAddresses?: HugoAddresses;
  readonly datesOf: DatesFinder;
  readonly main: MainSections;
  /** The keys with the terms of the site's own taxonomies. */
  readonly taxonomies: readonly string[];
  /** IANA name of the time zone in which dates are interpreted. */
  readonly timezone: string;
}

/** The rules of each language of a Hugo site, which may have settings of its own. */
export class HugoRules {
  readonly #site: HugoSite;
  readonly #rules = new Map<string, LanguageRules>();

  constructor(site: HugoSite) {
    this.#site = site;
  }

  /** Returns the rules of a language. */
  of(language: string): LanguageRules {
    const known = this.#rules.get(language) ?? this.#rulesOf(language);
    this.#rules.set(language, known);
    return known;
  }

  #rulesOf(language: string): LanguageRules {
    const { folder, folders, isRecent, roots, values } = this.#site;
    const place = placeOfLanguage(this.#site, language);
    const own = valuesOfLanguage(values, language);
    return {
      place,
      addresses: new HugoAddresses(own, place, language, isRecent),
      ...(isRecent === undefined && { formerAddresses: new HugoAddresses(own, place, language, false) }),
      datesOf: datesFinder(own),
      main: findMainSections(own, folder.paths, roots, folders),
      taxonomies: ownTaxonomies(own),
      timezone: timezoneIn(textIn(own["timezone"])) ?? "UTC",
    };
  }
}
