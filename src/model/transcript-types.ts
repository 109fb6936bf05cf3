/** The media types of transcripts. Apple Podcasts shows VTT and SubRip; other apps also show the rest. */
export const transcriptTypes: readonly string[] = [
  "text/vtt",
  "application/x-subrip",
  "application/srt",
  "application/json",
  "text/html",
  "text/plain",
];
