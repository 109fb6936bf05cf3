import { checkChildren, checkEmpty, checkNoText } from "./elements/grammar.ts";
import { checkRssText } from "./elements/text.ts";
import { checkLeaf, checkUriElement } from "./elements/values.ts";
import type { ReportViolation, Rule } from "./rules/violation.ts";
import { childOf, childrenOf, placeOf, type XmlElement } from "./xml/xml.ts";

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** Checks the hours in which readers need not ask. */
export function checkSkipHours(element: XmlElement, report: ReportViolation): void {
  const hours = checkList(element, "hour", report);
  if (hours.length > 24) report("NotEnoughHoursInTheDay", placeOf(element), `${hours.length} hours`);
  for (const hour of hours) {
    const value = hour.text.trim();
    if (value === "24") report("UseZeroForMidnight", placeOf(hour), value);
    else if (!/^0?\d$|^1\d$|^2[0-3]$/.test(value)) report("InvalidHour", placeOf(hour), value);
  }
  checkRepetition(hours, (value) => Number(value) % 24, report);
}

/** Checks the days on which readers need not ask. */
export function checkSkipDays(element: XmlElement, report: ReportViolation): void {
  const days = checkList(element, "day", report);
  if (days.length > 7) report("EightDaysAWeek", placeOf(element), `${days.length} days`);
  for (const day of days) {
    if (!DAYS.includes(day.text.trim())) report("InvalidDay", placeOf(day), day.text.trim());
  }
  checkRepetition(days, (value) => value, report);
}

function checkList(element: XmlElement, name: string, report: ReportViolation): XmlElement[] {
  const parts = childrenOf(element, name);
  const write = (text: string) => `<${element.name}><${name}>${text}</${name}></${element.name}>`;
  checkNoText(element, report, parts.length === 0 ? write : undefined);
  checkChildren(element, { [name]: "many" }, report);
  if (parts.length === 0) report("MissingElement", placeOf(element), name);
  for (const part of parts) checkLeaf(part, report, 0);
  return parts;
}

function checkRepetition(parts: readonly XmlElement[], keyOf: (value: string) => string | number, report: ReportViolation): void {
  const seen = new Set<string | number>();
  for (const part of parts) {
    const key = keyOf(part.text.trim());
    if (seen.has(key)) report("DuplicateValue", placeOf(part), part.text.trim());
    seen.add(key);
  }
}

/** Checks the address at which readers can register for notifications. */
export function checkCloud(cloud: XmlElement, report: ReportViolation): void {
  checkEmpty(cloud, report, "domain");
  for (const name of ["domain", "port", "path", "registerProcedure", "protocol"]) {
    if (!cloud.attributes.has(name)) report("MissingAttribute", placeOf(cloud), name);
  }
  const port = cloud.attributes.get("port");
  if (port !== undefined && !/^0*[1-9]\d*$/.test(port)) report("InvalidIntegerAttribute", placeOf(cloud), port);
}

/** Checks a form in a channel. */
export function checkTextInput(element: XmlElement, report: ReportViolation): void {
  const place = placeOf(element);
  report("AvoidTextInput", place, "readers ignore it");
  checkNoText(element, report);
  checkChildren(element, { title: "optional", description: "optional", name: "once", link: "optional" }, report);
  const required: readonly (readonly [string, Rule])[] = [
    ["title", "MissingTitle"],
    ["link", "MissingLink"],
    ["description", "MissingDescription"],
  ];
  for (const [name, rule] of required) {
    if (!childOf(element, name)) report(rule, place, name);
  }
  const [title, link, name] = ["title", "link", "name"].map((part) => childOf(element, part));
  if (title) checkRssText(title, report);
  if (link) checkUriElement(link, report, 0);
  if (name && !/^[a-z][\w:.-]*$/i.test(name.text.trim())) report("InvalidFormComponentName", placeOf(name), name.text.trim());
}
