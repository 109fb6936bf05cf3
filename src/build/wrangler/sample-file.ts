/** The wrangler.toml that comes with the project, as the text of a new one. */
export const sampleFile = `name = "broadsheet"
main = "src/worker.ts"
compatibility_date = "2026-10-01"
send_metrics = false
minify = true
keep_names = false # the source map has the names; in the code they would slow down each request
upload_source_maps = true

# The settings of your site. docs/settings.md explains every key.
[vars.SITE]
title = "Broadsheet"
description = "News and notes on publishing a folder of articles as feeds."
url = "" # such as "https://example.com"; npm run deploy finds it
language = "en"
timezone = "UTC"
author = { name = "The Broadsheet desk" }

# Compiles articles/ before every start and deployment. npm start watches articles/ itself.
[build]
command = "node src/cli/compile.ts"
watch_dir = "src"

# Pictures of articles, with a hash of their content in their paths. Also audio and video, and the texts of a large site: the Worker reads
# them, and answers every request for their folder, so that they stay private.
[assets]
directory = "build/public"
binding = "ASSETS"
run_worker_first = ["/_contents/*"]
html_handling = "none"
not_found_handling = "none"

# The cache in front of the Worker. Each version has its own.
[cache]
enabled = true

# Every five minutes: pings the hub of SITE, if there is one, for new scheduled entries.
[triggers]
crons = ["*/5 * * * *"]

# Gives the Worker the time of its deployment, for Last-Modified.
[version_metadata]
binding = "VERSION"

[observability]
enabled = true
`;
