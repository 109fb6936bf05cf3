/** The settings of the sample site, which must not appear on anyone else's. */
export const sampleSettings: Readonly<Record<string, unknown>> = {
  title: "Broadsheet",
  description: "News and notes on publishing a folder of articles as feeds.",
  url: "",
  language: "en",
  timezone: "UTC",
  author: { name: "The Broadsheet desk" },
};
