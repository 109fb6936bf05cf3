import { checkLanguage, checkPlain, checkPositiveInteger, checkW3cDate } from "../elements/values.ts";
import { acceptAny, type Extensions, named } from "./extension.ts";

/** The elements of Dublin Core. */
export const dublinCore: Extensions = {
  ...named("dc", "title description type format source"),
  ...named("dc", "creator subject publisher contributor identifier relation coverage", { isRepeatable: true }),
  "dc:date": { check: checkW3cDate },
  "dc:language": { check: checkLanguage },
  "dc:rights": { check: checkPlain },
  ...named("dcterms", "abstract dateAccepted dateCopyrighted dateSubmitted mediator tableOfContents"),
  ...named("dcterms", "created issued modified", { check: checkW3cDate }),
  ...named("dcterms", "extent", { check: checkPositiveInteger }),
  ...named(
    "dcterms",
    "accessRights accrualMethod accrualPeriodicity accrualPolicy audience available bibliographicCitation educationLevel instructionalMethod license provenance rightsHolder spatial temporal valid",
    { isRepeatable: true, check: acceptAny },
  ),
  ...named(
    "dcterms",
    "alternative conformsTo hasFormat hasPart hasVersion isFormatOf isPartOf isReferencedBy isReplacedBy isRequiredBy isVersionOf references replaces requires",
    { isRepeatable: true, attributes: ["rdf:resource", "dc:title"] },
  ),
};
