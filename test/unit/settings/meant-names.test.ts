import { describe, expect, it } from "vitest";
import { languagesCalled, timeZonesOf } from "../../../src/settings/meant-names.ts";
import { meantValue } from "../../../src/settings/meant-value.ts";

describe("names that are meant by a setting", () => {
  it.each([
    ["English", ["en"]],
    [" german ", ["de"]],
    ["Deutsch", ["de"]],
    ["español", ["es"]],
    ["Klingon", []],
    ["x", []],
    ["", []],
  ])("finds the language that is called %j", (name, expected) => {
    expect(languagesCalled(name)).toEqual(expected);
  });

  it.each([
    ["Berlin", ["Europe/Berlin"]],
    ["new york", ["America/New_York"]],
    ["São Paulo", ["America/Sao_Paulo"]],
    ["Europe", []],
    ["Gotham", []],
    ["", []],
  ])("finds the time zone of %j", (city, expected) => {
    expect(timeZonesOf(city)).toEqual(expected);
  });

  it.each([
    ["language", "French", "fr"],
    ["timezone", "Tokyo", "Asia/Tokyo"],
  ])("offers them for %s = %j", (key, value, expected) => {
    expect(meantValue({ title: "Moon", author: { name: "Ada" }, [key]: value }, [key], value)).toBe(expected);
  });
});
