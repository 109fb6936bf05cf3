import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findDate } from "../../../../src/content/metadata/find-date.ts";

describe("findDate()", () => {
  it.each([
    ["They met on 6 November 2024 in Berlin.", { found: "6 November 2024", date: "2024-11-06" }],
    ["WASHINGTON, Nov. 6, 2024: she called.", { found: "Nov. 6, 2024", date: "2024-11-06" }],
    ["Version 2024-11-06 is out, 2024-12-01 next.", { found: "2024-11-06", date: "2024-11-06" }],
    ["Not on 31 February 2024, but on 1 March 2024.", { found: "1 March 2024", date: "2024-03-01" }],
    ["In the year of 14 July 1789, or 2 March 2024?", { found: "2 March 2024", date: "2024-03-02" }],
    ["Published: 2024-10-01T14:30:00+02:00", { found: "2024-10-01", date: "2024-10-01" }],
    ["Then, on 2024/10/01, and before 1 May 2025.", { found: "2024/10/01", date: "2024-10-01" }],
    ["Am 01.10.2024 erschienen.", { found: "01.10.2024", date: "2024-10-01" }],
    ["2024. 10. 1. was written", { found: "2024. 10. 1", date: "2024-10-01" }],
    ["Am 3. März 2024", { found: "3. März 2024", date: "2024-03-03" }],
    ["le 1er octobre 2024 à 14h30", { found: "1er octobre 2024", date: "2024-10-01" }],
    ["1 de octubre de 2024", { found: "1 de octubre de 2024", date: "2024-10-01" }],
    ["1º de outubro de 2024", { found: "1º de outubro de 2024", date: "2024-10-01" }],
    ["2 sept. 2024", { found: "2 sept. 2024", date: "2024-09-02" }],
    ["1 октября 2024 г.", { found: "1 октября 2024", date: "2024-10-01" }],
    ["ב-1 באוקטובר 2024", { found: "1 באוקטובר 2024", date: "2024-10-01" }],
    ["نُشر في ١ أكتوبر ٢٠٢٤", { found: "١ أكتوبر ٢٠٢٤", date: "2024-10-01" }],
    ["公開日２０２４年１０月１日（火）", { found: "２０２４年１０月１日", date: "2024-10-01" }],
    ["2024년 10월 1일 화요일", { found: "2024년 10월 1일", date: "2024-10-01" }],
    ["13/10/2024", { found: "13/10/2024", date: "2024-10-13" }],
    ["10/13/2024", { found: "10/13/2024", date: "2024-10-13" }],
    ["Zveřejněno 5. března 2019", { found: "5. března 2019", date: "2019-03-05" }],
    ["2019. március 5-én", { found: "2019. március 5", date: "2019-03-05" }],
    ["03/04/2024 or 03-04-2024", undefined],
    ["They won 3 set 2024, 24 boats 2024, /2024/10/01/moon, 1.2024.10.1 and 2024.10.1.5.", undefined],
    ["No day in 2024 is meant, nor May 4.", undefined],
  ])("finds the first date in %j", (prose, expected) => {
    expect(findDate(prose)).toEqual(expected);
  });

  it.each([
    ["Ferry strike ends Last updated on 5 May 2024 First published on 1 May 2024 Text of it.", "2024-05-01"],
    ["The flood of 12 June 1998. Posted on 2024-05-01", "2024-05-01"],
    ["Updated: 2024-05-05 Published: 2024-05-01", "2024-05-01"],
    ["Modified 2024-05-05. It began on 1 May 2024.", "2024-05-01"],
    ["Published by Ann Lee on Tuesday, 14 May 2024, updated 15 May 2024", "2024-05-14"],
    ["Am 3. Mai 1998. Zuletzt geändert am 5. Mai 2024. Veröffentlicht am 4. Mai 2024.", "2024-05-04"],
    ["Mis à jour le 7 mars 2023. Publié le 5 février 2023 à 18h30", "2023-02-05"],
    ["最終更新：2024年2月5日 公開日：2024年2月1日", "2024-02-01"],
    ["5 May 2024. The novel, published on 12 June 1998, is out of print.", "2024-05-05"],
    ["Last updated: 5 May 2024", "2024-05-05"],
    ["It was unpublished. Republished 5 May 2024, or 1 May 2024", "2024-05-05"],
  ])("prefers the date that is called that of publication in %j", (prose, date) => {
    expect(findDate(prose)?.date).toBe(date);
  });

  const others = ["bg", "ca", "cs", "da", "el", "et", "fi", "hu", "lt", "nb", "ro", "sk", "sl", "sv"];

  it.each([...readdirSync("src/words").map((name) => name.replace(".json", "")), ...others])(
    "finds a date that Intl writes in %s",
    (language) => {
      for (let month = 0; month < 12; month++) {
        const instant = Date.UTC(2024, month, 21);
        const written = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { dateStyle: "long", timeZone: "UTC" }).format(instant);
        expect(findDate(`(${written})`)?.date, written).toBe(new Date(instant).toISOString().slice(0, 10));
      }
    },
  );
});
