"""Prints as JSON the result of podcastparser, the parser of gPodder, for the feed document on its standard input."""

import json
import sys

import podcastparser

feed = podcastparser.parse("", sys.stdin.buffer)

json.dump(
    {
        "title": feed["title"],
        "entries": [
            {
                "id": entry["guid"],
                "url": entry["link"],
                "title": entry["title"],
                "content": entry.get("description_html") or entry["description"],
                "published": entry["published"],
                "image": entry.get("episode_art_url"),
                "enclosures": [
                    {"url": file["url"], "type": file["mime_type"], "length": file["file_size"]} for file in entry["enclosures"]
                ],
                "duration": entry["total_time"] or None,
                "episode": entry.get("number"),
                "season": entry.get("season"),
                "episodeType": entry.get("type"),
            }
            for entry in feed["episodes"]
        ],
    },
    sys.stdout,
)
