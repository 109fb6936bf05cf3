import { describe, expect, it } from "vitest";
import { podcastCategories } from "../../../src/settings/podcast-categories.ts";
import { hasOwnerAddress, personSchema, podcastSchema } from "../../../src/settings/podcast-settings.ts";

function messages(podcast: unknown): string[] {
  const { error } = podcastSchema.safeParse(podcast);
  return error?.issues.map(({ message, path }) => `${path.join(".")}: ${message}`) ?? [];
}

describe("personSchema", () => {
  it("accepts the names of the podcast namespace", () => {
    const person = { name: "Eve", href: "https://e.example/", img: "https://e.example/e.png" };
    expect(personSchema.parse(person)).toEqual({ name: "Eve", url: "https://e.example/", image: "https://e.example/e.png" });
    expect(personSchema.safeParse({ name: "Eve", rolle: "guest" }).success).toBe(false);
    expect(personSchema.safeParse("Eve").success).toBe(false);
  });
});

describe("podcastSchema", () => {
  it("fills in defaults", () => {
    expect(podcastSchema.parse({ category: "Technology" })).toEqual({ category: ["Technology"], explicit: false, type: "episodic" });
  });

  it("accepts every category", () => {
    expect(podcastSchema.parse({ category: podcastCategories }).category).toEqual(podcastCategories);
  });

  it("keeps the order of categories, without duplicates", () => {
    const category = ["Society & Culture>Documentary", " Arts ", "Society & Culture > Documentary"];
    expect(podcastSchema.parse({ category }).category).toEqual(["Society & Culture > Documentary", "Arts"]);
  });

  it.each([
    ["Technolgy", '; did you mean "Technology"?'],
    ["technology", '; did you mean "Technology"?'],
    ["Society and Culture", '; did you mean "Society & Culture"?'],
    ["Society & Culture > Documentaries", '; did you mean "Society & Culture > Documentary"?'],
    ["Documentary", '; did you mean "Society & Culture > Documentary"?'],
    ["Documentries", '; did you mean "Society & Culture > Documentary"?'],
    ["Gadgets & Gizmos Galore", "; see https://podcasters.apple.com/support/1691-apple-podcasts-categories"],
    ["", "; see https://podcasters.apple.com/support/1691-apple-podcasts-categories"],
  ])("rejects the category %j", (category, advice) => {
    expect(messages({ category })).toEqual([`category: not a category of Apple Podcasts${advice}`]);
    expect(messages({ category: ["Arts", category] })).toEqual([`category.1: not a category of Apple Podcasts${advice}`]);
  });

  it.each([[5], [[5]], [{}], [undefined]])("rejects %j as categories", (category) => {
    expect(messages({ category })).toEqual(["category: neither a category of Apple Podcasts nor a list of them"]);
  });

  it("rejects an empty list of categories", () => {
    expect(messages({ category: [] })).toEqual(["category: empty: directories sort podcasts by category"]);
  });

  it.each([
    [{ explicit: "no" }, /^explicit: /],
    [{ type: "Serial" }, /^type: /],
    [{ email: "owner" }, /^email: not an e-mail address, such as /],
    [{ owner: "Ada" }, /owner/],
  ])("rejects %j", (settings, message) => {
    expect(messages({ category: "Arts", ...settings })).toEqual([expect.stringMatching(message)]);
  });
});

describe("podcastCategories", () => {
  it("contains Apple's 19 categories, with 91 subcategories", () => {
    expect(podcastCategories.filter((name) => !name.includes(">"))).toHaveLength(19);
    expect(new Set(podcastCategories).size).toBe(110);
    for (const name of podcastCategories) expect(podcastCategories).toContain(name.split(" > ")[0]);
  });
});

describe("hasOwnerAddress()", () => {
  it.each([
    [{ author: {} }, true],
    [{ author: { email: "a@a.example" }, podcast: {} }, true],
    [{ author: {}, podcast: { email: "a@a.example" } }, true],
    [{ author: {}, podcast: {} }, false],
    [{ author: undefined, podcast: {} }, false],
  ])("returns for %j: %s", (settings, expected) => {
    expect(hasOwnerAddress(settings)).toBe(expected);
  });
});
