/** Categories of podcasts that Apple listed until 2019. */
export const OLD_CATEGORIES: ReadonlySet<string> = new Set([
  ...within("Arts", "Fashion & Beauty, Literature"),
  ...within("Arts & Entertainment", "Architecture, Design, Entertainment, Games, Performing Arts, Photography, Poetry, Science Fiction"),
  ...within("Audio Blogs", ""),
  ...within("Business", "Business News, Finance, Management & Marketing, News, Shopping"),
  ...within("Education", "Education Technology, Educational Technology, Higher Education, K-12, Language Courses, Training"),
  ...within("Family", ""),
  ...within("Food", ""),
  ...within("Games & Hobbies", "Automotive, Aviation, Hobbies, Other Games, Video Games"),
  ...within("Government & Organizations", "Local, National, Non-Profit, Regional"),
  ...within("Health", "Alternative Health, Diet & Nutrition, Fitness, Fitness & Nutrition, Relationships, Self-Help, Sexuality"),
  ...within(
    "International",
    "Australian, Belgian, Brazilian, Canadian, Chinese, Dutch, French, German, Hebrew, Italian, Japanese, Norwegian",
  ),
  ...within("International", "Polish, Portuguese, Spanish, Swedish"),
  ...within("Movies & Television", ""),
  ...within("News & Politics", ""),
  ...within("Politics", ""),
  ...within("Public Radio", ""),
  ...within("Religion & Spirituality", "New Age, Philosophy, Other"),
  ...within("Science & Medicine", "Medicine, Natural Sciences, Social Sciences"),
  ...within("Society & Culture", "History"),
  ...within("Sports & Recreation", "Amateur, College & High School, Outdoor, Professional"),
  ...within("Talk Radio", ""),
  ...within("Technology", "Computers, Developers, Gadgets, Information Technology, News, Operating Systems, Podcasting, Smart Phones"),
  ...within("Technology", "Software How-To, Tech News, Text/Speech"),
  ...within("Transportation", "Automotive, Aviation, Bicycles, Commuting"),
  ...within("Travel", ""),
]);

function within(category: string, names: string): string[] {
  const subcategories = names === "" ? [] : names.split(", ").map((name) => `${category} > ${name}`);
  return [category, ...subcategories];
}
