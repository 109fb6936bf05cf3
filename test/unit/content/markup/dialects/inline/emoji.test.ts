import { expect, it } from "vitest";
import { drawn } from "../drawn.ts";

it.each([
  ["a :man_raising_hand:", "a 🙋‍♂️"],
  [":woman_raising_hand:", "🙋‍♀️"],
  [":raising_hand_man:", "🙋‍♂️"],
  [":man_shrugging:", "🤷‍♂️"],
  [":man_of_the_hour:", ":man_of_the_hour:"],
])("convertEmoji() converts %j", async (text, shown) => {
  expect(await drawn(text)).toBe(`<p>${shown}</p>`);
});
